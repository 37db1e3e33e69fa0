"""The public pages of articles."""

import re
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.files.storage import default_storage
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles import actions, pictures
from articles.body import split_at_pictures, split_body
from articles.listing import (
    ARTICLES_PER_PAGE,
    articles_of_topic,
    related_texts,
    service_of_topic,
    set_reviewer_addresses,
    texts_for_readers,
)
from articles.models import (
    ORIGINAL_LANGUAGE,
    SERVICES,
    Article,
    ArticleText,
    Kind,
    Picture,
    describe_pictures,
    page_above,
)
from articles.structured_data import article_data

IMMUTABLE = "public, max-age=31536000, immutable"  # a year
CONTENTS_FROM = 4  # headings


@require_safe
def article_list(request):
    """Articles in the reader's language, or in English where there is no translation; `topic` narrows them."""
    if question := request.GET.get("q", "").strip():
        return redirect(f"{reverse('search')}?{urlencode({'q': question})}")
    language = translation.get_language()
    topics = request.clinic.topics(language)
    chosen_topic = None
    if slug := request.GET.get("topic"):
        chosen_topic = next((name for name in topics.values() if name.topic.slug == slug), None)
        if chosen_topic is None:
            raise Http404("no such topic")
    articles = Article.objects.for_readers(language)
    if chosen_topic:
        articles = articles.filter(topic=chosen_topic.topic_id)
    heading = _("Health articles")
    if chosen_topic:
        heading = _("Articles: %(chosen_topic)s") % {"chosen_topic": chosen_topic}
    response = render(
        request,
        "articles/list.html",
        {
            "heading": heading,
            "page": get_page(request, list(articles.values_list("pk", flat=True)), language, topics),
            "topics": topics.values(),
            "chosen_topic": chosen_topic,
            "service": chosen_topic and service_of_topic(chosen_topic.topic_id, language, topics),
        },
    )
    patch_cache_control(response, public=True)
    return response


def get_page(request, found, language, topics):
    """The page that `page` asks for of these articles, given by their keys."""
    number = request.GET.get("page", "1")
    if not re.fullmatch("[1-9][0-9]{0,3}", number):  # 01 and the like would be more addresses of the same page
        raise Http404("no such page")
    try:
        page = Paginator(found, ARTICLES_PER_PAGE).page(number)
    except EmptyPage:
        raise Http404("no such page") from None
    page.object_list = texts_for_readers(page.object_list, language, topics)
    return page


@require_safe
@cache_control(public=True)
def article(request, slug):
    return show_page(request, slug, [Kind.ARTICLE])


@require_safe
@cache_control(public=True)
def service(request, slug):
    return show_page(request, slug, SERVICES)


def show_page(request, slug, kinds):
    """An article or a service in the reader's language; in English, saying so, where there is no translation."""
    language = translation.get_language()
    # The slug may be one article's in this language and another's in English: this language goes first.
    same_articles = list(ArticleText.objects.of_articles_with_slug(slug, [language, ORIGINAL_LANGUAGE], kinds))
    found = [text for text in same_articles if text.slug == slug and text.language in (language, ORIGINAL_LANGUAGE)]
    found.sort(key=lambda text: text.language != language)
    texts = {text.language: text for text in same_articles if found and text.article_id == found[0].article_id}
    if ORIGINAL_LANGUAGE not in texts:
        raise Http404("no such article")
    text = texts.get(language, texts[ORIGINAL_LANGUAGE])
    if text.slug != slug:
        return redirect(text.address)
    request.page_name = text.article.page_name
    request.translated_into = texts.keys()
    request.language_addresses = {code: address_in(code, texts) for code, _ in settings.LANGUAGES}
    return render(request, "articles/article.html", article_context(request, text, language, texts))


@require_safe
def preview(request, pk):
    """A text as the public will see it, whatever its state or date, with the draft of its changes.

    The admin checks the permission.
    """
    text = text_to_show(pk)
    return show_preview(request, text, {other.language: other for other in text.article.texts.all()})


def text_to_show(pk):
    try:
        return actions.read_text_to_show(pk)
    except ArticleText.DoesNotExist:
        raise Http404("no such text") from None


def preview_unsaved(request, unsaved, language):
    """A text as the public will see it with what stands in the editor's form. The admin checks the permission."""
    if language not in unsaved.texts:
        raise BadRequest("no text in this language")
    return show_preview(request, unsaved.texts[language], unsaved.texts, problems=unsaved.problems)


def show_preview(request, text, texts, *, problems=(), status=200, review=None):
    texts = {ORIGINAL_LANGUAGE: text} | texts | {text.language: text}
    with translation.override(text.language):
        context = article_context(request, text, text.language, texts)
        context |= {"is_preview": True, "problems": problems, "review": review, **list_details(text)}
        return render(request, "articles/article.html", context, status=status)


def list_details(text):
    """What the public sees beside the words of a person or a price, which have no page of their own."""
    person = getattr(text.article, "person", None)
    photographs = [person.photograph] if person and person.photograph else []
    shown = describe_pictures(photographs, text.language).values()
    return {"person": person, "photograph": next(iter(shown), None), "price": getattr(text.article, "price", None)}


@require_safe
def picture(request, content_hash, width=None):
    """One version of a picture, the smallest if the address names none. The content of an address never changes."""
    if width is None:
        _, width = get_object_or_404(Picture, content_hash=content_hash).versions[0]
    try:
        with default_storage.open(pictures.file_name(content_hash, width)) as file:
            content = file.read()
    except FileNotFoundError:
        raise Http404("no such picture") from None
    return HttpResponse(content, content_type="image/webp", headers={"Cache-Control": IMMUTABLE})


def address_in(language, texts):
    """The address at which readers of `language` find the article whose texts are given by language."""
    return texts.get(language, texts[ORIGINAL_LANGUAGE]).address_in(language)


def article_context(request, text, language, texts):
    """The context of the article's template, for a text and readers of `language`."""
    address = address_in(text.language, texts)
    topics = request.clinic.topics(language)
    text.set_topic_name(topics)
    original = texts[ORIGINAL_LANGUAGE]
    set_reviewer_addresses(text, original)
    references = text.article.shown_references
    lead = text.article.lead_picture
    shown = [*describe_pictures([lead] if lead else [], text.language).values(), *text.pictures_in_body.values()]
    introduction, sections = split_body(text.shown_body)
    before_pictures, from_pictures = split_at_pictures(introduction)
    care_callouts = text.care_callouts(original)
    above, heading = page_above(text.article.kind)
    headings = len(sections) + ("visit" in care_callouts) + bool(references)
    return {
        "text": text,
        "original": original,
        "is_out_of_date": text.is_older_than(original),
        "care_callouts": care_callouts,
        "introduction": {"before_pictures": before_pictures, "from_pictures": from_pictures},
        "lead_picture": shown[0] if lead else None,
        "sections": sections,
        "shared_picture": shown[0] if shown else None,
        "has_contents": headings >= CONTENTS_FROM,
        "references": references,
        **list_company(text.article, language, topics),
        "is_in_readers_language": text.language == language,
        "parent_address": reverse(above),
        "parent_name": heading,
        "is_article": text.article.kind == Kind.ARTICLE,
        "canonical_address": address,
        "structured_data": article_data(
            text, clinic=request.clinic, references=references, pictures=shown, address=address
        ),
        "original_address": address_in(ORIGINAL_LANGUAGE, texts),
        "page_name": getattr(request, "page_name", ""),  # the form's hidden field
        "is_preview": False,
    }


def list_company(article, language, topics):
    """The texts that the page of an article or a service leads to: the service of its topic, and articles."""
    if article.is_service:
        return {"service": None, "related_texts": articles_of_topic(article.topic_id, language, topics)}
    return {
        "service": service_of_topic(article.topic_id, language, topics),
        "related_texts": related_texts(article, language, topics) if article.has_own_page else [],
    }
