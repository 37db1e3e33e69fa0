"""Addresses of the old site: how a table of them is read, and how requests for them are answered."""

from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import Permission
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import slug_redirects
from clinic_site.facts import current_clinic
from clinic_site.redirects.addresses import key, read_table
from clinic_site.redirects.admin import RedirectForm
from tests.factories import make_article, make_topic, make_translation
from tests.pages import Page

pytestmark = pytest.mark.django_db
ARABIC = "/ألم-الركبة/"
ARABIC_CODES = "/%D8%A3%D9%84%D9%85-%D8%A7%D9%84%D8%B1%D9%83%D8%A8%D8%A9/"


# Answers


@pytest.fixture
def old(visitor):
    """A visitor of a site that knows where some old addresses lead."""
    make_article(slug="knees")
    for address in ("/2022/06/18/knees/", "/?p=123", "/brochure.pdf", ARABIC, "/ból-kolana/"):
        slug_redirects.add_redirect(address, "/articles/knees/")
    return visitor


@pytest.mark.parametrize(
    "address",
    [
        "/2022/06/18/knees/",
        "/2022/06/18/knees",
        "/2022/06/18/knees/?utm_source=letter&fbclid=1",
        "/brochure.pdf",
        "/brochure.pdf/",
        "/?p=123",
        "/?p=123&utm_source=letter",
        "/index.php?p=123",
        ARABIC,
        ARABIC_CODES,
        ARABIC_CODES.lower().rstrip("/"),
        "/bo%CC%81l-kolana/",  # the accent as a sign of its own
        "/b%C3%B3l-kolana/",
    ],
)
def test_old_address_leads_to_its_new_page_however_it_is_written(old, address):
    response = old.get(address)
    assert (response.status_code, response["Location"]) == (301, "/articles/knees/")
    assert response["Cache-Control"] == "private, no-store"  # or browsers keep it, and an article may move back
    assert response["Content-Security-Policy"]
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.cookies == {}
    head = old.head(address)
    assert (head.status_code, head["Location"]) == (301, "/articles/knees/")


@pytest.mark.parametrize(
    "address", ["/2022/06/18/", "/2022/06/18/KNEES/", "/2022/06/18/knees/more/", "/es/2022/06/18/knees/", "/?p=1234"]
)
def test_other_addresses_are_not_found(old, address):
    assert old.get(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/%00", "/%ff%fe", "/?p=%00", "/?p=" + "9" * 50, "/?p=١٢٣", "/?" + "a&" * 200, "/?p"]
)
def test_odd_addresses_break_nothing(old, address):
    assert old.get(address).status_code in (200, 404)


def test_what_was_sent_is_not_led_anywhere(old):
    assert old.post("/2022/06/18/knees/", {"a": "b"}).status_code == 404
    assert old.post("/?p=123").status_code == 405


def test_page_that_exists_is_shown_whatever_is_stored(old):
    slug_redirects.add_redirect("/contact/", "/articles/knees/")
    slug_redirects.add_redirect("/admin/nothing/", "/articles/knees/")
    assert old.get("/contact/").status_code == 200
    assert old.get("/admin/nothing/")["Location"] != "/articles/knees/"


def test_missing_slash_of_a_page_is_added_as_before(old):
    assert old.get("/contact")["Location"] == "/contact/"


def test_pages_cost_no_query_more_and_what_is_missing_one(old):
    def cost(address):
        with CaptureQueriesContext(connection) as queries:
            old.get(address)
        return len(queries)

    old.get("/privacy/")  # reads the clinic's facts, which are kept then
    costs = {address: cost(address) for address in ("/privacy/", "/nowhere/", "/nowhere", "/2022/06/18/knees")}
    assert costs == {"/privacy/": 1, "/nowhere/": 2, "/nowhere": 2, "/2022/06/18/knees": 2}
    assert cost("/?utm_source=letter") == cost("/")


def test_not_found_is_said_while_the_database_is_away(old, monkeypatch):
    current_clinic()

    def no_database(*args, **kwargs):
        raise OperationalError("gone")

    monkeypatch.setattr(connection, "cursor", no_database)
    response = old.get("/2022/06/18/knees/")
    assert response.status_code == 404
    assert Page(response).text("h1") == "Page not found"


@pytest.mark.parametrize(
    ("path", "query", "kept"),
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
def test_addresses_are_kept_in_one_form(path, query, kept):
    assert key(path, query) == kept


# The site's own address


def test_whatever_asks_for_the_site_hears_the_address_of_the_settings(settings):
    assert Site.objects.get().domain == "testserver"
    settings.SITE_URL = "https://www.clinic.example"
    call_command("migrate", verbosity=0)
    assert Site.objects.get().domain == "www.clinic.example"


def test_no_page_names_djangos_example(visitor, staff):
    make_article()
    for address in ("/sitemap.xml", "/articles/feed/", "/robots.txt", "/"):
        assert b"example.com" not in visitor.get(address).content
    for address in ("/admin/", "/admin/login/", "/admin/redirects/redirect/add/"):
        assert b"example.com" not in staff.get(address).content
    assert staff.get("/admin/sites/site/").status_code == 404


# Reading a table


@pytest.fixture
def articles():
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    make_article(slug="draft", state="draft", topic=make_topic("back-pain"))


def read(text):
    table = read_table(text)
    assert table.problems == []
    return table.moves


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
    ("old", "kept"),
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
def test_old_address_is_kept_as_people_read_it(old, kept):
    assert read(f"{old}\t/contact/") == {kept: "/contact/"}


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
        ("/old/", "Write an old and a new address, with a tab, a comma or a blank between them."),
        ("/old/ /contact/ 301", "Write an old and a new address, with a tab, a comma or a blank between them."),
        ("old /contact/", "“old” is no address: it begins with neither / nor https://."),
        ("/old/ contact", "“contact” is no address: it begins with neither / nor https://."),
        ("javascript:alert(1) /contact/", "“javascript:alert(1)” is no address: it begins with neither / nor https://."),
        ("/old/ javascript:alert(1)", "“javascript:alert(1)” is no address: it begins with neither / nor https://."),
        ("https://[ /contact/", "“https://[” is no address."),
        ("/old/ https://evil.example/contact/", "“https://evil.example/contact/” is on another site. "
         "Write the path of a page here, like /contact/."),
        ("/old/ //evil.example/contact/", "“//evil.example/contact/” is on another site. "
         "Write the path of a page here, like /contact/."),
        ("/old/ /nowhere/", "“/nowhere/” is no page of this site."),
        ("/old/ /articles/nothing/", "“/articles/nothing/” is no page of this site."),
        ("/old/ /pl/articles/rodillas/", "“/pl/articles/rodillas/” is no page of this site."),
        ("/old/ /fr/contact/", "“/fr/contact/” is no page of this site."),
        ("/old/ /admin/", "“/admin/” is no page of this site."),
        ("/old/ /consultation/received/abc/", "“/consultation/received/abc/” is no page of this site."),
        ("/old/ /articles/?topic=none", "Leave out what stands after ? or # in the new address."),
        ("/old/ /contact/#map", "Leave out what stands after ? or # in the new address."),
        ("/contact/ /articles/", "“/contact/” is a page of this site: nobody is led away from it."),
        ("/contact /articles/", "“/contact/” is a page of this site: nobody is led away from it."),
        ("/articles/knees /contact/", "“/articles/knees/” is a page of this site: nobody is led away from it."),
        ("/es/articles/knees/ /contact/", "“/es/articles/knees/” is a page of this site: nobody is led away from it."),
        ("/articles/draft/ /contact/", "“/articles/draft/” is a page of this site: nobody is led away from it."),
        ("/admin/x /contact/", "“/admin/x/” is a page of this site: nobody is led away from it."),
        ("/healthz /contact/", "“/healthz/” is a page of this site: nobody is led away from it."),
        ("https://old.example /contact/", "“/” is a page of this site: nobody is led away from it."),
        ("/%ff/ /contact/", "“/%ff/” cannot be read: its percent codes are not UTF-8."),
        ("/a%00b/ /contact/", "“/a%00b/” holds characters that no address has."),
        ("/" + "a" * 200 + " /contact/", "The old address has more than 200 characters."),
    ],
)  # fmt: skip
def test_line_that_leads_nowhere_is_refused_with_a_sentence(line, sentence):
    table = read_table(f"/fine/ /contact/\n{line}")
    assert [(problem.number, problem.line, problem.sentence) for problem in table.problems] == [(2, line, sentence)]


@pytest.mark.usefixtures("articles")
def test_heading_of_a_spreadsheet_is_left_out_and_told():
    table = read_table("\nOld URL\tNew URL\n/old/\t/contact/\nOld URL\tNew URL")
    assert table.heading == "Old URL\tNew URL"
    assert table.moves == {"/old/": "/contact/"}
    assert [problem.number for problem in table.problems] == [4]


@pytest.mark.usefixtures("articles")
def test_an_address_twice_is_taken_once_and_refused_with_two_aims():
    table = read_table("/old/ /contact/\n/old /contact\nhttp://old.example/old/ /articles/")
    assert table.moves == {"/old/": "/contact/"}
    assert [problem.sentence for problem in table.problems] == ["Line 1 leads “/old/” to “/contact/” already."]


@pytest.mark.usefixtures("articles")
def test_reading_costs_the_same_for_one_line_and_many():
    counts = []
    for lines in (1, 500):
        with CaptureQueriesContext(connection) as queries:
            read("\n".join(f"/old-{number}/ /articles/knees/" for number in range(lines)))
        counts.append(len(queries))
    assert counts == [2, 2]


# The pages of staff

LIST = "/admin/redirects/redirect/"
PASTE = f"{LIST}paste/"


@pytest.fixture
def editor(visitor, staff, articles):
    return staff


def stored():
    return dict(Redirect.objects.values_list("old_path", "new_path"))


def message(response):
    return Page(response).texts(".messagelist li")


def test_a_table_is_pasted_and_pasted_again(editor):
    told = editor.post(PASTE, {"table": "Old\tNew\n/a/\t/contact/\n/b/\t/articles/knees/"}, follow=True)
    assert message(told) == ["Old addresses: 2 added. “Old New” was taken for the heading of the table."]
    told = editor.post(PASTE, {"table": "/a /contact/\n/b /articles/\n/c /privacy/"}, follow=True)
    assert message(told) == ["Old addresses: 1 added, 1 changed, 1 already there."]
    assert stored() == {"/a/": "/contact/", "/b/": "/articles/", "/c/": "/privacy/"}
    assert Client().get("/b")["Location"] == "/articles/"


def test_all_lines_are_saved_or_none_and_what_was_pasted_stays(editor):
    table = "/a/ /contact/\r\n/b/ /nowhere/\r\n<script>alert(1)</script>\r\n"
    page = Page(editor.post(PASTE, {"table": table}))
    assert stored() == {}
    assert page.title.startswith("Error: ")
    assert page.text(".errornote") == "Nothing was saved yet. Correct the lines named below, or take them out."
    assert page.texts(".paste__problems li") == [
        "Line 2: /b/ /nowhere/“/nowhere/” is no page of this site.",
        "Line 3: <script>alert(1)</script>Write an old and a new address, with a tab, a comma or a blank between them.",
    ]
    assert page.one("textarea").get_text().split() == table.split()


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("", "Paste at least one line."),
        (" \n\n", "Paste at least one line."),
        ("Old New", "There is nothing but a heading. Paste at least one line."),
        ("/a/ /contact/\n" * 2001, "These are more than 2,000 lines. Paste them in parts."),
    ],
)
def test_nothing_and_too_much_are_told(editor, table, sentence):
    assert Page(editor.post(PASTE, {"table": table})).text(".errornote") == sentence
    assert stored() == {}


def test_as_many_long_lines_as_the_page_says_are_saved(editor):
    lines = [
        f"https://www.oldclinic.example/2022/06/{number:04}/knee-pain-after-running-and-what-to-do-about-it/\t/articles/knees/"
        for number in range(2000)
    ]
    form = urlencode({"table": "\r\n".join(lines)})
    assert len(form) > 256 * 1024
    response = editor.post(PASTE, form, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 302
    assert len(stored()) == 2000


def test_a_pasted_table_leaves_no_chain(editor):
    slug_redirects.add_redirect("/very-old/", "/old/")
    slug_redirects.add_redirect("/articles/knees/", "/elsewhere/")
    editor.post(PASTE, {"table": "/old/ /articles/knees/"})
    assert stored() == {"/very-old/": "/articles/knees/", "/old/": "/articles/knees/"}


def test_saving_a_table_costs_the_same_for_few_lines_and_many(editor):
    editor.get(PASTE)  # notes that somebody is there
    counts = []
    for lines in (2, 100):
        table = "\n".join(f"/old-{lines}-{number}/ /articles/knees/" for number in range(lines))
        with CaptureQueriesContext(connection) as queries:
            assert editor.post(PASTE, {"table": table}).status_code == 302
        counts.append(len(queries))
    assert len(stored()) == 102
    assert counts[0] == counts[1]


def test_who_may_only_look_pastes_nothing(visitor, django_user_model):
    user = django_user_model.objects.create_user("clerk", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_redirect"))
    client = Client()
    client.force_login(user)
    assert client.get(LIST).status_code == 200
    assert "Paste a table" not in Page(client.get(LIST)).text("#content")
    assert client.get(PASTE).status_code == client.post(PASTE, {"table": "/a/ /contact/"}).status_code == 403


def test_two_editors_who_add_one_old_address_at_once_do_not_add_it_twice(editor, monkeypatch):
    """The first look of the second editor is over when the first one's address is stored."""
    look, looks = RedirectForm.clean_old_path, []

    def look_too_early_at_first(form):
        slug_redirects.add_redirect("/old/", "/contact/")  # undone with all else the first time
        looks.append(form)
        return look(form) if len(looks) > 1 else "/old/"

    monkeypatch.setattr(RedirectForm, "clean_old_path", look_too_early_at_first)
    page = Page(editor.post(f"{LIST}add/", {"old_path": "/old/", "new_path": "/articles/knees/"}))
    assert page.text(".errorlist li") == "“/old/” leads to “/contact/” already."


def test_one_address_is_added_changed_and_found(editor):
    added = {"old_path": "https://old.example" + ARABIC_CODES, "new_path": "/contact"}
    assert editor.post(f"{LIST}add/", added).status_code == 302
    redirect = Redirect.objects.get()
    assert (redirect.old_path, redirect.new_path, redirect.site_id) == (ARABIC, "/contact/", 1)
    changed = {"old_path": "/old", "new_path": "/articles/knees/"}
    assert editor.post(f"{LIST}{redirect.pk}/change/", changed).status_code == 302
    assert stored() == {"/old/": "/articles/knees/"}
    assert Page(editor.get(LIST, {"q": "knees"})).texts(".field-old_path") == ["/old/"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"old_path": "/contact/"}, "“/contact/” is a page of this site: nobody is led away from it."),
        ({"new_path": "/nowhere/"}, "“/nowhere/” is no page of this site."),
        ({"new_path": ""}, "This field is required."),
        ({"old_path": "/known"}, "“/known/” leads to “/privacy/” already."),
    ],
)
def test_one_wrong_address_is_refused_with_a_sentence(editor, changes, sentence):
    slug_redirects.add_redirect("/known/", "/privacy/")
    response = editor.post(f"{LIST}add/", {"old_path": "/old/", "new_path": "/contact/"} | changes)
    assert Page(response).texts(".errorlist li") == [sentence]
    assert stored() == {"/known/": "/privacy/"}
