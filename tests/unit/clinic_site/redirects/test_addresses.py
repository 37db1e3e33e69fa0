"""How the addresses that staff write or paste are read."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clinic_site.redirects.addresses import AddressError, normalize_old_address, read_table
from tests.unit.clinic_site.redirects.conftest import ARABIC, ARABIC_CODES

pytestmark = pytest.mark.django_db
COLUMNS = "source,target,regex,code,type,match,hits,title"


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
        ("/blog/* /articles/", "“/blog/*/” is a pattern. Write each address on a line of its own."),
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
    assert table.left_out == [("Old URL\tNew URL", "the heading")]
    assert table.redirects == {"/old/": "/contact/"}
    assert [problem.number for problem in table.problems] == [4]


@pytest.mark.usefixtures("articles")
def test_a_quoted_first_line_is_no_heading():
    text = '"/knee,-back-tips/","/articles/"\n"/visit-us/","/contact/"'
    assert read(text) == {"/knee,-back-tips/": "/articles/", "/visit-us/": "/contact/"}


@pytest.mark.usefixtures("articles")
def test_the_csv_of_redirection_is_taken_as_it_is():
    table = read_table(
        f"{COLUMNS}\n"
        '"/knee,-back-tips/","/articles/","0","301","url","url","12",""\n'
        '"/old/","https://testserver/contact/",0,301,url,url,3,"A ""quoted"" title"\n'
        '"/blog/.*","/articles/",1,301,url,url,3,""\n'
        '"/gone/","",0,410,error,url,3,""\n'
        '"/members/","/unknown",0,301,url,login,3,""\n'
        '"/random/","",0,301,random,url,3,""\n'
    )
    assert table.redirects == {"/knee,-back-tips/": "/articles/", "/old/": "/contact/"}
    assert table.problems == []
    assert table.left_out == [
        (COLUMNS, "the heading"),
        ("/blog/.* /articles/", "a pattern for many addresses"),
        ("/gone/ ", "a page that is gone"),
        ("/members/ /unknown", "for some visitors only, such as those who are logged in"),
        ("/random/ ", "not a redirect to one page"),
    ]


@pytest.mark.usefixtures("articles")
def test_blank_lines_may_stand_before_an_export():
    assert read(f"\n \n{COLUMNS}\n/old/,/contact/,0,301,url,url,0,") == {"/old/": "/contact/"}


@pytest.mark.whole
@pytest.mark.usefixtures("articles")
def test_the_json_of_many_redirects_has_many_more_lines():
    items = [redirection_item(url=f"/old-{number}/") for number in range(2000)]
    text = json.dumps({"redirects": items}, indent=4)
    assert len(text.splitlines()) > 20_000
    assert len(read(text)) == 2000
    with pytest.raises(AddressError, match="Paste at most 2,000 redirects at once"):
        read_table(json.dumps({"redirects": [*items, redirection_item()]}, indent=4))


@pytest.mark.usefixtures("articles")
def test_the_csv_of_yoast_is_taken_as_it_is():
    table = read_table(
        '"Origin","Target","Type","Format"\n"visit-us","contact/","301","plain"\n"^blog","/","301","regex"\n'
        '"gone/","","410","plain"'
    )
    assert table.redirects == {"/visit-us/": "/contact/"}
    assert table.problems == []
    assert [reason for _, reason in table.left_out] == [
        "the heading", "a pattern for many addresses", "a page that is gone",
    ]  # fmt: skip


def redirection_item(**changes):
    source = {"flag_query": "exact", "flag_case": False, "flag_trailing": False, "flag_regex": False}
    item = {"id": 1, "url": "/visit-us/", "match_url": "/visit-us", "match_data": {"source": source}, "title": ""}
    item |= {"action_code": 301, "action_type": "url", "action_data": {"url": "/contact/"}, "match_type": "url"}
    return {**item, "regex": False, "group_id": 1, "position": 0, "hits": 15, "enabled": True, **changes}


@pytest.mark.usefixtures("articles")
def test_the_json_of_redirection_is_taken_as_it_is():
    items = [
        redirection_item(),
        redirection_item(url="/off/", enabled=False),
        redirection_item(url="/x.*", match_data={"source": {"flag_regex": True}}),
        redirection_item(url="/in/", match_type="login", action_data={"logged_in": "/a/", "logged_out": "/b/"}),
        redirection_item(url="/gone/", action_code=410, action_type="error", action_data=None),
    ]
    table = read_table(json.dumps({"plugin": {"version": "5.4.2"}, "groups": [], "redirects": items}, indent=4))
    assert table.redirects == {"/visit-us/": "/contact/"}
    assert table.problems == []
    assert [reason for _, reason in table.left_out] == [
        "switched off",
        "a pattern for many addresses",
        "for some visitors only, such as those who are logged in",
        "a page that is gone",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"redirects": 5}',
        '{"redirects": [5]}',
        '{"groups": []}',
        '{"redirects": [{}]}',
        f"{COLUMNS}\n/a/,{'x' * 200_000},0,301,url,url,0,",
    ],
)
def test_other_exports_are_refused(text):
    with pytest.raises(AddressError, match="Paste all of what Redirection or Yoast SEO exports"):
        read_table(text)


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
