"""What the counted pages are called, for those who read the figures."""

import re

from articles.models import ORIGINAL_LANGUAGE, SHARED_PAGES, ArticleText

OWN_PAGE = re.compile(r"(article|service)-(\d+)")
NOT_KNOWN = "Not known"
TITLES = {  # of the pages that have no article, by the names of their addresses
    **{name: str(page.name) for name, page in SHARED_PAGES.items()},
    "home": "Home page",
    "articles:list": "List of articles",
    "search": "Search",
    "consultation": "Consultation form",
    "consultation-received": "Thank-you page",
    "privacy": "Privacy",
    "accessibility": "Accessibility",
    "language-help": "Language help",
    "": NOT_KNOWN,
}


def read_titles(names):
    """{name of a page: its title in English}. One query."""
    own = {name: int(match[2]) for name in names if (match := OWN_PAGE.fullmatch(name))}
    titles = {}
    texts = ArticleText.objects.filter(article__in=set(own.values())).order_by("language")
    for article, language, title in texts.values_list("article", "language", "title"):
        if language == ORIGINAL_LANGUAGE or article not in titles:
            titles[article] = title
    return {
        name: titles.get(own[name], f"{name.replace('-', ' ').capitalize()} (deleted)")
        if name in own
        else TITLES.get(name, name)
        for name in names
    }
