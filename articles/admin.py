"""Where editors write articles."""

from csp.decorators import csp
from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Prefetch, Subquery, When
from django.db.models.functions import Coalesce
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate, localtime
from js_asset import Media

from articles import views
from articles.models import CARE_LEVELS, ORIGINAL_LANGUAGE, Article, ArticleText, Reference, Topic, TopicName


class TopicNameInline(admin.TabularInline):
    model = TopicName
    extra = 1
    max_num = 4


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ["__str__", "slug", "order"]
    inlines = [TopicNameInline]


class ArticleTextForm(forms.ModelForm):
    only_a_slip = forms.BooleanField(required=False, label="Only a slip was corrected: translations and review hold")
    matches_original = forms.BooleanField(required=False, label="This translation matches the English as it is now")

    class Meta:
        widgets = {"summary": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})} | {
            f"{level}_signs": forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}) for level in CARE_LEVELS
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ArticleText.WORDING:
            self.fields[name].widget.attrs["dir"] = "auto"
        if not self.instance.pk:
            self.fields["only_a_slip"].widget = forms.HiddenInput()
        if not self.instance.pk or not self.instance.is_translation:
            self.fields["matches_original"].widget = forms.HiddenInput()

    def save(self, commit=True):
        if self.cleaned_data["matches_original"]:
            self.instance.source_version = None  # filled in with today's when it is saved
        return super().save(commit)


class ArticleTextInline(admin.StackedInline):
    model = ArticleText
    form = ArticleTextForm
    extra = 0
    min_num = 1
    max_num = 4
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["preview", "made_from"]
    fieldsets = [
        (None, {"fields": ["language", "title", "slug", "summary", "body", ("state", "preview")]}),
        (None, {"fields": [f"{level}_signs" for level in CARE_LEVELS]}),
        (None, {"fields": [("reviewed_by", "reviewed_on"), "made_from", "only_a_slip", "matches_original"]}),
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
        state = translation_state(text, text.article.original)
        return f"Made from version {text.source_version} of the English: {state}."


def translation_state(text, original):
    """What staff have to know of a translation, in a word or two. `text` is None where there is none."""
    if text is None:
        return "missing"
    states = []
    if text.state == ArticleText.State.DRAFT:
        states.append("draft")
    if original and text.is_older_than(original):
        states.append("out of date")
    if not text.is_reviewed:
        states.append("not checked")
    return " and ".join(states) or "checked"


class TranslationFilter(admin.SimpleListFilter):
    title = "translations"
    parameter_name = "translations"

    def lookups(self, request, model_admin):
        return [("missing", "One is missing"), ("unchecked", "One is not checked"), ("old", "One is out of date")]

    def queryset(self, request, queryset):
        translations = ArticleText.objects.filter(article=OuterRef("pk")).exclude(language=ORIGINAL_LANGUAGE)
        original = ArticleText.objects.filter(article=OuterRef("article"), language=ORIGINAL_LANGUAGE)
        if self.value() == "missing":
            count = translations.order_by().values("article").annotate(count=Count("pk")).values("count")
            complete = len(settings.LANGUAGES) - 1
            return queryset.annotate(translated=Coalesce(Subquery(count), 0)).filter(translated__lt=complete)
        if self.value() == "unchecked":
            return queryset.filter(Exists(translations.without_review()))
        if self.value() == "old":
            return queryset.filter(Exists(translations.filter(source_version__lt=Subquery(original.values("version")))))
        return queryset


class ReviewFilter(admin.SimpleListFilter):
    title = "review"
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return [("overdue", "Overdue"), ("none", "Not reviewed, or changed since")]

    def queryset(self, request, queryset):
        if self.value() == "overdue":
            return queryset.filter(next_review_on__lt=localdate())
        if self.value() == "none":
            originals = ArticleText.objects.filter(article=OuterRef("pk"), language=ORIGINAL_LANGUAGE)
            return queryset.filter(Exists(originals.without_review()))
        return queryset


class ReferenceInline(admin.StackedInline):  # its fields have labels; those of a TabularInline have none
    model = Reference
    extra = 0
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


class PublishingTimeWidget(admin.widgets.AdminSplitDateTime):
    """Date and time with a name for each: Django writes both before the fields, but not as labels."""

    def __init__(self, attrs=None):
        super().__init__(attrs)
        for widget, name in zip(self.widgets, ["Date", "Time"], strict=True):
            widget.attrs["aria-label"] = name


class ArticleForm(forms.ModelForm):
    class Meta:
        widgets = {"published_at": PublishingTimeWidget}


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    list_display = ["__str__", "translations", "next_review_on", "published_at"]
    list_filter = [TranslationFilter, ReviewFilter, "topic"]
    form = ArticleForm
    inlines = [ArticleTextInline, ReferenceInline]
    fields = ["topic", "published_at", "byline", "next_review_on"]

    class Media:
        js = ["admin/js/fit-the-editors.js"]

    def get_queryset(self, request):
        texts = Prefetch("texts", ArticleText.objects.without_index().defer("body"))
        return super().get_queryset(request).prefetch_related(texts, "topic__names")

    @admin.display(description="Translations")
    def translations(self, article):
        texts = {text.language: text for text in article.texts.all()}
        return format_html_join(
            mark_safe(", <br>"),
            "{}: {}",
            (
                (code, translation_state(texts.get(code), texts.get(ORIGINAL_LANGUAGE)))
                for code, _ in settings.LANGUAGES
                if code != ORIGINAL_LANGUAGE
            ),
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
        """Gives the editor's inline import map the nonce that the admin's Content-Security-Policy asks for."""
        context["media"] = Media.from_media(context["media"], nonce=request.csp_nonce)
        return super().render_change_form(request, context, *args, **kwargs)
