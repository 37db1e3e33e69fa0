"""The admin's page of deleted articles."""

from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from articles.models import TrashedArticle
from articles.trash import RestoreError, restore_article


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
            article, told = restore_article(trashed)
        except RestoreError as problem:
            messages.error(request, f"“{trashed}” cannot be restored yet. {problem}")
            return redirect("admin:articles_trashedarticle_changelist")
        LogEntry.objects.log_actions(
            request.user.pk, [article], ADDITION, "Restored from the trash.", single_object=True
        )
        messages.success(request, f"“{article}” is back. All its texts are drafts: publish those that you need.")
        for sentence in told:
            messages.warning(request, sentence)
        return redirect("admin:articles_article_change", article.pk)
