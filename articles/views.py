"""The public pages of articles."""

import re
from functools import cache, lru_cache, partial
from urllib.parse import urlencode

from django.conf import settings
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

from articles import pictures, search
from articles.listing import Findings, Listing, related_texts
from articles.models import ORIGINAL_LANGUAGE, ArticleText, ListedText
from articles.shelves import topic_names
from articles.structured_data import article_data

ARTICLES_PER_PAGE = 12
FOR_EVER = "public, max-age=31536000, immutable"  # a year, the longest that there is
LONG_FROM = 4  # headings; an article with as many gets a list of contents


@require_safe
def article_list(request):
    """Articles in the reader's language, or in English where there is no translation.

    `topic` narrows them, `q` looks for words in them.
    """
    language = translation.get_language()
    topics = topic_names(language)
    rows = ListedText.objects.for_readers(language)

    chosen_topic = None
    if slug := request.GET.get("topic"):
        chosen_topic = next((name for name in topics.values() if name.topic.slug == slug), None)
        if chosen_topic is None:
            raise Http404("no such topic")
        rows = rows.filter(topic=chosen_topic.topic_id)

    question = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[: search.LONGEST_QUESTION]
    words = search.question_words(question, language)
    words_apart, in_other_languages = {}, []
    if question:
        texts = ArticleText.objects.listed(language)
        if chosen_topic:
            texts = texts.filter(article__topic=chosen_topic.topic_id)
        listing = Findings(search.matching(texts, words, topics), language)
        if not listing.count():
            words_apart = search.found_by_one_word(texts, question, language, topics)
            if words:
                in_other_languages = findings_elsewhere(question, language)
    else:
        listing = Listing(rows, language)

    number = request.GET.get("page", "1")
    if not re.fullmatch("[1-9][0-9]{0,3}", number):  # 01 and the like would be further addresses of the same page
        raise Http404("no such page")
    try:
        page = Paginator(listing, ARTICLES_PER_PAGE).page(number)
    except EmptyPage:
        raise Http404("no such page") from None
    for text in page.object_list:
        text.marked_title = search.highlight(text.title, words)
        text.marked_summary = search.highlight(text.summary, words)
    response = render(
        request,
        "articles/list.html",
        {
            "heading": list_heading(question, chosen_topic),
            "page": page,
            "topics": topics.values(),
            "chosen_topic": chosen_topic,
            "question": question,
            "words_apart": words_apart,
            "in_other_languages": in_other_languages,
        },
    )
    if not question:
        patch_cache_control(response, public=True)
    return response


def findings_elsewhere(question, language):
    """[(language, its own name, how many articles it finds there, the address of these)], where there are any."""
    counts = search.found_in_other_languages(ArticleText.objects.published(), question, language)
    return [
        (code, name, counts[code], f"{address_of_list(code)}?{urlencode({'q': question})}")
        for code, name in settings.LANGUAGES
        if counts.get(code)
    ]


def address_of_list(language):
    with translation.override(language):
        return reverse("articles:list")


def list_heading(question, chosen_topic):
    if question:
        return _("Search: %(question)s") % {"question": question}
    if chosen_topic:
        return _("Articles: %(chosen_topic)s") % {"chosen_topic": chosen_topic}
    return _("Health articles")


@cache
def texts_for_pages():
    """What every page of an article asks for, put into words once: to narrow it costs less than to say it anew."""
    return ArticleText.objects.for_pages()


@require_safe
@cache_control(public=True)
def article(request, slug):
    """One article in the reader's language; in English, saying so, where there is no translation."""
    language = translation.get_language()
    texts = list(texts_for_pages().of_published_article(slug, [language, ORIGINAL_LANGUAGE]))
    # The same slug may be one article's in this language and another's in English: this language goes first.
    found = next((text for text in texts if (text.language, text.slug) == (language, slug)), None) or next(
        (text for text in texts if (text.language, text.slug) == (ORIGINAL_LANGUAGE, slug)), None
    )
    texts = {text.language: text for text in texts if found and text.article_id == found.article_id}
    if ORIGINAL_LANGUAGE not in texts:
        raise Http404("no such article")

    text = texts.get(language, texts[ORIGINAL_LANGUAGE])
    if text.slug != slug:
        return redirect("articles:article", slug=text.slug)

    request.translated_into = texts.keys()
    request.language_addresses = {code: address_in(code, texts) for code, _ in settings.LANGUAGES}
    return render(request, "articles/article.html", article_context(request, text, language, texts))


@require_safe
def preview(request, pk):
    """A text as the public will see it, whatever its state or date. The admin decides who may ask for it."""
    language = get_object_or_404(ArticleText, pk=pk).language
    texts = ArticleText.objects.filter(article__texts=pk).with_note_of_pictures().select_related("article")
    texts = {text.language: text for text in texts}
    text = texts[language]
    with translation.override(language):
        context = article_context(request, text, language, {ORIGINAL_LANGUAGE: text, **texts})
        return render(request, "articles/article.html", context | {"is_preview": True})


@require_safe
def picture(request, content_hash, width):
    """One version of a picture. No query: what the name stands for never changes."""
    try:
        with default_storage.open(pictures.file_name(content_hash, width)) as file:
            content = file.read()
    except FileNotFoundError:
        raise Http404("no such picture") from None
    return HttpResponse(content, content_type="image/webp", headers={"Cache-Control": FOR_EVER})


def address_in(language, texts):
    """The address at which readers of `language` find the article whose texts are given by language."""
    return address_of_article(language, texts.get(language, texts[ORIGINAL_LANGUAGE]).slug)


@lru_cache(maxsize=1000)  # a page has six of them
def address_of_article(language, slug):
    with translation.override(language):
        return reverse("articles:article", args=[slug])


def article_context(request, text, language, texts):
    """What the article's template shows. One query, the references; with pictures two. What it shares with other
    articles of its topic is at hand for a second."""
    address = address_in(text.language, texts)
    text.take_topic_name(topic_names(language))
    original = texts[ORIGINAL_LANGUAGE]
    references = list(text.article.references.all())
    shown = list(text.article.pictures.for_readers(text.language)) if text.has_pictures else []
    sections = text.sections
    care_callouts = text.care_callouts(original)
    headings = len(sections) + ("visit" in care_callouts) + bool(references)
    return {
        "text": text,
        "original": original,
        "is_out_of_date": text.is_older_than(original),
        "care_callouts": care_callouts,
        "top_pictures": standing_at(0, shown, sections),
        "parts": [(section, standing_at(number, shown, sections)) for number, section in enumerate(sections, start=1)],
        "shared_picture": shown[0] if shown else None,
        "has_contents": headings >= LONG_FROM,
        "references": references,
        "related_texts": related_texts(text, language),
        "is_in_readers_language": text.language == language,
        "canonical_address": address,
        "structured_data": partial(  # made when the page is not put together of finished parts
            article_data, text, clinic=request.clinic, references=references, pictures=shown, address=address
        ),
        "original_address": address_in(ORIGINAL_LANGUAGE, texts),
    }


def standing_at(place, shown, sections):
    """The pictures that stand after part `place`; after the last also those of parts that this text does not have."""
    return [each for each in shown if min(each.place, len(sections)) == place]
