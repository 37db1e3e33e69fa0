"""What tests of drafts do with an article's form in the admin, as its page is sent."""

from articles.models import Article
from tests.pages import Page

FORM = "#article_form"
KEEP, NOW = {"texts__0__release": "keep"}, {"texts__0__release": "now"}
SOON = {"texts__0__release": "at", "texts__0__publish_at_0": "2026-03-02", "texts__0__publish_at_1": "12:05"}
LATER = {"texts__0__release": "at", "texts__0__publish_at_0": "2026-03-09", "texts__0__publish_at_1": "08:00"}
NEW = {"title": "Knees in water", "publisher": "CDC", "year": "2024", "address": "https://www.cdc.gov/"}


def address(article):
    return f"/admin/articles/article/{article.pk}/change/"


def open_form(staff, article):
    return Page(staff.get(address(article)))


def send(staff, article, fields=None, **changes):
    """Sends the form, or one that was opened before, with some changes: texts__0__title is texts-0-title there."""
    fields = open_form(staff, article).fields(FORM) if fields is None else fields
    changed = {name.replace("__", "-"): value for name, value in changes.items()}
    return staff.post(address(article), fields | changed | {"_continue": "1"})


def save(staff, article, fields=None, **changes):
    """Sends it and is told of no error."""
    response = send(staff, article, fields, **changes)
    assert response.status_code == 302, Page(response).texts(".problems li, .errorlist li")
    return response


def add_row(fields, prefix="references", **values):
    """A row that a script adds to the form."""
    number = int(fields[f"{prefix}-TOTAL_FORMS"])
    row = {f"{prefix}-{number}-{name}": value for name, value in values.items()}
    return fields | {f"{prefix}-TOTAL_FORMS": number + 1} | row


def stored(article):
    return Article.objects.get(pk=article.pk)


def titles(article):
    return [reference.title for reference in stored(article).references.all()]


def add_reference(article, title):
    return article.references.create(title=title, publisher="NIH", address="https://www.nih.gov/")
