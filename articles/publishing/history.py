"""What a text said before: seen, compared, and taken up again."""

from django.core.paginator import Paginator

from articles.models import ArticleText, Wording
from articles.publishing.diff import find_changes

WORDINGS_PER_PAGE = 20


def list_wordings(text, page):
    """A page of the wordings of a text, the newest first, each with `changes` since the one before it."""
    wordings = list(text.wordings.order_by("-number"))
    for number, wording in enumerate(wordings):
        before = wordings[number + 1] if number + 1 < len(wordings) else None
        wording.changes = find_changes(before, wording) if before else None
        wording.is_present = number == 0
    return Paginator(wordings, WORDINGS_PER_PAGE).get_page(page)


def find_wording(request, article):
    """The wording of the article that the address asks for; None if it asks for none of them."""
    number = request.GET.get("wording", "")
    return Wording.objects.filter(pk=number, text__article=article).first() if number.isdecimal() else None


def show_wording(wording, context):
    """Shows an earlier wording in the form of its text, as if an editor had typed it."""
    form_of(wording.text, context).show({name: getattr(wording, name) for name in ArticleText.WORDING})


def form_of(text, context):
    forms = [form for each in context["inline_admin_formsets"] for form in each.formset.forms]
    return next(form for form in forms if isinstance(form.instance, ArticleText) and form.instance.pk == text.pk)
