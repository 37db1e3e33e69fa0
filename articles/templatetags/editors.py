"""What the staff site shows to editors beyond Django's own."""

from django import template
from django.db.models import Case, Count, F, OuterRef, Subquery, When, Window

from articles.models import ORIGINAL_LANGUAGE, Article, ArticleText
from articles.publishing.overview import IN_ORDER, language_name

register = template.Library()
SHOWN_AT_HOME = 10


@register.simple_tag
def due_for_review():
    """Articles whose review is overdue or due soon, the oldest day first: `rows`, and how many `more`. One query."""
    original_first = Case(When(language=ORIGINAL_LANGUAGE, then=0), default=1)
    titles = ArticleText.objects.filter(article=OuterRef("pk")).order_by(original_first, "language").values("title")
    return capped(
        Article.objects.due_for_review()
        .annotate(title=Subquery(titles[:1]), total=Window(Count("pk")))
        .order_by("next_review_on", "pk")
    )


@register.simple_tag
def stale_translations():
    """Translations that are out of date, those of the original that changed first go first. One query."""
    original = ArticleText.objects.filter(article=OuterRef("article"), language=ORIGINAL_LANGUAGE)
    return capped(
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


def capped(rows):
    rows = list(rows[:SHOWN_AT_HOME])
    return {"rows": rows, "more": rows[0].total - len(rows) if rows else 0}


@register.filter
def name_of_language(code):
    return language_name(code)


@register.filter
def in_fixed_order(inline_admin_forms):
    """The forms of an article's texts by language, the original first, without the one that scripts copy."""
    shown = [form for form in inline_admin_forms if "__prefix__" not in form.form.prefix]
    return sorted(shown, key=lambda form: IN_ORDER.index(form.form.code))


@register.filter
def of_language(fieldset, name):
    """A fieldset of a text with the name of its language in its heading: four of them stand on one page."""
    if fieldset.name:
        fieldset.name = f"{fieldset.name}: {name}"
    return fieldset


@register.filter
def form_of(card, inline_admin_formsets):
    """The id of the form of a card's language on the same page."""
    for inline_admin_formset in inline_admin_formsets:
        for form in inline_admin_formset.formset.forms:
            if getattr(form, "code", None) == card.code:
                return form.prefix
    return ""
