"""How the addresses that staff write or paste are read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clinic_site.redirects.addresses import normalize_old_address, read_table
from tests.unit.clinic_site.redirects.conftest import ARABIC, ARABIC_CODES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "query", "stored_as"),
    [
        ("/a", "", "/a/"),
        ("/a/", "", "/a/"),
        ("/a//", "", "/a/"),
        ("/", "", "/"),
        ("/a.html", "", "/a.html"),
        ("/v1.2/a", "", "/v1.2/a/"),
        ("/", "p=5", "/?p=5"),
        ("/", "page_id=5&preview=true", "/?page_id=5"),
        ("/a/", "p=5", "/a/"),
    ],
)
def test_addresses_are_stored_in_one_form(path, query, stored_as):
    assert normalize_old_address(path, query) == stored_as


def read(text):
    table = read_table(text)
    assert table.problems == []
    return table.redirects


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(
    "line",
    [
        "/old\t/contact/",
        "/old/,/contact/",
        "/old/, /contact/",
        "/old/;/contact/",
        "/old/ /contact/",
        "/old/    /contact/",
        "/old/ → /contact/",
        "/old/ -> /contact/",
        '"/old/","/contact/"',
        "  /old/\t/contact/\t",
        "/old/\t\t/contact",
        "https://www.old.example/old/\t/contact/",
        "http://old.example/old?replytocom=5#comments /contact/",
        "\ufeff/old/\t/contact/",
        "\u200e/old/\t\u202a/contact/\u202c",
        "/old/\thttp://testserver/contact/",
        "/old/\thttps://localhost/contact",
    ],
)
def test_line_is_read_however_it_was_copied(line):
    assert read(line) == {"/old/": "/contact/"}


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(
    ("old", "stored_as"),
    [
        (ARABIC, ARABIC),
        (ARABIC_CODES, ARABIC),
        (ARABIC_CODES.lower(), ARABIC),
        ("https://old.example" + ARABIC_CODES, ARABIC),
        ("/bo\u0301l-kolana", "/ból-kolana/"),
        ("/b%C3%B3l-kolana/", "/ból-kolana/"),
        ("https://old.example/?p=123", "/?p=123"),
        ("https://old.example?page_id=12&preview=true", "/?page_id=12"),
        ("/wp-content/uploads/2022/06/knee.pdf", "/wp-content/uploads/2022/06/knee.pdf"),
        ("/" + "ا" * 198, "/" + "ا" * 198 + "/"),
    ],
)
def test_old_address_is_stored_as_people_read_it(old, stored_as):
    assert read(f"{old}\t/contact/") == {stored_as: "/contact/"}


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(
    "new",
    [
        "/",
        "/contact/",
        "/es/contact/",
        "/articles/",
        "/articles/?topic=back-pain",
        "/ar/articles/?topic=back-pain",
        "/articles/feed/",
        "/articles/knees/",
        "/articles/draft/",
        "/es/articles/rodillas/",
        "/pl/articles/knees/",
        "/sitemap.xml",
    ],
)
def test_new_address_is_any_page_of_the_site(new):
    assert read(f"/old/\t{new}") == {"/old/": new}


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/old/", "Write an old and a new address, with a tab, a comma or a space between them."),
        ("/old/ /contact/ 301", "Write an old and a new address, with a tab, a comma or a space between them."),
        ("old /contact/", "Begin “old” with / or https://."),
        ("/old/ contact", "Begin “contact” with / or https://."),
        ("javascript:alert(1) /contact/", "Begin “javascript:alert(1)” with / or https://."),
        ("/old/ javascript:alert(1)", "Begin “javascript:alert(1)” with / or https://."),
        ("https://[ /contact/", "“https://[” is not an address."),
        ("/old/ https://evil.example/contact/", "“https://evil.example/contact/” is on another site. "
         "Write the path of a page on this site, like /contact/."),
        ("/old/ //evil.example/contact/", "“//evil.example/contact/” is on another site. "
         "Write the path of a page on this site, like /contact/."),
        ("/old/ /nowhere/", "“/nowhere/” is not a page on this site."),
        ("/old/ /articles/nothing/", "“/articles/nothing/” is not a page on this site."),
        ("/old/ /pl/articles/rodillas/", "“/pl/articles/rodillas/” is not a page on this site."),
        ("/old/ /fr/contact/", "“/fr/contact/” is not a page on this site."),
        ("/old/ /admin/", "“/admin/” is not a page on this site."),
        ("/old/ /consultation/received/abc/", "“/consultation/received/abc/” is not a page on this site."),
        ("/old/ /articles/?topic=none", "In the new address, leave out ? or # and everything after it."),
        ("/old/ /contact/#map", "In the new address, leave out ? or # and everything after it."),
        ("/contact/ /articles/", "“/contact/” is a page on this site, not an old address."),
        ("/contact /articles/", "“/contact/” is a page on this site, not an old address."),
        ("/articles/knees /contact/", "“/articles/knees/” is a page on this site, not an old address."),
        ("/es/articles/knees/ /contact/", "“/es/articles/knees/” is a page on this site, not an old address."),
        ("/articles/draft/ /contact/", "“/articles/draft/” is a page on this site, not an old address."),
        ("/admin/x /contact/", "“/admin/x/” is a page on this site, not an old address."),
        ("/healthz /contact/", "“/healthz/” is a page on this site, not an old address."),
        ("https://old.example /contact/", "“/” is a page on this site, not an old address."),
        ("/%ff/ /contact/", "Copy “/%ff/” again: its percent codes are not UTF-8."),
        ("/a%00b/ /contact/", "Copy “/a%00b/” again: it has characters that no address can have."),
        ("/" + "a" * 200 + " /contact/", "Shorten the old address: it has more than 200 characters."),
    ],
)  # fmt: skip
def test_line_with_an_unknown_page_is_refused_with_a_message(line, sentence):
    table = read_table(f"/fine/ /contact/\n{line}")
    assert [(problem.number, problem.line, problem.sentence) for problem in table.problems] == [(2, line, sentence)]


@pytest.mark.usefixtures("articles")
def test_heading_of_a_spreadsheet_is_left_out_and_named():
    table = read_table("\nOld URL\tNew URL\n/old/\t/contact/\nOld URL\tNew URL")
    assert table.heading == "Old URL\tNew URL"
    assert table.redirects == {"/old/": "/contact/"}
    assert [problem.number for problem in table.problems] == [4]


@pytest.mark.usefixtures("articles")
def test_an_address_twice_is_taken_once_and_refused_with_two_new_ones():
    table = read_table("/old/ /contact/\n/old /contact\nhttp://old.example/old/ /articles/")
    assert table.redirects == {"/old/": "/contact/"}
    assert [problem.sentence for problem in table.problems] == ["Line 1 already redirects “/old/” to “/contact/”."]


@pytest.mark.usefixtures("articles")
def test_reading_costs_the_same_for_one_line_and_many():
    counts = []
    for lines in (1, 500):
        with CaptureQueriesContext(connection) as queries:
            read("\n".join(f"/old-{number}/ /articles/knees/" for number in range(lines)))
        counts.append(len(queries))
    assert counts == [2, 2]
