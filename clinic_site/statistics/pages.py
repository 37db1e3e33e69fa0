"""What the counted pages are called, for those who read the figures."""

import re

from articles.models import SHARED_PAGES

OWN_PAGE = re.compile(r"(article|service)-\d+")
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


def read_titles(names, clinic):
    """{name of a page: its title in English}. One query."""
    titles = clinic.page_titles(names)
    gone = {name: f"{name.replace('-', ' ').capitalize()} (deleted)" for name in names if OWN_PAGE.fullmatch(name)}
    return {name: titles.get(name) or gone.get(name) or TITLES.get(name, name) for name in names}
