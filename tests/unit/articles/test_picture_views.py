"""Pictures as the public is given them: the files, and where an article shows them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import pictures
from articles.actions import save_text
from articles.body_pictures import make_figure
from clinic_site.facts import forget_facts
from tests.factories import make_article, make_picture, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db

REQUEST = "Request a consultation"  # the link after the last part
BODY = "<p>First.</p><h2>One</h2><p>1</p><h2>Two</h2><p>2</p>"


# The files


def test_picture_is_served_as_a_picture_for_ever(visitor):
    picture = make_picture()
    assert [width for _, width in picture.versions] == [480, 800, 1200]
    for address, width in picture.versions:
        response = visitor.get(address, headers={"accept-encoding": "gzip"})
        assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Content-Encoding" not in response.headers
        assert "Vary" not in response.headers
        assert response.content[8:12] == b"WEBP"
        assert int(response["Content-Length"]) == len(response.content)
        assert address == f"/pictures/{picture.content_hash}-{width}.webp"


def test_picture_is_served_in_its_smallest_version_to_who_names_none(visitor):
    picture = make_picture()
    response = visitor.get(f"/pictures/{picture.content_hash}.webp")
    assert response.content == visitor.get(picture.address_in_width(480)).content
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"


def test_picture_takes_no_query_of_its_own(visitor):
    address = make_picture().address
    visitor.get(address)  # reads the clinic's facts, which are kept then
    with CaptureQueriesContext(connection) as queries:
        assert visitor.get(address).status_code == 200
    assert len(queries) == 1  # whether the clinic's facts have changed


def test_head_contains_the_size_of_a_picture(visitor):
    address = make_picture().address
    head = visitor.head(address)
    assert (head.status_code, head.content, head["Content-Type"]) == (200, b"", "image/webp")
    assert head["Content-Length"] == visitor.get(address)["Content-Length"]


@pytest.mark.parametrize(
    "address",
    [
        "/pictures/",
        "/pictures/{hash}0.webp",
        "/pictures/00000000000000000000.webp",
        "/pictures/{hash}-479.webp",
        "/pictures/{hash}-0480.webp",
        "/pictures/{hash}-480.webp/",
        "/pictures/{hash}-480.png",
        "/pictures/{hash}-480.webp.webp",
        "/pictures/{hash}-480.webp%0a",
        "/pictures/{hash}-480.webp%00",
        "/pictures/{hash}-٤٨٠.webp",
        "/pictures/" + 20 * "0" + "-480.webp",
        "/pictures/../site.sqlite3",
        "/pictures/%2e%2e/site.sqlite3",
        "/pictures/..%2f..%2fsite.sqlite3",
        "/pictures/%5c..%5csite.sqlite3",
        "/es/pictures/{hash}-480.webp",
        "/media/pictures/{hash}-480.webp",
    ],
)
def test_other_names_are_not_found(visitor, address):
    picture = make_picture()
    assert visitor.get(f"/pictures/{picture.content_hash}-480.webp").status_code == 200
    assert visitor.get(address.replace("{hash}", picture.content_hash)).status_code == 404


def test_pictures_are_only_read(visitor):
    assert visitor.post(make_picture().address).status_code == 405


# The article's page


def figure(picture, caption=""):
    return make_figure(picture.content_hash, caption)


def change_body(article, body):
    text = article.original
    text.body = body
    save_text(text)


def order(page):
    """What the article holds from the summary on: pictures by their alternative texts, headings by their words."""
    found = page.all(".article__top .lead, .article img, .article__body h2, .article__body p")
    return [element.get("alt") or element.get_text() for element in found]


def test_one_picture_leads_and_the_others_stand_between_the_words(visitor):
    article = make_article(slug="knees", summary="Summary.")
    make_picture(leads=article, alternative_text="Leads.")
    one, other = make_picture(alternative_text="One."), make_picture(alternative_text="Other.")
    change_body(article, f"<p>First.</p>{figure(one)}<p>Then.</p><h2>One</h2>{figure(other)}<p>1</p>")
    page = Page(visitor.get("/articles/knees/"))
    assert order(page) == ["Summary.", "Leads.", "First.", "One.", "Then.", "One", "Other.", "1", REQUEST]


def test_each_language_shows_its_own_pictures(visitor):
    article = make_article(slug="knees", body="<p>One.</p>")
    make_picture(in_article=article, alternative_text="Knee.")
    make_translation(article, "es", slug="rodillas", body="<p>Sin.</p>")
    assert len(Page(visitor.get("/articles/knees/")).all("main img")) == 1
    assert Page(visitor.get("/es/articles/rodillas/")).all("main img") == []


def test_a_caption_belongs_to_its_picture(visitor):
    article = make_article(slug="knees")
    change_body(article, f"<p>One.</p>{figure(make_picture(), 'The <em>knee</em>, bent')}{figure(make_picture())}")
    page = Page(visitor.get("/articles/knees/"))
    assert page.text("figure.figure figcaption") == "The knee, bent"
    assert len(page.all("figure img")) == 1
    assert len(page.all(".gallery img")) == 2


@pytest.mark.parametrize(
    ("introduction", "before"),
    [
        ("<p>First.</p>{one}<p>Then.</p>{two}", ["p"]),
        ("{one}<p>First.</p>", []),
        ("<p>First.</p>{one}{two}<p>Then.</p>", ["p"]),
        ("<p>First.</p><ul><li><p>Item</p>{one}</li></ul><p>Then.</p>", ["p"]),
        ("<p>First.</p><ul><li><p>Item</p></li></ul><blockquote>{one}<p>Then.</p></blockquote>", ["p", "ul"]),
        ("<p>First.</p><table><tbody><tr><th><p>Item</p></th><td>{two}</td></tr></tbody></table>", ["p"]),
        ("<p>First.</p><p>Then.</p>", ["p", "p"]),
        (f"<p>First.</p>{make_figure('0' * 20, 'Gone')}<p>Then.</p>", ["p", "p"]),
    ],
)
def test_signs_of_an_emergency_stand_above_the_pictures_of_the_introduction(visitor, introduction, before):
    article = make_article(slug="knees", emergency_signs="you fall", urgent_signs="it swells")
    one, two = figure(make_picture(), "Knee"), figure(make_picture())
    change_body(article, f"{introduction.format(one=one, two=two)}<h2>Part</h2>{one}")
    page = Page(visitor.get("/articles/knees/"))
    parts = page.one(".article__body").find_all(recursive=False)
    callouts = [number for number, part in enumerate(parts) if "care-callout" in part.get("class", [])]
    assert callouts == [len(before), len(before) + 1]
    assert [part.name for part in parts[: len(before)]] == before
    words = re.sub("</?[^>]*>", " ", article.original.body).split()
    shown = [word for part in parts if part.name != "section" for word in part.get_text(" ").split()]
    assert [word for word in shown if word not in REQUEST.split()] == [word for word in words if word != "Gone"]


def test_pictures_that_follow_one_another_stand_side_by_side_and_no_others(visitor):
    article = make_article(slug="knees")
    one, two, three = (figure(make_picture()) for _ in range(3))
    change_body(article, f"{one}{two}<p>Words.</p>{three}")
    page = Page(visitor.get("/articles/knees/"))
    assert [len(gallery.find_all("img")) for gallery in page.all(".gallery")] == [2]
    assert [image["sizes"].split(",")[0] for image in page.all("main img")] == [
        "(min-width: 30rem) 20rem",
        "(min-width: 30rem) 20rem",
        "(min-width: 42rem) min(39.5rem",
    ]


def test_a_picture_that_is_gone_leaves_no_hole(visitor):
    article = make_article(slug="knees")
    change_body(article, f"<p>One.</p>{make_figure('0' * 20, 'Gone')}<p>Two.</p>")
    page = Page(visitor.get("/articles/knees/"))
    assert page.texts(".article__body > p")[:2] == ["One.", "Two."]
    assert "Gone" not in page.text("main")


def test_parts_of_pages_show_their_pictures(visitor):
    part = make_article(kind="question", title="Parking")
    make_picture(in_article=part, alternative_text="The way in.")
    assert Page(visitor.get("/questions/")).one("main img")["alt"] == "The way in."


def test_pictures_of_parts_take_as_many_queries_for_many_as_for_one(visitor):
    parts = [make_article(kind="question") for _ in range(4)]
    make_picture(in_article=parts[0])
    costs = []
    for _ in range(2):
        forget_facts()
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get("/questions/").status_code == 200
        costs.append(len(queries))
        for part in parts:
            make_picture(in_article=part)
    assert costs[0] == costs[1]


def test_picture_comes_in_the_width_that_the_reader_needs(visitor):
    picture = make_picture(in_article=make_article(slug="knees"), size=(1000, 500))
    image = Page(visitor.get("/articles/knees/")).one("main img")
    base = f"/pictures/{picture.content_hash}"
    assert image["srcset"] == f"{base}-480.webp 480w, {base}-800.webp 800w, {base}-1000.webp 1000w"
    assert image["src"] == f"{base}-1000.webp"
    assert image["sizes"] == "(min-width: 42rem) min(39.5rem, 1000px), calc(100vw - 2rem)"


@pytest.mark.parametrize(
    ("size", "on_page"),
    [
        ((1200, 400), ("1200", "400")),
        ((2400, 1800), ("683", "512")),
        ((900, 1200), ("384", "512")),
        ((300, 200), ("300", "200")),
    ],
)
def test_picture_is_shown_whole_and_its_place_is_known_before_it_comes(visitor, size, on_page):
    make_picture(in_article=make_article(slug="knees"), size=size)
    image = Page(visitor.get("/articles/knees/")).one("main img")
    assert (image["width"], image["height"]) == on_page


def test_only_the_picture_that_leads_is_loaded_at_once(visitor):
    article = make_article(slug="knees", body=BODY)
    make_picture(leads=article), make_picture(in_article=article)
    loading = [image.get("loading") for image in Page(visitor.get("/articles/knees/")).all("main img")]
    assert loading == [None, "lazy"]


def test_alternative_text_is_in_the_language_of_the_article_or_marked_as_english(visitor):
    article = make_article(slug="knees")
    make_translation(article, "es", slug="rodillas")
    make_translation(article, "ar", slug="rukba")
    make_picture(in_article=article, alternative_text="A runner.", texts={"es": "Una corredora.", "pl": "Biegaczka."})
    told = {
        address: (image["alt"], image.get("lang"), image.get("dir"))
        for address in ("/articles/knees/", "/es/articles/rodillas/", "/pl/articles/knees/", "/ar/articles/rukba/")
        for image in Page(visitor.get(address)).all("main img")
    }
    assert told == {
        "/articles/knees/": ("A runner.", None, None),
        "/es/articles/rodillas/": ("Una corredora.", None, None),
        "/pl/articles/knees/": ("A runner.", None, None),  # the article stands there in English
        "/ar/articles/rukba/": ("A runner.", "en", "ltr"),
    }


def test_alternative_text_is_text(visitor):
    make_picture(in_article=make_article(slug="knees"), alternative_text='"><script>alert(1)</script>')
    assert Page(visitor.get("/articles/knees/")).one("main img")["alt"] == '"><script>alert(1)</script>'


def test_picture_is_what_is_shown_when_the_article_is_shared(visitor):
    article = make_article(slug="knees", body=BODY)
    later, first = (
        make_picture(in_article=article),
        make_picture(leads=article, alternative_text="First."),
    )
    page = Page(visitor.get("/articles/knees/"))
    shared = {tag["property"]: tag["content"] for tag in page.all("meta[property^='og:image']")}
    assert shared == {
        "og:image": f"http://testserver{first.address}",
        "og:image:width": "1200",
        "og:image:height": "900",
        "og:image:alt": "First.",
    }
    assert page.structured_nodes()["Article"]["image"] == [
        f"http://testserver{picture.address}" for picture in (first, later)
    ]


def test_article_without_pictures_says_nothing_of_them(visitor):
    make_article(slug="knees")
    page = Page(visitor.get("/articles/knees/"))
    assert page.all("img") == []
    assert "image" not in page.structured_nodes()["Article"]
    assert page.one("meta[property='og:image']")["content"].endswith("/static/img/share.png")


def test_pictures_take_two_more_queries_however_many_there_are(visitor):
    articles = [make_article(slug=f"with-{count}", body=BODY) for count in (0, 1, 5)]
    for count, article in zip((0, 1, 5), articles, strict=True):
        for _ in range(count):
            make_picture(in_article=article, texts={"es": "Texto."})
    visitor.get("/")  # reads the clinic's facts, which are kept then
    costs = []
    for article in articles:
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get(f"/articles/{article.original.slug}/").status_code == 200
        costs.append(len(queries))
    assert costs == [costs[0], costs[0] + 2, costs[0] + 2]


def test_card_shows_the_picture_that_leads_its_article_as_decoration(visitor):
    article = make_article(title="Knees", body=BODY)
    make_article(title="Backs")
    make_picture(in_article=article)
    first = make_picture(leads=article)
    for address in ("/", "/articles/", "/search/?q=knees"):
        (picture,) = Page(visitor.get(address)).all(".card img")
        assert (picture["src"], picture["alt"]) == (first.address, ""), address
        assert [line.split() for line in picture["srcset"].split(", ")] == [
            [address, f"{width}w"] for address, width in first.versions
        ]
        assert picture.find_parent("article").h2 or picture.find_parent("article").h3


def test_cards_take_as_many_queries_for_many_pictures_as_for_one(visitor):
    articles = [make_article() for _ in range(6)]
    make_picture(leads=articles[0])
    costs = []
    for _ in range(2):
        forget_facts()
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get("/articles/").status_code == 200
        costs.append(len(queries))
        for article in articles[1:]:
            make_picture(leads=article)
            make_picture(in_article=article)
    assert costs[0] == costs[1]


def test_preview_shows_the_pictures(staff, visitor):
    article = make_article(state="draft")
    make_picture(in_article=article), make_picture(leads=article)
    assert len(Page(staff.get(f"/admin/articles/article/preview/{article.original.pk}/")).all("main img")) == 2


# The files and the rows


def test_files_go_when_the_picture_is_deleted(visitor, django_capture_on_commit_callbacks):
    picture, other = make_picture(), make_picture()
    with django_capture_on_commit_callbacks(execute=True):
        picture.delete()
    assert {visitor.get(address).status_code for address, _ in picture.versions} == {404}
    assert {visitor.get(address).status_code for address, _ in other.versions} == {200}


def test_files_stay_when_the_picture_came_back_meanwhile(visitor, django_capture_on_commit_callbacks):
    picture = make_picture(color="olive")
    with django_capture_on_commit_callbacks(execute=True):
        picture.delete()
        again = make_picture(color="olive")
    assert visitor.get(again.address).status_code == 200


def test_widths_of_a_picture_are_those_of_its_files():
    for size in ((300, 200), (480, 320), (799, 600), (1200, 900), (3000, 2000)):
        picture = make_picture(size=size)
        assert [width for _, width in picture.versions] == pictures.widths_up_to(min(size[0], 1200))
