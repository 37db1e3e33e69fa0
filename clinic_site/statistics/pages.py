"""What the counted pages are called, for those who read the figures."""

import re

from articles.models import SHARED_PAGES

OWN_PAGE = re.compile(r"(article|service)-(?P<number>\d{1,10})", re.ASCII)
NOT_KNOWN = "Not known"
TITLES = {  # of the pages that have no article, by the names of their addresses
    **{name: str(page.name) for name, page in SHARED_PAGES.items()},
    "home": "Home page",
    "articles:list": "List of articles",
    "consultation": "Consultation form",
    "privacy": "Privacy",
    "accessibility": "Accessibility",
    "language-help": "Language help",
    "": NOT_KNOWN,
}


def describe_page(name):
    """What staff read of a page whose article, if it has one, is gone."""
    if OWN_PAGE.fullmatch(name):
        return f"{name.replace('-', ' ').capitalize()} (deleted)"
    return TITLES.get(name, name)
