"""Which addresses the old site had, of posts, pictures, categories and lists, and where links in its texts lead."""

from datetime import date

import pytest

from articles import slug_redirects
from clinic_site.old_site.addresses import (
    addresses_of_attachment,
    addresses_of_category,
    addresses_of_files,
    addresses_of_lists,
    addresses_of_post,
    key_of_link,
)
from clinic_site.old_site.items import Item, OldSite, Term
from tests.factories import make_article
from tests.unit.clinic_site.redirects.conftest import ARABIC, ARABIC_CODES

HOME = "https://www.old.example"


def old_site(**changes):
    return OldSite(**{"address": HOME, **changes})


def post(link="/2022/06/knees/", **changes):
    """A post as its author's first address shows it; `link` begins behind the host."""
    values = {"post_id": 4, "type": "post", "status": "publish", "slug": "knees", "posted_on": date(2022, 6, 18)}
    return Item(**values | {"guid": f"{HOME}/?p=4", "link": f"{HOME}{link}", **changes})


def picture(**changes):
    values = {"post_id": 6, "type": "attachment", "status": "inherit", "slug": "drawing"}
    return Item(
        **values | {"guid": "", "link": f"{HOME}/2022/06/knees/drawing/", "file": "2022/06/drawing.jpg", **changes}
    )


def addresses(item, site=None, *, is_slug_free=True):
    return addresses_of_post(item, site or old_site(), is_slug_free=is_slug_free)


# Posts and pages


def test_a_post_has_its_address_two_numbers_and_its_bare_slug():
    assert addresses(post()) == ["/2022/06/knees/", "/?p=4", "/?page_id=4", "/knees/"]


def test_a_bare_slug_that_a_page_has_is_not_the_posts():
    assert addresses(post(), is_slug_free=False) == ["/2022/06/knees/", "/?p=4", "/?page_id=4"]


@pytest.mark.parametrize(
    ("link", "earlier"),
    [
        ("/2021/02/c/", ["/2021/02/a/", "/2021/01/a/", "/2021/02/b/", "/2021/01/b/", "/2021/01/c/"]),
        ("/2021/02/03/c/", ["/2021/02/03/a/", "/2021/01/09/a/", "/2021/02/03/b/", "/2021/01/09/b/", "/2021/01/09/c/"]),
        ("/blog/2021/02/c/", [f"/blog/2021/{rest}/" for rest in ("02/a", "01/a", "02/b", "01/b", "01/c")]),
        ("/archives/2021/c/", ["/archives/2021/a/", "/archives/2021/b/"]),
        ("/c/", ["/a/", "/b/"]),
        ("/blog/c/", ["/blog/a/", "/blog/b/"]),
        ("/2021/02/c.html", [f"/2021/{rest}.html" for rest in ("02/a", "01/a", "02/b", "01/b", "01/c")]),
        ("/archives/8", []),
        ("/?p=8", []),
    ],
)
def test_each_old_slug_is_known_in_each_month_that_the_post_had(link, earlier):
    days = {"posted_on": date(2021, 2, 3), "old_days": (date(2021, 1, 9),)}
    item = post(link, post_id=8, slug="c", old_slugs=("a", "b"), **days)
    own = link if link.endswith((".html", "=8")) else link.rstrip("/") + "/"
    bare = [] if "?" in link else ["/c/"]
    assert sorted(addresses(item)) == sorted({own, "/?p=8", "/?page_id=8", *bare, *earlier})


def test_a_draft_has_nothing_but_its_numbers():
    item = post("/?p=12", post_id=12, status="draft", slug="", posted_on=None, guid=f"{HOME}/?p=12")
    assert addresses(item) == ["/?p=12", "/?page_id=12"]


def test_the_first_address_of_a_post_is_in_its_guid():
    assert addresses(post(guid="http://old.example/2020/01/first/"))[-1] == "/2020/01/first/"


@pytest.mark.parametrize(
    "guid",
    [
        f"{HOME}/?p=123",
        f"{HOME}/?page_id=9",
        f"{HOME}/?post_type=page&p=9",
        "https://elsewhere.example/2020/01/first/",
        "https://elsewhere.example/?p=4",
        "urn:uuid:1",
        "https://[",
        "4",
        "",
    ],
)
def test_other_guids_are_no_addresses(guid):
    assert addresses(post(guid=guid)) == addresses(post())


def test_an_arabic_address_is_kept_as_people_read_it():
    item = post(
        f"/ar/2022/06{ARABIC_CODES.lower()}", slug=ARABIC.strip("/"), language="ar", old_slugs=(ARABIC_CODES[1:-1],)
    )
    assert addresses(item) == [
        f"/ar/2022/06{ARABIC}",
        f"/2022/06{ARABIC}",
        "/?p=4",
        "/?page_id=4",
        f"/ar{ARABIC}",
        ARABIC,
    ]
    assert addresses(post(f"/ar/2022/06{ARABIC_CODES}", slug=ARABIC_CODES[1:-1].lower(), language="ar")) == addresses(
        item
    )


def test_a_translation_was_found_without_the_prefix_of_its_language():
    item = post("/pl/2022/07/kolana/", slug="kolana", language="pl", posted_on=date(2022, 7, 2), old_slugs=("kolano",))
    assert addresses(item) == [
        "/pl/2022/07/kolana/",
        "/2022/07/kolana/",
        "/?p=4",
        "/?page_id=4",
        "/pl/kolana/",
        "/kolana/",
        "/pl/2022/07/kolano/",
        "/2022/07/kolano/",
    ]


def test_a_language_that_this_site_lacks_keeps_its_prefix_before_numbers():
    assert addresses(post("/en/2022/06/knees/", language="en")) == [
        "/en/2022/06/knees/",
        "/2022/06/knees/",
        "/en/?p=4",
        "/en/?page_id=4",
        "/?p=4",
        "/?page_id=4",
        "/en/knees/",
        "/knees/",
    ]


def test_the_language_of_a_post_in_the_default_language_is_no_prefix():
    assert addresses(post(language="en")) == addresses(post())


def test_each_address_of_a_site_in_a_folder_begins_with_it():
    site = old_site(address="https://old.example:8080/blog")
    item = post(link="", slug="knees", language="pl", old_slugs=("a",), guid="https://old.example/blog/?p=4")
    item.link = "https://old.example/blog/pl/2022/06/knees/"
    assert addresses(item, site) == [
        "/blog/pl/2022/06/knees/",
        "/blog/2022/06/knees/",
        "/blog/pl/?p=4",
        "/blog/pl/?page_id=4",
        "/blog/?p=4",
        "/blog/?page_id=4",
        "/blog/pl/knees/",
        "/blog/knees/",
        "/blog/pl/2022/06/a/",
        "/blog/2022/06/a/",
    ]


def test_the_home_page_is_never_led_away():
    front = {"type": "page", "slug": "welcome", "guid": f"{HOME}/"}
    assert addresses(post("/", **front)) == ["/?p=4", "/?page_id=4", "/welcome/"]
    assert addresses(post("/pl/", language="pl", **front)) == ["/?p=4", "/?page_id=4", "/pl/welcome/", "/welcome/"]
    site = old_site(address=f"{HOME}/blog")
    assert "/blog/" not in addresses(post("/blog/", **front), site)


def test_a_page_below_another_was_found_by_its_slug_alone():
    item = post("/about/rooms/", type="page", slug="rooms", old_slugs=("beds",))
    assert addresses(item) == ["/about/rooms/", "/?p=4", "/?page_id=4", "/rooms/", "/about/beds/"]


def test_an_address_too_long_for_a_redirect_or_kept_for_this_site_is_left_out():
    slug = "a" * 195
    assert addresses(post(f"/2022/06/{slug}/", slug=slug)) == ["/?p=4", "/?page_id=4", f"/{slug}/"]
    assert addresses(post("/admin/", slug="admin")) == ["/?p=4", "/?page_id=4"]


# Pictures


def test_the_page_of_a_picture_has_three_addresses():
    assert addresses_of_attachment(picture(), old_site()) == [
        "/2022/06/knees/drawing/",
        "/?attachment_id=6",
        "/drawing/",
    ]
    alone = picture(link=f"{HOME}/?attachment_id=6")
    assert addresses_of_attachment(alone, old_site(), is_slug_free=False) == ["/?attachment_id=6"]


def test_a_file_has_an_address_in_each_size():
    item = picture(
        file="2022/06/drawing-scaled.jpg",
        file_address=f"{HOME}/wp-content/uploads/2022/06/drawing-scaled.jpg",
        original_file="drawing.jpg",
        sizes=("drawing-300x225.jpg", "drawing-150x150.jpg"),
        guid=f"{HOME}/wp-content/uploads/2022/06/drawing.jpg",
    )
    names = ("drawing-scaled.jpg", "drawing.jpg", "drawing-300x225.jpg", "drawing-150x150.jpg")
    assert addresses_of_files(item, old_site()) == [f"/wp-content/uploads/2022/06/{name}" for name in names]


@pytest.mark.parametrize(
    ("file", "file_address", "address"),
    [
        ("2022/06/a.jpg", f"{HOME}/files/2022/06/a.jpg", "/files/2022/06/a.jpg"),
        ("2022/06/a.jpg", "https://cdn.example/x/a.jpg", "/wp-content/uploads/2022/06/a.jpg"),
        ("2022/06/a.jpg", "", "/wp-content/uploads/2022/06/a.jpg"),
        ("a.jpg", "", "/wp-content/uploads/a.jpg"),
        ("", f"{HOME}/wp-content/uploads/a.jpg", "/wp-content/uploads/a.jpg"),
        ("2022/06/a#1.jpg", f"{HOME}/wp-content/uploads/2022/06/a#1.jpg", "/wp-content/uploads/2022/06/a#1.jpg"),
        (
            "2022/06/bo\u0301l.jpg",
            f"{HOME}/wp-content/uploads/2022/06/b%c3%b3l.jpg",
            "/wp-content/uploads/2022/06/ból.jpg",
        ),
    ],
)
def test_the_folder_of_uploads_is_learned_from_the_address_of_the_file(file, file_address, address):
    assert addresses_of_files(picture(file=file, file_address=file_address), old_site()) == [address]


def test_a_picture_without_a_file_has_no_address_of_one():
    assert addresses_of_files(picture(file=""), old_site()) == []


# Categories and lists


@pytest.fixture
def categories():
    return {
        "neck": Term("neck", "Neck", 3, parent="back"),
        "back": Term("back", "Back", 2),
        "a": Term("a", "A", 8, parent="b"),
        "b": Term("b", "B", 9, parent="a"),
    }


def test_a_category_below_another_is_found_by_its_whole_path_its_slug_and_its_number(categories):
    site = old_site(categories=categories)
    assert addresses_of_category("neck", site) == ["/category/back/neck/", "/category/neck/", "/?cat=3"]
    assert addresses_of_category("back", site, "topics") == ["/topics/back/", "/?cat=2"]
    assert addresses_of_category("a", site) == ["/category/b/a/", "/category/a/", "/?cat=8"]


def test_a_category_that_no_list_names_is_found_by_its_slug():
    assert addresses_of_category("%d8%a3", old_site()) == ["/category/أ/"]


def test_a_category_has_an_address_in_each_language_and_in_the_folder(categories):
    site = old_site(address=f"{HOME}/blog", categories=categories)
    assert addresses_of_category("back", site, languages=["pl"]) == [
        "/blog/category/back/",
        "/blog/pl/category/back/",
        "/blog/?cat=2",
    ]


def test_lists_and_feeds_lead_to_the_articles():
    site = old_site(tags={"rest": Term("rest", "Rest")}, authors={"editor"})
    items = [
        post(author="editor"),
        post("/2021/02/05/hips/", posted_on=date(2021, 2, 5), tags=(Term("hip", "Hip"),)),
        post("/?p=9", status="draft", posted_on=date(2020, 1, 1), author="nobody"),
        post("/about/", type="page", posted_on=date(2019, 1, 1), author="nobody"),
    ]
    lists = ["page", "author/editor", "tag/rest", "tag/hip", "2022", "2022/06", "2021", "2021/02"]
    feeds = ["feed/", "rss/", "rss2/", "atom/", "rdf/", "?feed=rss", "?feed=rss2", "?feed=atom", "?feed=rdf"]
    assert addresses_of_lists(site, items) == {
        **{f"/{each}/": "/articles/" for each in lists},
        **{f"/{each}": "/articles/feed/" for each in feeds},
    }


def test_lists_of_a_language_lead_to_its_articles():
    item = post("/pl/2022/06/kolana/", slug="kolana", language="pl", author="editor", tags=(Term("kolano", "Kolano"),))
    found = addresses_of_lists(old_site(), [item], "topics")
    polish = {address: path for address, path in found.items() if path.startswith("/pl/")}
    assert polish == {
        **{f"/pl/{each}/": "/pl/articles/" for each in ("page", "author/editor", "topics/kolano", "2022", "2022/06")},
        **{f"/pl/{each}/": "/pl/articles/feed/" for each in ("feed", "rss", "rss2", "atom", "rdf")},
    }
    assert found["/2022/06/"] == "/articles/"
    assert "/pl/" not in found


def test_home_pages_that_this_site_lacks_lead_to_the_home_page():
    site = old_site(address=f"{HOME}/blog")
    items = [post("/blog/en/2022/06/knees/", language="en"), post("/blog/pl/2022/06/kolana/", language="pl")]
    found = addresses_of_lists(site, items)
    assert {address: path for address, path in found.items() if path in ("/", "/pl/")} == {
        "/blog/": "/",
        "/blog/en/": "/",
        "/blog/pl/": "/pl/",
    }
    assert found["/blog/pl/page/"] == "/pl/articles/"
    assert "/" not in found


# Links in texts


@pytest.mark.parametrize(
    "href",
    [
        "https://www.old.example/2022/06/knees/",
        "https://old.example/2022/06/knees",
        "http://www.old.example/2022/06/knees/",
        "HTTP://OLD.EXAMPLE:80/2022/06/knees/",
        "https://old.example:8443/2022/06/knees/?utm_source=letter#pillow",
        "//www.old.example/2022/06/knees/",
        "/2022/06/knees/",
        " /2022/06/knees/#pillow ",
        "../knees/",
        "https://old.example/2022/06/%6bnees/",
    ],
)
def test_a_link_has_the_key_of_the_redirect_however_it_is_written(href):
    assert key_of_link(href, old_site(), page=f"{HOME}/2022/06/hips/") == addresses(post())[0]


@pytest.mark.parametrize(
    ("href", "key"),
    [
        ("?p=4", "/?p=4"),
        ("/?p=4&preview=true", "/?p=4"),
        ("https://old.example?p=4", "/?p=4"),
        ("/index.php?p=4", "/?p=4"),
        ("/pl/?p=4", "/?p=4"),
        ("/fr/?p=4", "/fr/?p=4"),
        ("/hips/?p=4", "/hips/"),
        ("/?cat=3#top", "/?cat=3"),
        ("next/", "/2022/06/hips/next/"),
        (ARABIC_CODES, ARABIC),
        (ARABIC_CODES.lower(), ARABIC),
        ("https://old.example", "/"),
        ("/wp-content/uploads/2022/06/a.jpg", "/wp-content/uploads/2022/06/a.jpg"),
    ],
)
def test_a_link_to_the_old_site_has_a_key(href, key):
    assert key_of_link(href, old_site(), page="/2022/06/hips/") == key


def test_a_link_relative_to_no_page_begins_at_the_home_page():
    assert key_of_link("knees/", old_site()) == "/knees/"
    assert key_of_link("knees/", old_site(address=f"{HOME}/blog")) == "/blog/knees/"
    assert key_of_link("?p=4", old_site(address=f"{HOME}/blog"), page="/blog/2022/06/knees/") == "/blog/?p=4"
    assert key_of_link("/blog/index.php?p=4", old_site(address=f"{HOME}/blog")) == "/blog/?p=4"


@pytest.mark.parametrize(
    "href",
    [
        "https://other.example/2022/06/knees/",
        "https://old.example.evil.example/",
        "//other.example/?p=4",
        "mailto:desk@old.example",
        "tel:+17085550100",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://[",
    ],
)
def test_a_link_to_another_site_has_no_key(href):
    assert key_of_link(href, old_site()) is None


# What a browser gets


@pytest.mark.django_db
def test_a_browser_that_kept_an_address_of_a_post_finds_its_article(visitor):
    make_article(slug="desk")
    days = {"posted_on": date(2021, 2, 3), "old_days": (date(2021, 1, 9),)}
    for address in addresses(post("/2021/02/desk/", slug="desk", old_slugs=("a", "b"), **days)):
        slug_redirects.add_redirect(address, "/articles/desk/")
    kept = [
        "/2021/02/desk/",
        "/2021/2/Desk/",
        "/2021/02/desk/feed/",
        "/2021/02/03/desk/",
        "/desk/2/",
        "/?p=4",
        "/?page_id=4",
    ]
    kept += ["/2021/01/a/", "/2021/02/a/embed/", "/2021/1/b/", "/2021/02/b/amp/"]
    assert {visitor.get(address).get("Location") for address in kept} == {"/articles/desk/"}
    assert [visitor.get(address).status_code for address in ("/2019/05/a/", "/2021/03/desk/", "/a/")] == [404, 404, 404]
