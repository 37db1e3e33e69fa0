"""Where editors write articles."""

from csp.decorators import csp
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.core.exceptions import PermissionDenied
from django.db import connection, models
from django.db.models import Case, Count, Exists, OuterRef, Prefetch, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate, localtime
from js_asset import Media

from articles import search, views
from articles.models import (
    CARE_LEVELS,
    DUE_WITHIN,
    ORIGINAL_LANGUAGE,
    Article,
    ArticleText,
    Reference,
    Topic,
    TopicName,
)
from articles.picture_admin import ArticlePictureInline, tell_missing_texts
from articles.publishing.edit_conflicts import is_only_meanwhile
from articles.publishing.forms import ArticleForm, ArticleTextForm, ArticleTextFormSet, ReferenceForm
from articles.publishing.overview import IN_ORDER, overview, short_state


def saved_meanwhile(context):
    """The forms of the page in which another editor was first."""
    forms = [form for formset in context["inline_admin_formsets"] for form in formset.formset.forms]
    every = [context["adminform"].form, *forms]
    return [form for form in every if getattr(form, "saved_meanwhile", None)]


class TopicNameInline(admin.TabularInline):
    model = TopicName
    extra = 1
    max_num = 4


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ["__str__", "slug", "order"]
    inlines = [TopicNameInline]


class ArticleTextInline(admin.StackedInline):
    model = ArticleText
    form = ArticleTextForm
    formset = ArticleTextFormSet
    template = "admin/articles/article/texts.html"
    extra = 0
    min_num = 1
    max_num = 4
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["preview", "made_from"]
    fieldsets = [
        (None, {"fields": ["language", "title", "slug", "summary", "body"]}),
        ("When to get help", {"fields": [f"{level}_signs" for level in CARE_LEVELS]}),
        (
            "Review and publishing",
            {
                "fields": [
                    ("reviewed_by", "reviewed_on"),
                    "unreviewed_because",
                    "only_a_slip",
                    "matches_original",
                    "made_from",
                    ("state", "preview"),
                    "despite_warnings_because",
                ]
            },
        ),
    ]

    def get_queryset(self, request):
        """The original first."""
        original_first = Case(When(language=ORIGINAL_LANGUAGE, then=0), default=1)
        return super().get_queryset(request).order_by(original_first, "language")

    @admin.display(description="Preview")
    def preview(self, text):
        if text.pk is None:
            return "Save first, then preview here."
        return format_html(
            '<a href="{}">Preview as the public will see it</a>',
            reverse("admin:articles_articletext_preview", args=[text.pk]),
        )

    @admin.display(description="Version")
    def made_from(self, text):
        if text.pk is None:
            return "New."
        if not text.is_translation:
            return f"Version {text.version}, since {date_format(localtime(text.changed_at))}."
        original = text.article.original
        is_old = original is not None and text.is_older_than(original)
        return f"Made from version {text.source_version} of the English: {'out of date' if is_old else 'up to date'}."


class TranslationFilter(admin.SimpleListFilter):
    title = "translations"
    parameter_name = "translations"

    def lookups(self, request, model_admin):
        return [("missing", "One is missing"), ("unchecked", "One is not reviewed"), ("old", "One is out of date")]

    def queryset(self, request, queryset):
        translations = ArticleText.objects.filter(article=OuterRef("pk")).exclude(language=ORIGINAL_LANGUAGE)
        if self.value() == "missing":
            count = translations.order_by().values("article").annotate(count=Count("pk")).values("count")
            complete = len(settings.LANGUAGES) - 1
            return queryset.annotate(translated=Coalesce(Subquery(count), 0)).filter(translated__lt=complete)
        if self.value() == "unchecked":
            return queryset.filter(Exists(translations.without_review()))
        if self.value() == "old":
            return queryset.filter(Exists(translations.out_of_date()))
        return queryset


class ReviewFilter(admin.SimpleListFilter):
    title = "review"
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return [
            ("overdue", "Overdue"),
            ("due", f"Overdue or due within {DUE_WITHIN.days} days"),
            ("none", "Not reviewed, or changed since"),
        ]

    def queryset(self, request, queryset):
        if self.value() == "overdue":
            return queryset.filter(next_review_on__lt=localdate())
        if self.value() == "due":
            return queryset.due_for_review()
        if self.value() == "none":
            originals = ArticleText.objects.filter(article=OuterRef("pk"), language=ORIGINAL_LANGUAGE)
            return queryset.filter(Exists(originals.without_review()))
        return queryset


class ReferenceInline(admin.StackedInline):  # its fields have labels; those of a TabularInline have none
    model = Reference
    form = ReferenceForm
    template = "admin/articles/article/rows.html"
    extra = 0
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    list_display = ["__str__", "languages", "next_review_on", "published_at"]
    list_filter = [TranslationFilter, ReviewFilter, "topic"]
    search_fields = ["texts__title"]  # and how get_search_results() compares it
    search_help_text = "Words of a title, in any language"
    show_full_result_count = False
    form = ArticleForm
    inlines = [ArticleTextInline, ArticlePictureInline, ReferenceInline]
    fields = ["topic", "published_at", "off_until_then", "byline", "next_review_on"]

    class Media:
        css = {"all": ["admin/css/articles.css"]}
        js = ["admin/js/fit-the-editors.js"]

    def get_queryset(self, request):
        """Their texts come without their words: lists show titles and states."""
        texts = ArticleText.objects.without_index().defer(*(set(ArticleText.WORDING) - {"title"}))
        return super().get_queryset(request).prefetch_related(Prefetch("texts", texts), "topic__names")

    def get_search_results(self, request, queryset, search_term):
        """Articles of which one title holds all of the words, as the public's search compares them.

        It looks at every title, but at nothing else of a text.
        """
        texts = ArticleText.objects.order_by()
        for forms in search.question_words(search_term, ORIGINAL_LANGUAGE):
            texts = texts.filter(Q(*(("indexed_title__contains", f" {form}") for form in forms), _connector=Q.OR))
        return queryset.filter(pk__in=texts.values("article")) if search_term else queryset, False

    def get_fields(self, request, obj=None):
        """Who may only look is asked nothing."""
        is_asked = self.has_change_permission(request, obj) or obj is None
        return [name for name in self.fields if is_asked or name != "off_until_then"]

    def get_object(self, request, object_id, from_field=None):
        """Holds the article while what was sent is looked at: whoever comes second sees what the first saved.

        Pages that change nothing, like the history, are outside of a transaction: there is nothing to hold.
        """
        article = super().get_object(request, object_id, from_field)
        if article is None or request.method != "POST" or not connection.in_atomic_block:
            return article
        Article.objects.select_for_update().filter(pk=article.pk).first()
        return super().get_object(request, object_id, from_field)

    @admin.display(description="Languages")
    def languages(self, article):
        texts = {text.language: text for text in article.texts.all()}
        original = texts.get(ORIGINAL_LANGUAGE)
        return format_html_join(
            mark_safe(", <br>"),
            "{}: {}",
            ((code, short_state(texts.get(code), article, original)) for code in IN_ORDER),
        )

    def save_formset(self, request, form, formset, change):
        """The original first: a translation may say that it matches what is written in the same go."""
        if formset.model is not ArticleText:
            return super().save_formset(request, form, formset, change)
        texts = formset.save(commit=False)
        slips = [form.instance for form in formset.forms if form.cleaned_data.get("only_a_slip")]
        for text in formset.deleted_objects:
            text.delete()
        for text in sorted(texts, key=lambda text: text.is_translation):
            text.save(is_slip=text in slips)
        for note in (note for form in formset.forms if form.instance in texts for note in form.notes()):
            self.log_change(request, formset.instance, note)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        tell_missing_texts(request, form.instance)

    def get_urls(self):
        preview = path(
            "preview/<int:pk>/", self.admin_site.admin_view(self.preview_view), name="articles_articletext_preview"
        )
        return [preview, *super().get_urls()]

    @method_decorator(csp(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]))  # the public page's, not the admin's
    def preview_view(self, request, pk):
        """A text as the public will see it, whatever its state or date."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return views.preview(request, pk)

    def render_change_form(self, request, context, *args, **kwargs):
        """Puts the overview on top, and gives the editor's inline import map the nonce that the admin's
        Content-Security-Policy asks for."""
        if article := context.get("original"):
            context["languages"] = overview(article)
            context["saved_meanwhile"] = saved_meanwhile(context)
        if context.get("saved_meanwhile"):
            context["last_saved"] = LogEntry.objects.filter(
                content_type=get_content_type_for_model(article), object_id=article.pk
            ).first()
            if is_only_meanwhile(context["errors"]):
                context["errors"] = []  # it is no mistake; a panel of its own tells
        context["media"] = Media.from_media(context["media"], nonce=request.csp_nonce)
        return super().render_change_form(request, context, *args, **kwargs)
