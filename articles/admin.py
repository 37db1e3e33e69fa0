"""Where editors write articles."""

from csp.decorators import csp
from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from js_asset import Media

from articles import views
from articles.models import Article, ArticleText, Reference, Topic, TopicName


class TopicNameInline(admin.TabularInline):
    model = TopicName
    extra = 1
    max_num = 4


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ["__str__", "slug", "order"]
    inlines = [TopicNameInline]


class ArticleTextForm(forms.ModelForm):
    class Meta:
        widgets = {"summary": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})}


class ArticleTextInline(admin.StackedInline):
    model = ArticleText
    form = ArticleTextForm
    extra = 0
    min_num = 1
    max_num = 4
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["preview"]
    fieldsets = [
        (None, {"fields": ["language", "title", "slug", "summary", "body", ("state", "preview")]}),
        (None, {"fields": [("reviewed_by", "reviewed_on")]}),
    ]

    @admin.display(description="Preview")
    def preview(self, text):
        if text.pk is None:
            return "Save first, then preview here."
        return format_html(
            '<a href="{}">Preview as the public will see it</a>',
            reverse("admin:articles_articletext_preview", args=[text.pk]),
        )


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
    list_display = ["__str__", "topic", "published_at", "languages"]
    list_filter = ["topic"]
    form = ArticleForm
    date_hierarchy = "published_at"
    inlines = [ArticleTextInline, ReferenceInline]
    fields = ["topic", "published_at", "byline"]

    class Media:
        js = ["admin/js/name-the-editors.js"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("texts", "topic__names")

    @admin.display(description="Languages")
    def languages(self, article):
        return ", ".join(
            text.language if text.state == ArticleText.State.PUBLISHED else f"{text.language} (draft)"
            for text in article.texts.all()
        )

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
