"""The pages of this site that an editor's link can lead to."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from articles import search
from articles.models import SHARED_PAGES, ArticleText

MOST_TARGETS = 8


def find_link_targets(words: str, language: str, published_pages: list[str]) -> list[tuple[str, str]]:
    """[(address, title)] of what the public sees with all of these words in its title, shared pages first. In
    `language` where it is written in it, otherwise in English; of an address that changes later, a redirect leads on.
    """
    if language not in dict(settings.LANGUAGES):
        return []
    asked = search.question_words(words[: search.MAX_QUESTION_LENGTH], language)
    if not asked:
        return []
    texts = ArticleText.objects.for_readers(language).select_related("article").without_index().defer("body")
    for word in asked:
        texts = texts.filter(search.contains("indexed_title", word))
    with translation.override(language):
        names = {page: str(SHARED_PAGES[page].name) for page in ("contact", *published_pages)}
        indexed = {page: search.build_index(name) for page, name in names.items()}
        pages = [(reverse(page), names[page]) for page in names if all(word.is_in(indexed[page]) for word in asked)]
        found = [(text.address, text.title) for text in texts.order_by("-article__published_at", "-pk")[:MOST_TARGETS]]
    return list(dict.fromkeys([*pages, *found]))[:MOST_TARGETS]
