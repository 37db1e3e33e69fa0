"""How the old WordPress site addressed its pages."""

import re
from urllib.parse import parse_qs

from django.conf import settings

OTHER_LANGUAGES = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
# Where https://old.example/?p=123 is a page of its own; in each language with a plugin such as Polylang
WORDPRESS_HOME = ("/", "/index.php", *(f"/{code}{end}" for code in OTHER_LANGUAGES for end in ("", "/")))
FEEDS = "rss2?|atom|rdf"
WORDPRESS_IDS = dict.fromkeys(("p", "page_id", "cat", "attachment_id"), "[0-9]{1,10}") | {"feed": FEEDS}
# What WordPress answered below the address of a page: feeds, other forms of it, and the parts of a long one
TAIL = re.compile(
    f"(.+?)/(?:(?:feed/)?(?:feed|{FEEDS})|embed|amp|trackback|comment-page-[0-9]{{1,4}}|(page/)?[0-9]{{1,4}})/",
    re.IGNORECASE,
)
DATED = re.compile("(.*?/[0-9]{4}/)([0-9]{1,2})/([0-9]{1,2}/)?(.+)")


def wordpress_id(query):
    """The part of a query string that names a page, like `p=123`; None without one."""
    if not query:
        return None
    try:
        values = parse_qs(query, max_num_fields=50)
    except ValueError:
        return None
    for name, form in WORDPRESS_IDS.items():
        if re.fullmatch(form, values.get(name, [""])[0]):
            return f"{name}={values[name][0]}"
    return None


def list_spellings(address):
    """The addresses that WordPress might have answered as it answered this one, and this one, the most alike first."""
    pages = [address]
    if tail := TAIL.fullmatch(address):
        pages += [f"{tail[1]}/", f"{tail[1]}/page/"] if tail[2] else [f"{tail[1]}/"]
    return [spelling for page in pages for spelling in (page, *list_days(page))]


def list_days(address):
    """The other addresses of a post in a month: without the day, with the month in two digits, on another day."""
    dated = DATED.fullmatch(address)
    if not dated:
        return []
    year, month, day, post = dated.groups()
    days = [f"{number:02}/" for number in range(1, 32)] if day else []
    return [f"{year}{month:0>2}/{day}{post}" for day in ("", *days)]
