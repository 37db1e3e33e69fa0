"""Template tags of the pages for editors."""

from django import template
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, When, Window
from django.db.models.functions import Coalesce

from articles import search
from articles.models import ORIGINAL_LANGUAGE, Article, ArticleText, Draft
from articles.publishing.overview import IN_ORDER, language_name

register = template.Library()
SHOWN_AT_HOME = 10


@register.simple_tag
def due_for_review():
    """Articles whose review is overdue or due soon, the oldest day first: `rows`, and how many `more`."""
    original_first = Case(When(language=ORIGINAL_LANGUAGE, then=0), default=1)
    titles = ArticleText.objects.filter(article=OuterRef("pk")).order_by(original_first, "language").values("title")
    return cap_rows(
        Article.objects.due_for_review()
        .annotate(title=Subquery(titles[:1]), total=Window(Count("pk")))
        .order_by("next_review_on", "pk")
    )


@register.simple_tag
def unsaved_drafts(user):
    """What this person has typed and not saved, the newest first."""
    return cap_rows(Draft.objects.filter(author=user).annotate(total=Window(Count("pk"))))


@register.simple_tag
def stale_translations():
    """Translations that are out of date, in the order in which their originals changed."""
    original = ArticleText.objects.filter(article=OuterRef("article"), language=ORIGINAL_LANGUAGE)
    return cap_rows(
        ArticleText.objects.out_of_date()
        .without_index()
        .defer("body")
        .annotate(
            original_title=Subquery(original.values("title")[:1]),
            stale_since=Subquery(original.values("changed_at")[:1]),
            total=Window(Count("pk")),
        )
        .order_by(F("stale_since"), "article", "language")
    )


@register.simple_tag
def unpublished_texts():
    """Texts that are not public yet, and drafts of changes, the last changed first."""
    is_draft = Q(state=ArticleText.State.DRAFT) | Q(pending__isnull=False)
    return cap_rows(
        ArticleText.objects.filter(is_draft)
        .select_related("pending")
        .without_index()
        .defer("body", "pending__body")
        .annotate(total=Window(Count("pk")), touched_at=Coalesce("pending__changed_at", "changed_at"))
        .order_by("-touched_at", "-pk")
    )


def cap_rows(rows):
    rows = list(rows[:SHOWN_AT_HOME])
    return {"rows": rows, "more": rows[0].total - len(rows) if rows else 0}


@register.simple_tag
def texts_with_title_of(form):
    """Other articles' texts in the form's language under the title that it has, up to three."""
    title, language = form.typed_text.title, form.language_code
    if not title:
        return []
    texts = ArticleText.objects.filter(indexed_title=search.build_index(title), language=language)
    return texts.exclude(article=form.formset.instance.pk).without_index().defer("body")[:3]


@register.filter
def name_of_language(code):
    return language_name(code)


@register.filter
def in_fixed_order(inline_admin_forms):
    """The forms of an article's texts by language, the original first, without the empty one that scripts copy."""
    shown = [form for form in inline_admin_forms if "__prefix__" not in form.form.prefix]
    return sorted(shown, key=lambda form: IN_ORDER.index(form.form.language_code))


@register.filter
def of_language(fieldset, name):
    """A fieldset of a text with its language in the heading, since a page shows one for each language."""
    if fieldset.name:
        fieldset.name = f"{fieldset.name}: {name}"
    return fieldset


@register.filter
def form_of(card, inline_admin_formsets):
    """The form for a card's language on the same page; None for people who may only view what is there."""
    for inline_admin_formset in inline_admin_formsets:
        for form in inline_admin_formset.formset.forms:
            if getattr(form, "language_code", None) == card.language:
                return form
    return None


@register.filter
def card_of(form, cards):
    """The card of a form's language; None on the page of a new article, which has no cards."""
    return next((card for card in cards or [] if card.language == form.language_code), None)
