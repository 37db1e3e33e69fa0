"""The admin's pages for articles and topics."""

from copy import copy

from csp.decorators import csp
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import Prefetch
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST
from js_asset import Media

from articles import search, views
from articles.models import (
    ORIGINAL_LANGUAGE,
    OWN_PAGES,
    PAGE_OF_KIND,
    SERVICES,
    Article,
    ArticleText,
    Kind,
    ReviewLink,
    Topic,
    TopicName,
    TrashedArticle,
)
from articles.picture_admin import offer_pictures, warn_of_missing_texts
from articles.publishing import drafts, review_link_buttons
from articles.publishing.article_list import ArticleList
from articles.publishing.edit_conflicts import ConflictAdminMixin, are_conflicts_only
from articles.publishing.forms import ArticleForm, collect_facts
from articles.publishing.history import find_wording, list_wordings, show_wording
from articles.publishing.inlines import INLINES, ArticleTextInline, ReferenceInline, kind_of
from articles.publishing.link_targets import find_link_targets
from articles.publishing.list_actions import set_next_review, set_to_draft
from articles.publishing.list_filters import LanguageFilter, ReviewFilter, StateFilter, TranslationFilter
from articles.publishing.overview import IN_ORDER, build_overview, format_moment, language_name, short_state
from articles.publishing.preview import UnsavedArticle
from articles.trash import copy_article, trash_article, trash_text
from articles.trash_admin import TrashAdmin

OF_EVERY_KIND = ["published_at", "hide_until_then", "next_review_on"]
PART_OF_A_PAGE = ("kind", "order", *OF_EVERY_KIND)
SHOWN_WITH_THE_TEXT = (
    "Changes here go live when you save, unless you keep the changes of the English text as a draft below."
)
SHOWN_WITH_THE_DRAFT = "You are editing the draft. It goes live together with the English text."
JOINS_DRAFT = (
    "Someone has kept changes of the {language} text as a draft since you opened this page. Yours were added to that "
    "draft: they are not public yet."
)
FIELDS = {  # of other kinds: PART_OF_A_PAGE
    Kind.ARTICLE: ("kind", "topic", "byline", "lead_picture", *OF_EVERY_KIND),
    **dict.fromkeys(SERVICES, ("kind", "topic", "order", "byline", "lead_picture", *OF_EVERY_KIND)),
}


def forms_in_conflict(context):
    """The forms of a page, and the formsets, in which someone else saved first."""
    formsets = [each.formset for each in context["inline_admin_formsets"]]
    forms = [context["adminform"].form, *formsets, *(form for formset in formsets for form in formset.forms)]
    return [form for form in forms if getattr(form, "conflict", None)]


admin.site.register(TrashedArticle, TrashAdmin)


class TopicNameInline(admin.TabularInline):
    model = TopicName
    extra = 1
    max_num = len(settings.LANGUAGES)


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ["__str__", "slug", "order"]
    inlines = [TopicNameInline]


@admin.register(Article)
class ArticleAdmin(ConflictAdminMixin, admin.ModelAdmin):
    list_display = ["__str__", "kind", "languages", "next_review", "published_at"]
    list_filter = ["kind", StateFilter, LanguageFilter, TranslationFilter, ReviewFilter, "topic"]
    actions = [set_to_draft, set_next_review]
    search_fields = ["texts__title"]  # get_search_results() compares them
    search_help_text = "Words of a title, in any language"
    show_full_result_count = False
    form = ArticleForm
    inlines = [ArticleTextInline, ReferenceInline]
    kinds = [(kind, kind.label) for kind in (Kind.ARTICLE, *PAGE_OF_KIND)]  # for the menu that adds one

    class Media:
        css = {"all": ["admin/css/articles.css", "admin/css/pictures.css"]}
        js = [
            f"admin/js/{name}.js"
            for name in [
                "fit-the-editors",
                "editor-toolbar",
                "tidy-pasted-text",
                "ask-before-leaving",
                "keep-a-draft",
                "one-language",
                "search-preview",
                "lead-picture",
            ]
        ]

    def get_queryset(self, request):
        """With the titles and states of their texts, which lists show, without the rest of their words."""
        unread = {*ArticleText.WORDING, *ArticleText.FOR_SEARCH, "unreviewed_because"} - {"title"}
        texts = ArticleText.objects.without_index().defer(*unread)
        return super().get_queryset(request).prefetch_related(Prefetch("texts", texts), "topic__names")

    def get_changelist(self, request, **kwargs):
        return ArticleList

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(
            request, {"title": "Articles, services and parts of pages", **(extra_context or {})}
        )

    def add_view(self, request, form_url="", extra_context=None):
        title = f"Add: {Kind(kind_of(request, None)).label}"
        return super().add_view(request, form_url, {"title": title, **(extra_context or {})})

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Also answers the buttons that discard a draft or continue with it."""
        if drafts.DISCARD in request.POST:
            drafts.delete_draft(request, drafts.DISCARD)
            messages.success(request, "Your unsaved changes were discarded.")
            return redirect(request.get_full_path())
        if drafts.CONTINUE in request.POST:
            draft = drafts.continue_draft(request)
            if draft is None:
                return redirect(request.get_full_path())
            moment = date_format(localtime(draft.changed_at), "DATETIME_FORMAT")
            messages.warning(request, f"These are your changes from {moment}. They are not saved yet.")
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_search_results(self, request, queryset, search_term):
        """Articles with a title that contains all of the words, as the public search compares them."""
        texts = ArticleText.objects.order_by()
        for word in search.question_words(search_term, ORIGINAL_LANGUAGE):
            texts = texts.filter(search.contains("indexed_title", word))
        return queryset.filter(pk__in=texts.values("article")) if search_term else queryset, False

    def get_fields(self, request, obj=None):
        """Without the question for people who may only view articles, and without a kind that cannot be changed."""
        may_change = self.has_change_permission(request, obj) or obj is None
        fields = FIELDS.get(kind_of(request, obj), PART_OF_A_PAGE)
        hidden = set() if may_change else {"hide_until_then"}
        if obj is not None and not obj.is_service:
            hidden.add("kind")
        return [name for name in fields if name not in hidden]

    def get_fieldsets(self, request, obj=None):
        """Says of public articles when the public sees what changes here."""
        description = None
        if obj is not None and obj.is_public and self.has_change_permission(request, obj):
            description = SHOWN_WITH_THE_DRAFT if obj.waiting_facts else SHOWN_WITH_THE_TEXT
        return [(None, {"fields": self.get_fields(request, obj), "description": description})]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.shows_draft = obj is None or self.has_change_permission(request, obj)
        if picture := form.base_fields.get("lead_picture"):  # none for people who may only view
            offer_pictures(picture)
        return form

    def get_inlines(self, request, obj):
        kind = kind_of(request, obj)
        return self.inlines if kind in OWN_PAGES else INLINES.get(kind, [ArticleTextInline])

    def get_changeform_initial_data(self, request):
        kind = kind_of(request, None)
        return {"byline": request.clinic.name, **super().get_changeform_initial_data(request), "kind": kind}

    def get_object(self, request, object_id, from_field=None):
        """Locks the article while a sent form is checked and saved, so that a second editor's form is checked against
        what the first one saved. Pages that save nothing, such as the history, run outside of a transaction."""
        article = super().get_object(request, object_id, from_field)
        if article is None or request.method != "POST" or not connection.in_atomic_block:
            return article
        Article.objects.select_for_update().filter(pk=article.pk).first()
        return super().get_object(request, object_id, from_field)

    @admin.display(description="Languages")
    def languages(self, article):
        texts = {text.language: text for text in article.texts.all()}
        original = texts.get(ORIGINAL_LANGUAGE)
        by_state = {}
        for code in IN_ORDER:
            text = texts.get(code)
            state = short_state(text, article, original, has_pending=text is not None and text.has_pending)
            by_state.setdefault(state, []).append(code)
        lines = ((", ".join(codes), state) for state, codes in by_state.items())
        return format_html_join(mark_safe("; <br>"), "{}: {}", lines)

    @admin.display(description="Next review due", ordering="next_review_on", empty_value="–")
    def next_review(self, article):
        day = article.next_review_on and date_format(article.next_review_on)
        return f"{day}, overdue" if article.is_review_overdue else day

    def construct_change_message(self, request, form, formsets, add=False):
        """Tells of the article's own fields and rows only when they become public."""
        texts = next(formset for formset in formsets if formset.model is ArticleText)
        if not add and not texts.original_form.is_released_now:
            form, formsets = copy(form), [texts]
            form.changed_data = []
        return super().construct_change_message(request, form, formsets, add)

    def save_model(self, request, obj, form, change):
        """A new one. What changes of another one may wait in a draft: save_related() reads that in the texts."""
        if not change:
            super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        """Saves the original first: a translation in the same form may say that it matches the new wording."""
        if formset.model is not ArticleText:
            formset.save(commit=not change)  # what changes is among the facts
            return
        texts = formset.save(commit=False)
        for text in formset.deleted_objects:
            trash_text(text, trashed_by=str(request.user))
        changed = [form for form in formset.forms if form.instance in texts]
        if formset.original_form.has_new_facts and formset.original_form not in changed:
            changed.append(formset.original_form)
        for text_form in sorted(changed, key=lambda each: each.instance.is_translation):
            text_form.save_text(request.user)
        for text_form in changed:
            if text_form.joins_draft:
                messages.warning(request, JOINS_DRAFT.format(language=text_form.language_name))
            if text_form.release_sentence:  # beside Django's own, that the article was changed
                messages.info(request, text_form.release_sentence)
            for note in text_form.history_notes():
                self.log_change(request, formset.instance, note)

    def save_related(self, request, form, formsets, change):
        """Writes what changed alone: kept public pages stay."""
        if change:
            texts = next(formset for formset in formsets if formset.model is ArticleText)
            texts.original_form.take_facts(collect_facts(form, formsets))
        super().save_related(request, form, formsets, change)
        drafts.delete_draft(request)
        warn_of_missing_texts(request, form.instance)

    def delete_model(self, request, obj):
        trash_article(obj, trashed_by=str(request.user))

    def delete_queryset(self, request, queryset):
        for article in queryset:
            trash_article(article, trashed_by=str(request.user))

    def get_urls(self):
        asked = self.admin_site.admin_view
        return [
            path("text/<int:pk>/wordings/", asked(self.wordings_view), name="articles_articletext_wordings"),
            path("text/<int:pk>/review-link/", asked(self.review_link_view), name="articles_articletext_review_link"),
            path("review-link/<int:pk>/withdraw/", asked(self.withdraw_view), name="articles_reviewlink_withdraw"),
            path("review-link/<int:pk>/enter/", asked(self.enter_review_view), name="articles_reviewlink_enter"),
            path("<int:pk>/duplicate/", asked(self.duplicate_view), name="articles_article_duplicate"),
            path("preview/<int:pk>/", asked(self.preview_view), name="articles_articletext_preview"),
            path("preview/", asked(self.preview_unsaved_view), name="articles_article_preview"),
            path("<int:pk>/preview/", asked(self.preview_unsaved_view), name="articles_article_preview"),
            path("link-targets/", asked(self.link_targets_view), name="articles_article_link_targets"),
            path("draft/", asked(self.draft_view), name="articles_article_draft"),
            path("<int:pk>/draft/", asked(self.draft_view), name="articles_article_draft"),
            *super().get_urls(),
        ]

    @method_decorator(csp(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]))  # the public policy instead of the admin's
    def preview_view(self, request, pk):
        """A text as the public will see it, whatever its state or date."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return views.preview(request, pk)

    @method_decorator([csp(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]), require_POST])
    def preview_unsaved_view(self, request, pk=None):
        """What stands in the form, of the article or of a new one, as the public will see it. Saves nothing."""
        article = self.get_writable_article(request, pk)
        form = self.get_form(request, article, change=article is not None)(request.POST, instance=article)
        formsets = [
            formset(**self.get_formset_kwargs(request, form.instance, inline, formset.get_default_prefix()))
            for formset, inline in self.get_formsets_with_inlines(request, article)
        ]
        language = request.POST.get("_preview", ORIGINAL_LANGUAGE)
        return views.preview_unsaved(request, UnsavedArticle(form, formsets), language)

    def wordings_view(self, request, pk):
        """What a text said before, who wrote it and when; each can be taken up again."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        text = get_object_or_404(ArticleText.objects.select_related("article"), pk=pk)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Wordings of the {language_name(text.language)} text",
            "opts": self.opts,
            "text": text,
            "page": list_wordings(text, request.GET.get("page")),
            "may_change": self.has_change_permission(request, text.article),
        }
        return render(request, "admin/articles/article/wordings.html", context)

    @method_decorator(require_POST)
    def review_link_view(self, request, pk):
        """Makes a link that shows a text to a reviewer without an account."""
        text = get_object_or_404(ArticleText.objects.select_related("article"), pk=pk)
        self.get_writable_article(request, text.article_id)
        return review_link_buttons.make_link(self, request, text)

    @method_decorator(require_POST)
    def withdraw_view(self, request, pk):
        return review_link_buttons.withdraw_link(self, request, self.get_review_link(request, pk))

    @method_decorator(require_POST)
    def enter_review_view(self, request, pk):
        return review_link_buttons.enter_review(self, request, self.get_review_link(request, pk))

    def get_review_link(self, request, pk):
        """Raises PermissionDenied and Http404."""
        link = get_object_or_404(ReviewLink.objects.select_related("text__article"), pk=pk)
        self.get_writable_article(request, link.text.article_id)
        return link

    @method_decorator(require_POST)
    def duplicate_view(self, request, pk):
        """Another article with the same words, all of them drafts."""
        article = get_object_or_404(Article, pk=pk)
        if not (self.has_view_permission(request, article) and self.has_add_permission(request)):
            raise PermissionDenied
        if article.is_service:
            messages.error(request, "A topic can have only one service, so a service cannot be duplicated.")
            return redirect("admin:articles_article_change", pk)
        copy = copy_article(article, written_by=str(request.user))
        self.log_addition(request, copy, f"Duplicated from “{article}”.")
        messages.success(request, f"This is a copy of “{article}”. All its texts are drafts.")
        return redirect("admin:articles_article_change", copy.pk)

    @method_decorator(require_POST)
    def draft_view(self, request, pk=None):
        """Keeps what stands in the form as a draft of this person. A script sends it every few seconds."""
        article = self.get_writable_article(request, pk)
        drafts.keep_draft(request, article, kind_of(request, article))
        return HttpResponse(status=204)

    def link_targets_view(self, request):
        """Pages for the dialog of a link: those with the words `q` in their titles, in the language of the text."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        words, language = (request.GET.get(name, "") for name in ("q", "language"))
        targets = find_link_targets(words, language, request.clinic.published_pages)
        return JsonResponse({"targets": targets})

    def get_writable_article(self, request, pk):
        """The article whose form was sent; None for a new one. Raises PermissionDenied and Http404."""
        article = pk and get_object_or_404(Article, pk=pk)
        if not (self.has_change_permission(request, article) if article else self.has_add_permission(request)):
            raise PermissionDenied
        return article

    def render_change_form(self, request, context, *args, **kwargs):
        """Adds the overview and what others saved first, and gives the editor's inline import map the nonce that the
        admin's Content-Security-Policy requires."""
        article = context.get("original")
        for name in ["preview", "draft"]:
            context[f"{name}_address"] = reverse(f"admin:articles_article_{name}", args=[article.pk] if article else [])
        context["show_save_and_add_another"] = False
        context["draft_key"] = drafts.draft_key(request)
        if request.method == "GET":
            context["drafts"] = drafts.drafts_of(request, article, kind_of(request, article))
        context["languages"] = build_overview(article) if article else []
        if article:
            context["forms_in_conflict"] = forms_in_conflict(context)
        if article and (context["forms_in_conflict"] or context.get("drafts")):
            context["last_saved"] = LogEntry.objects.filter(
                content_type=get_content_type_for_model(article), object_id=article.pk
            ).first()
        if drafts.CONTINUE in request.POST:
            drafts.hide_errors(context)
        if article and request.method == "GET" and (wording := find_wording(request, article)):
            show_wording(wording, context)
            context["is_unsaved"] = True
            moment = format_moment(wording.written_at)
            messages.warning(request, f"This is what the text said on {moment}. Save to use it.")
        if context.get("forms_in_conflict") and are_conflicts_only(context["errors"]):
            context["errors"] = []  # instead of errors, the page shows a panel of its own
        context["media"] = Media.from_media(context["media"], nonce=request.csp_nonce)
        return super().render_change_form(request, context, *args, **kwargs)
