"""The admin's page of deleted articles."""

from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from articles.models import ArticleText, TrashedArticle
from articles.trash import RestoreError, restore


class TrashAdmin(admin.ModelAdmin):
    list_display = ["title", "kind_name", "trashed_at", "trashed_by", "days", "restore"]
    list_display_links = None
    search_fields = ["title"]
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).defer("contents")

    @admin.display(description="Kind")
    def kind_name(self, trashed):
        return trashed.kind_name

    @admin.display(description="Kept for")
    def days(self, trashed):
        return f"{trashed.days_left} more day{'' if trashed.days_left == 1 else 's'}"

    @admin.display(description="Restore")
    def restore(self, trashed):
        return format_html(
            '<button class="button" formaction="{}">Restore<span class="visually-hidden"> {}</span></button>',
            reverse("admin:articles_trashedarticle_restore", args=[trashed.pk]),
            trashed.title,
        )

    def get_urls(self):
        view = self.admin_site.admin_view(self.restore_view)
        return [path("<int:pk>/restore/", view, name="articles_trashedarticle_restore"), *super().get_urls()]

    @method_decorator(require_POST)
    def restore_view(self, request, pk):
        if not (self.has_view_permission(request) and request.user.has_perm("articles.add_article")):
            raise PermissionDenied
        trashed = get_object_or_404(TrashedArticle, pk=pk)
        try:
            restored, told = restore(trashed)
        except RestoreError as problem:
            messages.error(request, f"“{trashed}” cannot be restored yet. {problem}")
            return redirect("admin:articles_trashedarticle_changelist")
        is_text = isinstance(restored, ArticleText)
        article = restored.article if is_text else restored
        note = f"Restored “{trashed}” from the trash." if is_text else "Restored from the trash."
        LogEntry.objects.log_actions(request.user.pk, [article], ADDITION, note, single_object=True)
        are_drafts = "It is a draft." if is_text else "All its texts are drafts: publish those that you need."
        messages.success(request, f"“{trashed if is_text else article}” is back. {are_drafts}")
        for sentence in told:
            messages.warning(request, sentence)
        return redirect("admin:articles_article_change", article.pk)
