"""The staff pages of redirects: one by one, and a whole table."""

from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import Permission
from django.contrib.redirects.models import Redirect
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import slug_redirects
from clinic_site.redirects.admin import RedirectForm
from tests.pages import Page
from tests.unit.clinic_site.redirects.conftest import ARABIC, ARABIC_CODES

pytestmark = pytest.mark.django_db
LIST = "/admin/redirects/redirect/"
PASTE = f"{LIST}paste/"


@pytest.fixture
def editor(visitor, staff, articles):
    return staff


def stored():
    return dict(Redirect.objects.values_list("old_path", "new_path"))


def message(response):
    return Page(response).texts(".messagelist li")


@pytest.mark.on_both_databases
def test_a_table_is_pasted_and_pasted_again(editor):
    page = editor.post(PASTE, {"table": "Old\tNew\n/a/\t/contact/\n/b/\t/articles/knees/"}, follow=True)
    assert message(page) == ["Redirects: 2 added.", "Left out: “Old New” (the heading)."]
    page = editor.post(PASTE, {"table": "/a /contact/\n/b /articles/\n/c /privacy/"}, follow=True)
    assert message(page) == ["Redirects: 1 added, 1 changed, 1 unchanged."]
    assert stored() == {"/a/": "/contact/", "/b/": "/articles/", "/c/": "/privacy/"}
    assert Client().get("/b")["Location"] == "/articles/"


@pytest.mark.on_both_databases
def test_all_lines_are_saved_or_none_and_what_was_pasted_stays(editor):
    table = "/a/ /contact/\r\n/b/ /nowhere/\r\n<script>alert(1)</script>\r\n"
    page = Page(editor.post(PASTE, {"table": table}))
    assert stored() == {}
    assert page.title.startswith("Error: ")
    assert page.text(".errornote") == "Correct or remove the lines below. Nothing is saved yet."
    assert page.texts(".paste__problems li") == [
        "Line 2: /b/ /nowhere/“/nowhere/” is not a page on this site.",
        "Line 3: <script>alert(1)</script>Write an old and a new address, with a tab, a comma or a space between them.",
    ]
    assert page.one("textarea").get_text().split() == table.split()


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("", "Paste at least one line."),
        (" \n\n", "Paste at least one line."),
        ("Old New", "Paste at least one redirect from one address to another."),
        ("/a/ /contact/\n" * 2001, "Paste at most 2,000 redirects at once."),
    ],
)
def test_empty_and_too_long_tables_are_refused(editor, table, sentence):
    assert Page(editor.post(PASTE, {"table": table})).text(".errornote") == sentence
    assert stored() == {}


@pytest.mark.whole
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


@pytest.mark.on_both_databases
def test_a_pasted_table_leaves_no_chain(editor):
    slug_redirects.add_redirect("/very-old/", "/old/")
    slug_redirects.add_redirect("/articles/knees/", "/elsewhere/")
    editor.post(PASTE, {"table": "/old/ /articles/knees/"})
    assert stored() == {"/very-old/": "/articles/knees/", "/old/": "/articles/knees/"}


@pytest.mark.on_both_databases
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


def test_staff_who_may_only_look_paste_nothing(visitor, django_user_model):
    user = django_user_model.objects.create_user("clerk", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_redirect"))
    client = Client()
    client.force_login(user)
    assert client.get(LIST).status_code == 200
    assert "Paste a table" not in Page(client.get(LIST)).text("#content")
    assert client.get(PASTE).status_code == client.post(PASTE, {"table": "/a/ /contact/"}).status_code == 403


@pytest.mark.on_both_databases
def test_two_editors_who_add_one_old_address_at_once_do_not_add_it_twice(editor, monkeypatch):
    """The first look of the second editor is over when the first one's address is stored."""
    look, looks = RedirectForm.clean_old_path, []

    def look_too_early_at_first(form):
        slug_redirects.add_redirect("/old/", "/contact/")  # undone with all else the first time
        looks.append(form)
        return look(form) if len(looks) > 1 else "/old/"

    monkeypatch.setattr(RedirectForm, "clean_old_path", look_too_early_at_first)
    page = Page(editor.post(f"{LIST}add/", {"old_path": "/old/", "new_path": "/articles/knees/"}))
    assert page.text(".errorlist li") == "“/old/” already redirects to “/contact/”."


@pytest.mark.on_both_databases
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
        ({"old_path": "/contact/"}, "“/contact/” is a page on this site, not an old address."),
        ({"new_path": "/nowhere/"}, "“/nowhere/” is not a page on this site."),
        ({"new_path": ""}, "This field is required."),
        ({"old_path": "/known"}, "“/known/” already redirects to “/privacy/”."),
    ],
)
def test_one_wrong_address_is_refused_with_a_sentence(editor, changes, sentence):
    slug_redirects.add_redirect("/known/", "/privacy/")
    response = editor.post(f"{LIST}add/", {"old_path": "/old/", "new_path": "/contact/"} | changes)
    assert Page(response).texts(".errorlist li") == [sentence]
    assert stored() == {"/known/": "/privacy/"}
