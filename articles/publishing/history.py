"""What a text said before, and what reviewers answered: seen, and taken into the form."""

from django.core.paginator import Paginator
from django.utils.timezone import localdate

from articles.models import ArticleText, ReviewLink, Wording
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


def find_review(request, article):
    """The answered review link of the article that the address asks for; None if it asks for none of them."""
    number = request.GET.get("review", "")
    links = ReviewLink.objects.filter(text__article=article, has_checked=True)
    return links.filter(pk=number).first() if number.isdecimal() else None


def show_review(link, context):
    """Shows what a reviewer without an account has answered as the review in the form, as if an editor had typed it."""
    review = {"reviewed_by": link.reviewer, "reviewed_on": localdate(link.answered_at), "reviewer": None}
    form_of(link.text, context).show(review)


def form_of(text, context):
    forms = [form for each in context["inline_admin_formsets"] for form in each.formset.forms]
    return next(form for form in forms if isinstance(form.instance, ArticleText) and form.instance.pk == text.pk)
