"""What the list of articles can be narrowed to."""

from django.conf import settings
from django.contrib import admin
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate, now

from articles.models import ORIGINAL_LANGUAGE, REVIEW_DUE_WITHIN, ArticleText, PendingChanges
from articles.models.texts import has_published_text
from articles.publishing.overview import IN_ORDER, language_name


class OfLanguageFilter(admin.SimpleListFilter):
    """About the texts in the language that the list is narrowed to; otherwise about the original."""

    def texts(self):
        return ArticleText.objects.filter(article=OuterRef("pk"), language=self.language)

    def __init__(self, request, *args):
        chosen = request.GET.get(LanguageFilter.parameter_name)
        self.language = chosen if chosen in IN_ORDER else ORIGINAL_LANGUAGE
        super().__init__(request, *args)


class StateFilter(OfLanguageFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("public", "Public"),
            ("scheduled", "Scheduled"),
            ("draft", "Not published"),
            ("pending", "Public, with a draft of changes"),
        ]

    def queryset(self, request, queryset):
        is_published = has_published_text(self.language)
        if self.value() == "public":
            return queryset.published().filter(is_published)
        if self.value() == "scheduled":
            return queryset.filter(is_published, has_published_text(ORIGINAL_LANGUAGE), published_at__gt=now())
        if self.value() == "draft":
            return queryset.exclude(is_published)
        if self.value() == "pending":
            pending = PendingChanges.objects.filter(text__article=OuterRef("pk"))
            if request.GET.get(LanguageFilter.parameter_name):
                pending = pending.filter(text__language=self.language)
            return queryset.filter(Exists(pending))
        return queryset


class LanguageFilter(admin.SimpleListFilter):
    title = "language"
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return [(code, language_name(code)) for code in IN_ORDER]

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        return queryset.filter(Exists(ArticleText.objects.filter(article=OuterRef("pk"), language=self.value())))


class TranslationFilter(admin.SimpleListFilter):
    title = "translations"
    parameter_name = "translations"

    def lookups(self, request, model_admin):
        return [("missing", "Some missing"), ("unchecked", "Some not reviewed"), ("old", "Some out of date")]

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


class ReviewFilter(OfLanguageFilter):
    title = "review"
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return [
            ("overdue", "Overdue"),
            ("due", f"Overdue or due within {REVIEW_DUE_WITHIN.days} days"),
            ("changed", "Changed since the review"),
            ("none", "Not reviewed, or changed since"),
        ]

    def queryset(self, request, queryset):
        if self.value() == "overdue":
            return queryset.filter(next_review_on__lt=localdate())
        if self.value() == "due":
            return queryset.due_for_review()
        if self.value() == "changed":
            return queryset.filter(Exists(self.texts().without_review().exclude(reviewed_by="")))
        if self.value() == "none":
            return queryset.filter(Exists(self.texts().without_review()))
        return queryset
