"""What a text said before: seen, compared, and taken up again."""

from django.core.paginator import Paginator

from articles.body_pictures import fill_in_pictures
from articles.models import ArticleText, Wording, read_pictures
from articles.publishing.diff import find_changes

WORDINGS_PER_PAGE = 20


def list_wordings(text, number):
    """A page of the wordings of a text, the newest first, each with `changes` since the one before it and its
    `shown_body`."""
    wordings = text.wordings.order_by("-number")
    page = Paginator(wordings, WORDINGS_PER_PAGE).get_page(number)
    page.object_list = shown = list(page.object_list)
    before = wordings.filter(number__lt=shown[-1].number).first() if shown else None
    pictures = read_pictures([wording.body for wording in (*shown, before) if wording], text.language)
    for wording, earlier in zip(shown, [*shown[1:], before], strict=True):
        wording.changes = find_changes(earlier, wording, pictures) if earlier else None
        wording.shown_body = fill_in_pictures(wording.body, pictures)
        wording.is_present = wording is shown[0] and not page.has_previous()
    return page


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
