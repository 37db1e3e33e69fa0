"""The parts of an article's form that are rows of their own: texts, references, what a person or a price has beside."""

from django.conf import settings
from django.contrib import admin
from django.db import models
from django.db.models import Case, When
from django.utils.formats import date_format
from django.utils.timezone import localtime, now

from articles.models import CARE_LEVELS, ORIGINAL_LANGUAGE, OWN_PAGES, ArticleText, Kind, Person, Price, Reference
from articles.models.texts import has_published_text
from articles.publishing.forms import FactsFormSet, PersonForm, PriceForm, ReferenceForm
from articles.publishing.text_forms import ArticleTextForm
from articles.publishing.text_formset import ArticleTextFormSet

SIGNS = [f"{level}_signs" for level in CARE_LEVELS]


def kind_of(request, article):
    """The kind of an article, or of the one that is being added."""
    if article is not None:
        return article.kind
    kind = request.POST.get("kind", request.GET.get("kind"))
    return kind if kind in Kind.values else Kind.ARTICLE


def people_for_review(article):
    """(key, name) of the people whom the public sees, and of those who have left but reviewed this article."""
    is_published = has_published_text(ORIGINAL_LANGUAGE, article="article")
    offered = models.Q(is_published, article__published_at__lte=now())
    if article is not None:
        offered |= models.Q(article__in=article.texts.exclude(reviewer=None).values("reviewer"))
    people = Person.objects.filter(offered)
    return sorted({person.article_id: str(person) for person in people.prefetch_related("article__texts")}.items())


def offer_choice_alone(widget):
    """Without Django's icons that add, change or show what is chosen."""
    widget.can_add_related = widget.can_change_related = widget.can_delete_related = widget.can_view_related = False


class ArticleTextInline(admin.StackedInline):
    model = ArticleText
    fk_name = "article"
    form = ArticleTextForm
    formset = ArticleTextFormSet
    template = "admin/articles/article/texts.html"
    extra = 0
    min_num = 1
    max_num = len(settings.LANGUAGES)
    readonly_fields = ["made_from"]
    fieldsets = [
        (None, {"fields": ["language", "title", "slug", "summary", "body"]}),
        ("When to get help", {"fields": SIGNS, "classes": ["collapse"]}),
        ("Search engines and shares", {"fields": ["search_title", "search_description"], "classes": ["collapse"]}),
        (
            "Review and publishing",
            {
                "fields": [
                    ("reviewed_by", "reviewer", "reviewed_on"),
                    "unreviewed_because",
                    "is_machine_translation",
                    "minor_correction",
                    "matches_original",
                    "made_from",
                    "state",
                    "release",
                    "publish_at",
                    "discard_draft",
                    "reason_despite_warnings",
                ]
            },
        ),
    ]

    def get_fieldsets(self, request, obj=None):
        """Parts of a page have neither an address nor a summary nor signs of their own."""
        if kind_of(request, obj) in OWN_PAGES:
            return self.fieldsets
        return [(None, {"fields": ["language", "title", "body"]}), self.fieldsets[-1]]

    def get_prepopulated_fields(self, request, obj=None):
        return {"slug": ["title"]} if kind_of(request, obj) in OWN_PAGES else {}

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.new_kind = kind_of(request, obj)
        if reviewer := formset.form.base_fields.get("reviewer"):  # none for people who may only view
            reviewer.choices = [("", "Someone not on “Our team”"), *people_for_review(obj)]
            offer_choice_alone(reviewer.widget)
        return formset

    def get_queryset(self, request):
        """The original first."""
        original_first = Case(When(language=ORIGINAL_LANGUAGE, then=0), default=1)
        texts = super().get_queryset(request).select_related("pending__changed_by")
        return texts.order_by(original_first, "language")

    @admin.display(description="Version")
    def made_from(self, text):
        if text.pk is None:
            return "New."
        if not text.is_translation:
            return f"Version {text.version}, written on {date_format(localtime(text.changed_at))}."
        original = text.article.original
        is_old = original is not None and text.is_older_than(original)
        return (
            f"Made from version {text.source_version} of the English text: {'out of date' if is_old else 'up to date'}."
        )


class FactsInline(admin.StackedInline):  # a TabularInline has no labels
    formset = FactsFormSet
    template = "admin/articles/article/rows.html"

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.shows_draft = self.has_change_permission(request, obj)
        return formset


class ReferenceInline(FactsInline):
    model = Reference
    form = ReferenceForm
    classes = ["collapse"]
    extra = 0
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


class PersonInline(FactsInline):
    model = Person
    form = PersonForm
    can_delete = False
    min_num = 1
    fields = [("credential", "license_number"), "languages", "other_languages", "photograph"]
    verbose_name = "person"
    verbose_name_plural = "About this person"


class PriceInline(FactsInline):
    model = Price
    form = PriceForm
    can_delete = False
    min_num = 1
    fields = ["amount"]
    verbose_name = verbose_name_plural = "price"


INLINES = {Kind.PERSON: [PersonInline, ArticleTextInline], Kind.PRICE: [PriceInline, ArticleTextInline]}
