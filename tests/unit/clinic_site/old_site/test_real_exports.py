"""Export files that WordPress itself wrote, in tests/old_sites: all that they hold comes, waits or is named.

Each is cut down to what an import reads. They are of invented sites: `classic` (WordPress 6.1.9, the classic editor),
`classic-again` (the same site later), `posts-only` (its posts alone), `blocks-and-languages` (7.1 with Polylang) and
`rough-edges` (7.1; not well-formed, with markup of all kinds).
"""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from django.apps import apps
from django.contrib.redirects.models import Redirect
from django.utils.html import escape
from django.utils.text import slugify

from articles.actions import save_text
from articles.body import split_body
from articles.body_pictures import find_hashes
from articles.models import Article, ArticleText, Picture
from clinic_site.models import ImportedItem
from clinic_site.old_site.applying import Import
from clinic_site.old_site.bodies import convert_body
from clinic_site.old_site.choices import read_choices
from clinic_site.old_site.contents import Contents
from clinic_site.old_site.planning import Planner
from clinic_site.old_site.reading import Export
from clinic_site.old_site.report import as_text, tell
from clinic_site.old_site.words import read_words, visible_words
from tests import WHOLE, old_sites
from tests.factories import make_clinic, picture_file

pytestmark = pytest.mark.django_db

HERE = Path(old_sites.__file__).parent
FILES = sorted(file.stem for file in HERE.glob("*.xml"))
each_file = pytest.mark.parametrize("name", FILES if WHOLE else ["blocks-and-languages"])
PUBLISH = {"publish": "Our doctors wrote it."}
NOW = datetime(2026, 11, 27, 18, 42, tzinfo=UTC)  # a minute after the last of them was made
TODAY = f"{NOW:%Y-%m-%d %H:%M}"
# What visitors and staff of the old site wrote for few eyes. No word of it may be anywhere.
SECRETS = ["heron", "mail.example", "A reader", "The key hangs", "those who know the word", "open & shut", "Away."]


@pytest.fixture(autouse=True)
def clinic(clock):
    clock.move_to(NOW)
    return make_clinic()


@pytest.fixture
def uploads(tmp_path):
    """The pictures of both sites; the drawing of a neck is the same file in both."""
    files = {
        "2022/06/shoulder-drawing.jpg": picture_file(size=(400, 300)),
        "2022/06/neck-drawing.png": picture_file("PNG", size=(320, 240)),
        "2022/03/neck-drawing.png": picture_file("PNG", size=(320, 240)),
    }
    for path, content in files.items():
        file = tmp_path / "uploads" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return tmp_path / "uploads"


def plan_of(name, uploads=None, **choices):
    planner = Planner(Contents(Export([HERE / f"{name}.xml"]), uploads), read_choices(choices))
    planner.make()
    return planner


def bring(name, uploads=None, **choices):
    """Imports a file. Returns (planner, report)."""
    planner = plan_of(name, uploads, **choices)
    report = as_text(tell(planner.plan))
    outcome = Import(planner).run()
    assert (outcome.failed, outcome.without_picture) == ([], [])
    return planner, report


def articles():
    """[(day, topic, [(language, title, slug, state)])], in the order in which they came."""
    return [
        (
            f"{article.published_at:%Y-%m-%d %H:%M}",
            article.topic.names.get().name,
            [(text.language, text.title, text.slug, text.state) for text in article.texts.order_by("pk")],
        )
        for article in Article.objects.order_by("pk")
    ]


def shown_pictures():
    """[(first words of the article, section that shows it, name, alternative text)]; section 0 has no heading, and what
    leads the article has none."""
    shown = []
    for article in Article.objects.order_by("pk"):
        text = article.texts.earliest("pk")
        if lead := article.lead_picture:
            shown.append((text.title[:5], None, lead.name, lead.alternative_text))
        introduction, sections = split_body(text.body)
        for number, part in enumerate([introduction, *(section.body for section in sections)]):
            for content_hash in find_hashes(part):
                picture = Picture.objects.get(content_hash=content_hash)
                shown.append((text.title[:5], number, picture.name, picture.alternative_text))
    return shown


def stored_rows(*labels):
    models = [model for model in apps.get_models() if model._meta.app_label in labels or not labels]
    return {model._meta.label: list(model._base_manager.order_by("pk").values_list()) for model in models}


# What will be imported


def english(day, topic, title, slug, state="published"):
    return (day, topic, [("en", title, slug, state)])


NEWS = "Clinic news & hours"
CLASSIC = [
    english("2022-03-09 13:45", "Neck", "Stiff neck in the morning", "stiff-neck-in-the-morning"),
    english(
        "2022-06-18 13:30",
        "Shoulder and neck",
        "Shoulder Pain After Swimming: What to Know",
        "shoulder-pain-after-swimming-what-to-know",
    ),
    english("2021-02-03 16:00", "Neck", "Three stretches for the desk", "three-stretches-for-the-desk"),
    english("2021-05-28 14:00", NEWS, "Closed on Monday", "closed-on-monday"),
    english("2022-05-27 14:00", NEWS, "Closed on Monday", "closed-on-monday-2"),
    english(TODAY, "Shoulder and neck", "A draft without a slug", "a-draft-without-a-slug", "draft"),
    english(TODAY, "Other", "Waiting for the doctor", "waiting-for-the-doctor", "draft"),
    english("2031-05-06 12:08", NEWS, "New hours from May 2031", "new-hours-from-may-2031", "draft"),
]
CLASSIC_AGAIN = [
    *CLASSIC[:3],
    english("2022-05-27 14:00", NEWS, "Closed on Memorial Day", "closed-on-memorial-day"),
    english("2026-11-28 15:00", "Shoulder and neck", "A draft without a slug", "a-draft-without-a-slug", "draft"),
    *CLASSIC[6:],
    english("2026-11-20 15:00", "Other", "A new one since", "a-new-one-since"),
]
LANGUAGES = [
    (
        "2022-06-18 13:30",
        "Shoulder",
        [
            ("en", "Shoulder Pain After Swimming", "shoulder-pain-after-swimming", "published"),
            ("es", "Dolor de hombro después de nadar", "dolor-de-hombro-despues-de-nadar", "published"),
            ("pl", "Ból barku po pływaniu", "bol-barku-po-plywaniu", "published"),
            ("ar", "ألم الكتف بعد السباحة", "shoulder-pain-after-swimming-ar", "published"),
        ],
    ),
    (
        "2023-01-05 14:00",
        "Shoulder",
        [
            ("en", "Cold or warm?", "cold-or-warm", "published"),
            ("es", "¿Frío o calor?", "frio-o-calor", "draft"),
        ],
    ),
    ("2023-02-05 14:00", "Bark i łopatka", [("pl", "Dojazd do gabinetu", "dojazd-do-gabinetu", "draft")]),
]
SAME = "Ice & heat: the same from an administrator"
LONG = (
    "A very long title that goes on and on about the shoulder, the neck, the back, the hip, the knee, the ankle "
    "and at last"
)  # "the little toe of the left foot"
ARABIC = "ألم الركبة بعد الجري ما يجب أن تعرفه عن الأسباب والأعراض والعلاج"
POLISH = "Ból kolana po bieganiu — źródła i żele"
ROUGH_EDGES = [
    english("2020-01-01 16:00", "Other", "Control characters", "control-characters"),
    english("2020-01-02 16:00", "Other", "The end ]]> in a title", "the-end-in-a-title"),
    english("2020-01-03 16:00", "Other", 'Ice & heat: "which" ?', "ice-heat-which"),
    english("2020-01-04 16:00", "Other", SAME, "ice-heat-the-same-from-an-administrator"),
    english("2020-01-05 16:00", "Other", LONG, f"{slugify(LONG)}-the"),
    english("2020-01-06 16:00", "ألم الركبة", ARABIC, "from-old-site-9"),
    english("2020-01-07 16:00", "Back", POLISH, "bol-kolana-po-bieganiu-zrodla-i-zele"),
    english("2020-01-08 16:00", "Other", "A post without a title.", "11-2"),
    english("2020-01-09 16:00", "Other", "Nothing in it", "nothing-in-it", "draft"),
    english("2020-01-10 16:00", "Other", "Twins", "twins"),
    english("2020-01-11 16:00", "Neck & back", "Markup of all kinds", "markup-of-all-kinds"),
    english("2009-02-03 16:00", "Other", "Old caption", "old-caption"),
]
COMES = {
    "classic": CLASSIC,
    "posts-only": CLASSIC,
    "classic-again": CLASSIC_AGAIN,
    "blocks-and-languages": LANGUAGES,
    "rough-edges": ROUGH_EDGES,
}
SHOULDER = (None, "shoulder-drawing.jpg", "A shoulder, drawn from the side")
CLASSIC_PICTURES = [("Stiff", 1, *SHOULDER[1:]), ("Shoul", *SHOULDER)]
PICTURES = {
    "classic": CLASSIC_PICTURES,
    "posts-only": [("Shoul", 0, *SHOULDER[1:])],
    "classic-again": [("Stiff", None, "neck-drawing.png", "Drawing of a neck"), *CLASSIC_PICTURES],
    "blocks-and-languages": [("Shoul", None, "shoulder-drawing.jpg", "A shoulder in a block")],
    "rough-edges": [],
}
WAIT = {
    "classic": ["2022/03/neck-drawing.png"],
    "posts-only": ["2022/03/neck-drawing.png"],
    "blocks-and-languages": ["2022/06/neck-drawing.png"],
}
NOT_FOR_EVERYBODY = [(15, "private"), (16, "protected by a password"), (17, "in the trash")]
LEFT_OUT = dict.fromkeys(["classic", "posts-only", "classic-again"], NOT_FOR_EVERYBODY)
COUNTS = {
    "classic": {"comment": 2, "nav_menu_item": 1, "custom_css": 1},
    "classic-again": {"comment": 2, "nav_menu_item": 1, "custom_css": 1},
    "posts-only": {"comment": 2},
}
PAGES = {
    "classic": [19, 20, 21, 22],
    "classic-again": [19, 20, 21, 22],
    "blocks-and-languages": [14, 15],
    "rough-edges": [14],
}


def test_every_file_is_tested():
    assert set(FILES) == set(COMES)


@each_file
def test_all_posts_come_as_they_were(name, uploads):
    planner, report = bring(name, uploads, **PUBLISH)

    assert articles() == COMES[name]
    assert shown_pictures() == PICTURES[name]
    waiting = [picture.path for picture in planner.plan.pictures.values() if picture.problem]
    assert waiting == WAIT.get(name, [])
    assert all(f"{path}: It has no alternative text in English." in report for path in waiting)
    left_out = [(item.post_id, reason) for item, reason in planner.plan.left_out]
    assert left_out == LEFT_OUT.get(name, [])
    assert all(f"(post {number}): {reason}" in report for number, reason in left_out)
    assert planner.plan.counts == COUNTS.get(name, {})
    assert [page.post_id for page in planner.plan.pages] == PAGES.get(name, [])
    assert planner.plan.dropped == (4 if name == "rough-edges" else 0)
    without_english = report.partition("Write the English text")[2].partition("\n\n")[0]
    assert ("Dojazd do gabinetu" in without_english) == (name == "blocks-and-languages")


@each_file
def test_nothing_is_public_unasked(name, uploads):
    bring(name, uploads)

    assert set(ArticleText.objects.values_list("state", flat=True)) == {"draft"}
    assert not ArticleText.objects.published().exists()


@each_file
def test_what_was_written_for_few_eyes_is_nowhere(name, uploads, caplog):
    _, report = bring(name, uploads, **PUBLISH)

    everything = f"{stored_rows()}{report}{caplog.text}"
    assert [words for words in SECRETS if words in everything] == []


# Words


@each_file
def test_no_word_is_lost_in_silence(name, uploads):
    """Private posts and pages as well, when somebody brings them."""
    pages = {str(number): "article" for number in PAGES.get(name, [])}
    planner, report = bring(name, uploads, pages=pages, bring=[15, 16])

    notes = {text.item.post_id: text.notes for article in planner.plan.articles for text in article.texts}
    compared = 0
    for item in planner.contents.export:
        if item.post_id not in notes or item.type not in ("post", "page"):
            continue
        text = ArticleText.objects.get(pk=ImportedItem.objects.get(guid=item.guid).text_id)
        lost = [note.words for note in notes[item.post_id] if note.is_lost]
        came = Counter(visible_words(convert_body(planner.surroundings_of(item)).shown))
        came += Counter(read_words(f"{item.title} {item.excerpt or item.description}"))
        told = Counter(visible_words(text.body)) + Counter(read_words(f"{text.title} {text.summary}"))
        if not item.title:
            told -= Counter(read_words(text.title))
        for words in lost:
            told += Counter(read_words(words))
        for note in notes[item.post_id]:
            told -= Counter(read_words(note.words)) if note.is_added else Counter()
        sentences = Picture.objects.values_list("alternative_text", flat=True)
        assert told - came == Counter(), item.title
        assert {word.lower() for word in came - told} <= set(read_words(" ".join(sentences).lower())), item.title
        assert [words for words in lost if words not in report] == []
        compared += 1
    assert compared == len(notes) > 6


# Addresses

EARLIER_NAMES = ["first-name-of-the-post", "second-name-of-the-post"]  # in each of two months


def old_addresses(item):
    """Those that a browser may have kept of a post."""
    path = urlsplit(item.link).path
    yield path
    yield path.rstrip("/")
    yield f"/?p={item.post_id}"
    yield f"/?page_id={item.post_id}"
    yield f"/?utm_source=letter&p={item.post_id}"
    for tail in ("feed/", "feed/atom/", "embed/", "amp/", "trackback/", "comment-page-2/", "2/", "page/3/"):
        yield f"{path}{tail}"
    year, month, slug = path.strip("/").split("/")[-3:]
    start = path.removesuffix(f"/{year}/{month}/{slug}/")
    yield f"{start}/{year}/{int(month)}/{slug}/"
    yield f"{start}/{year}/{month}/17/{slug}/"
    yield quote(unquote(path)) if "%" in path else path.upper()  # percent codes in capitals
    if slug != "twins":  # which a page had
        yield f"{start}/{slug}/"
    if slug == "three-stretches-for-the-desk":
        yield from (f"/2021/{month}/{old}/" for month in ("01", "02") for old in [*EARLIER_NAMES, slug])
    if start:  # of a language
        yield path.removeprefix(start)


@each_file
def test_every_address_of_a_public_post_leads_to_its_article(name, uploads, visitor):
    planner, _ = bring(name, uploads, **PUBLISH)

    public = 0
    for item in planner.contents.posts.values():
        row = ImportedItem.objects.filter(guid=item.guid).select_related("text").first()
        if not row or row.text.state != "published":
            continue
        public += 1
        address = row.text.address_in(row.text.language)
        for old in old_addresses(item):
            answer = visitor.get(old)
            assert (answer.status_code, answer.headers.get("Location")) == (301, address), old
        page = visitor.get(address)
        assert page.status_code == 200
        assert escape(row.text.title) in page.content.decode()
    assert public == sum(state == "published" for *_, texts in COMES[name] for *_, state in texts)


@pytest.mark.whole
@each_file
def test_every_redirect_leads_to_a_page_at_once(name, uploads, visitor):
    bring(name, uploads, **PUBLISH, pages={str(number): "/privacy/" for number in PAGES.get(name, [])})

    drafts = {text.address_in(text.language) for text in ArticleText.objects.filter(state="draft")}
    redirects = dict(Redirect.objects.values_list("old_path", "new_path"))
    assert len(redirects) > 50
    assert not set(redirects) & {"/", "/privacy/", "/articles/", "/contact/", "/es/", "/pl/", "/ar/"}
    for new in set(redirects.values()) - drafts:
        if not new.startswith("/pictures/"):
            assert visitor.get(new).status_code == 200, new


def test_rough_edges_are_kept_or_named(uploads):
    _, report = bring("rough-edges", uploads)

    end = ArticleText.objects.get(slug="the-end-in-a-title")
    assert (end.title, end.summary) == ("The end ]]> in a title", "and ]]> here")
    assert end.body == "<p>If a[b[0]]&gt;1 then rest. And ]]]]&gt; once more.</p>"
    assert "    4 invalid characters removed\n" in report
    table = "<table><tbody><tr><th><p>Week</p></th><td><p>1</p></td></tr></tbody></table>"
    assert table in ArticleText.objects.get(title="Markup of all kinds").body
    assert "    title shortened; left out: the little toe of the left foot\n" in report
    assert "was also in the categories: Ból kolana" in report


def test_main_pictures_that_posts_alone_do_not_name_are_told(uploads):
    _, report = bring("posts-only", uploads)

    assert "its main picture, number 6, is not in the export" in report
    assert "its main picture, number 7, is not in the export" in report


def test_pages_of_both_sites_stay_where_they_are(uploads, visitor):
    bring("blocks-and-languages", uploads, pages={"14": "/privacy/", "15": "/contact/"})

    assert visitor.get("/contact/").status_code == 200
    assert visitor.get("/?page_id=14").headers["Location"] == "/privacy/"
    assert visitor.get("/pl/kontakt/").headers["Location"] == "/contact/"


def test_categories_of_each_language_lead_to_what_is_in_them(uploads, visitor):
    bring("blocks-and-languages", uploads, **PUBLISH)

    arabic = quote("ألم-الكتف")
    for old, new in {
        "/category/shoulder/": "/articles/?topic=shoulder",
        "/es/category/hombro/": "/es/articles/?topic=shoulder",
        "/pl/category/bark-i-lopatka/": "/pl/articles/?topic=bark-i-lopatka",
        f"/ar/category/{arabic}/": "/ar/articles/?topic=shoulder",
        f"/ar/category/{arabic.lower()}/feed/": "/ar/articles/?topic=shoulder",
    }.items():
        assert visitor.get(old).headers["Location"] == new


def test_an_old_slug_is_not_found_in_a_month_that_the_post_never_had(uploads, visitor):
    bring("classic", uploads, **PUBLISH)

    assert visitor.get("/2019/05/first-name-of-the-post/").status_code == 404


# Twice


@each_file
def test_the_same_file_twice_writes_nothing(name, uploads):
    bring(name, uploads, **PUBLISH)
    before = stored_rows()
    planner = plan_of(name, uploads, **PUBLISH)

    assert planner.plan.digest == ""
    assert Import(planner).run().articles == 0
    assert stored_rows() == before


@pytest.mark.whole
def test_a_later_export_brings_what_changed_there(uploads, visitor):
    bring("classic", uploads, **PUBLISH)
    before = {row.pk: row for row in ArticleText.objects.all()}
    _, report = bring("classic-again", uploads, **PUBLISH)

    assert articles() == [*CLASSIC_AGAIN[:3], CLASSIC[3], *CLASSIC_AGAIN[3:]]
    assert "beside your neck, no more." in ArticleText.objects.get(slug="stiff-neck-in-the-morning").body
    versions = dict(ArticleText.objects.filter(pk__in=before).values_list("slug", "version"))
    changed = {slug for slug, version in versions.items() if version == 2}
    assert changed == {"stiff-neck-in-the-morning", "closed-on-memorial-day"}
    gone = report.partition("Imported before and no longer in the export")[2].partition("\n\n")[0]
    assert "- Closed on Monday" in gone
    assert visitor.get("/2022/05/closed-on-monday-2/").headers["Location"] == "/articles/closed-on-memorial-day/"
    assert visitor.get("/articles/closed-on-monday-2/").headers["Location"] == "/articles/closed-on-memorial-day/"
    assert Picture.objects.get(name="neck-drawing.png").alternative_text == "Drawing of a neck"
    assert shown_pictures() == PICTURES["classic-again"]


def test_a_later_export_changes_nothing_that_an_editor_wrote(uploads):
    bring("classic", uploads, **PUBLISH)
    text = ArticleText.objects.get(slug="stiff-neck-in-the-morning")
    text.body = text.body.replace("often comes from the night", "mostly comes from the pillow")
    save_text(text)
    _, report = bring("classic-again", uploads, **PUBLISH)

    kept = ArticleText.objects.get(pk=text.pk)
    assert (kept.body, kept.version, kept.state) == (text.body, text.version, "published")
    assert "Body here: A stiff neck mostly comes from the pillow." in report
    assert "Body on the old site: A stiff neck often comes from the night." in report
    assert "Body here: It should fill the space beside your neck." in report
    assert "Body on the old site: It should fill the space beside your neck, no more." in report


def test_pictures_that_waited_come_with_their_sentences(uploads):
    bring("classic", uploads)
    bring("classic", uploads, alternative_texts={"7": "A neck, drawn from behind."})

    neck = ("neck-drawing.png", "A neck, drawn from behind.")
    assert shown_pictures() == [("Stiff", None, *neck), *CLASSIC_PICTURES]
    assert set(ArticleText.objects.values_list("version", flat=True)) == {1}


def test_posts_alone_and_everything_later_are_one_import(uploads):
    bring("posts-only", uploads, **PUBLISH)
    bring("classic", uploads, **PUBLISH)

    assert articles() == CLASSIC
    assert Picture.objects.count() == 1
