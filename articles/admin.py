"""The admin's pages for articles and topics."""

from csp.decorators import csp
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.core.exceptions import PermissionDenied
from django.db import connection, models
from django.db.models import Case, Count, Exists, OuterRef, Prefetch, Subquery, When
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate, localtime, now
from django.views.decorators.http import require_POST
from js_asset import Media

from articles import actions, search, views
from articles.models import (
    CARE_LEVELS,
    ORIGINAL_LANGUAGE,
    OWN_PAGES,
    PAGE_OF_KIND,
    REVIEW_DUE_WITHIN,
    SERVICES,
    Article,
    ArticleText,
    Kind,
    Person,
    Price,
    Reference,
    Topic,
    TopicName,
)
from articles.models.texts import has_published_text
from articles.picture_admin import ArticlePictureInline, warn_of_missing_texts
from articles.publishing import drafts
from articles.publishing.edit_conflicts import ConflictAdminMixin, are_conflicts_only
from articles.publishing.forms import ArticleForm, PersonForm, PriceForm, ReferenceForm
from articles.publishing.overview import IN_ORDER, build_overview, short_state
from articles.publishing.preview import UnsavedArticle
from articles.publishing.text_forms import ArticleTextForm, ArticleTextFormSet

OF_EVERY_KIND = ["published_at", "hide_until_then", "next_review_on"]
PART_OF_A_PAGE = ("kind", "order", *OF_EVERY_KIND)
FIELDS = {  # of other kinds: PART_OF_A_PAGE
    Kind.ARTICLE: ("kind", "topic", "byline", *OF_EVERY_KIND),
    **dict.fromkeys(SERVICES, ("kind", "topic", "order", "byline", *OF_EVERY_KIND)),
}
SIGNS = [f"{level}_signs" for level in CARE_LEVELS]


def kind_of(request, article):
    """The kind of an article, or of the one that is being added."""
    if article is not None:
        return article.kind
    kind = request.POST.get("kind", request.GET.get("kind"))
    return kind if kind in Kind.values else Kind.ARTICLE


def forms_in_conflict(context):
    """The forms of a page in which someone else saved first."""
    forms = [form for formset in context["inline_admin_formsets"] for form in formset.formset.forms]
    return [form for form in [context["adminform"].form, *forms] if getattr(form, "conflict", None)]


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


class TopicNameInline(admin.TabularInline):
    model = TopicName
    extra = 1
    max_num = len(settings.LANGUAGES)


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ["__str__", "slug", "order"]
    inlines = [TopicNameInline]


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
        ("When to get help", {"fields": SIGNS}),
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
        return super().get_queryset(request).order_by(original_first, "language")

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


class ReviewFilter(admin.SimpleListFilter):
    title = "review"
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return [
            ("overdue", "Overdue"),
            ("due", f"Overdue or due within {REVIEW_DUE_WITHIN.days} days"),
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


class ReferenceInline(admin.StackedInline):  # a TabularInline has no labels
    model = Reference
    form = ReferenceForm
    template = "admin/articles/article/rows.html"
    extra = 0
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


class PersonInline(admin.StackedInline):
    model = Person
    form = PersonForm
    template = "admin/articles/article/rows.html"
    can_delete = False
    min_num = 1
    fields = [("credential", "license_number"), "languages", "other_languages", "photograph"]
    verbose_name = "person"
    verbose_name_plural = "About this person"


class PriceInline(admin.StackedInline):
    model = Price
    form = PriceForm
    template = "admin/articles/article/rows.html"
    can_delete = False
    min_num = 1
    fields = ["amount"]
    verbose_name = verbose_name_plural = "price"


INLINES = {Kind.PERSON: [PersonInline, ArticleTextInline], Kind.PRICE: [PriceInline, ArticleTextInline]}


@admin.register(Article)
class ArticleAdmin(ConflictAdminMixin, admin.ModelAdmin):
    list_display = ["__str__", "kind", "languages", "next_review_on", "published_at"]
    list_filter = ["kind", TranslationFilter, ReviewFilter, "topic"]
    search_fields = ["texts__title"]  # get_search_results() compares them
    search_help_text = "Words of a title, in any language"
    show_full_result_count = False
    form = ArticleForm
    inlines = [ArticleTextInline, ArticlePictureInline, ReferenceInline]
    kinds = [(kind, kind.label) for kind in (Kind.ARTICLE, *PAGE_OF_KIND)]  # for the menu that adds one

    class Media:
        css = {"all": ["admin/css/articles.css"]}
        js = [
            f"admin/js/{name}.js"
            for name in ["fit-the-editors", "tidy-pasted-text", "ask-before-leaving", "keep-a-draft"]
        ]

    def get_queryset(self, request):
        """With the titles and states of their texts, which lists show, without the rest of their words."""
        texts = ArticleText.objects.without_index().defer(*(set(ArticleText.WORDING) - {"title"}))
        return super().get_queryset(request).prefetch_related(Prefetch("texts", texts), "topic__names")

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
            by_state.setdefault(short_state(texts.get(code), article, original), []).append(code)
        lines = ((", ".join(codes), state) for state, codes in by_state.items())
        return format_html_join(mark_safe("; <br>"), "{}: {}", lines)

    def save_formset(self, request, form, formset, change):
        """Saves the original first: a translation in the same form may say that it matches the new wording."""
        if formset.model is not ArticleText:
            return super().save_formset(request, form, formset, change)
        texts = formset.save(commit=False)
        minor = [form.instance for form in formset.forms if form.cleaned_data.get("minor_correction")]
        for text in formset.deleted_objects:
            text.delete()
        for text in sorted(texts, key=lambda text: text.is_translation):
            actions.save_text(text, is_minor_correction=text in minor)
        for form in formset.forms:
            for note in form.history_notes() if form.instance in texts else []:
                self.log_change(request, formset.instance, note)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        drafts.delete_draft(request)
        warn_of_missing_texts(request, form.instance)

    def get_urls(self):
        asked = self.admin_site.admin_view
        return [
            path("preview/<int:pk>/", asked(self.preview_view), name="articles_articletext_preview"),
            path("preview/", asked(self.preview_unsaved_view), name="articles_article_preview"),
            path("<int:pk>/preview/", asked(self.preview_unsaved_view), name="articles_article_preview"),
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

    @method_decorator(require_POST)
    def draft_view(self, request, pk=None):
        """Keeps what stands in the form as a draft of this person. A script sends it every few seconds."""
        article = self.get_writable_article(request, pk)
        drafts.keep_draft(request, article, kind_of(request, article))
        return HttpResponse(status=204)

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
        context["draft_key"] = drafts.draft_key(request)
        if request.method == "GET":
            context["drafts"] = drafts.drafts_of(request, article, kind_of(request, article))
        if article:
            context["languages"] = build_overview(article)
            context["forms_in_conflict"] = forms_in_conflict(context)
        if article and (context["forms_in_conflict"] or context.get("drafts")):
            context["last_saved"] = LogEntry.objects.filter(
                content_type=get_content_type_for_model(article), object_id=article.pk
            ).first()
        if drafts.CONTINUE in request.POST:
            drafts.hide_errors(context)
        if context.get("forms_in_conflict") and are_conflicts_only(context["errors"]):
            context["errors"] = []  # instead of errors, the page shows a panel of its own
        context["media"] = Media.from_media(context["media"], nonce=request.csp_nonce)
        return super().render_change_form(request, context, *args, **kwargs)
