"""Reads the addresses that staff write or paste for redirects, one by one or as a table.

An old address is stored decoded and with a slash at its end, so that a request finds it with or without either.
"""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit

from django.conf import settings
from django.contrib.redirects.models import Redirect

from articles.models import ORIGINAL_LANGUAGE, OWN_PAGES, ArticleText, Topic
from articles.site_pages import find_view, is_own_host
from clinic_site.redirects.tables import read_rows
from clinic_site.redirects.wordpress import WORDPRESS_HOME, wordpress_id
from clinic_site.text_rules import drop_invisible

RESERVED = ("/admin/", "/healthz/", "/static/", "/pictures/")  # never redirected
MAX_ROWS = 2000  # many more long ones would not fit into LONGEST_FORM_OF_STAFF
MAX_LENGTH = Redirect._meta.get_field("old_path").max_length


class AddressError(Exception):
    """Says in a sentence what is wrong with an address."""


def normalize_old_address(path, query=""):
    """The form in which an old address is stored: composed Unicode, a slash at the end unless it names a file."""
    if path in WORDPRESS_HOME and (page := wordpress_id(query)):
        return f"/?{page}"
    path = unicodedata.normalize("NFC", drop_invisible(path)).rstrip("/")
    return path if "." in path.rpartition("/")[2] else f"{path}/"


class Pages:
    """The pages of this site, unpublished articles included. Reads the database once, however many are asked for."""

    def __init__(self):
        texts = ArticleText.objects.values_list("article__kind", "language", "slug")
        self.texts = {(OWN_PAGES.get(kind), language, slug) for kind, language, slug in texts}
        self.topics = set(Topic.objects.order_by().values_list("slug", flat=True))

    def has(self, path):
        language, match = find_view(path)
        if match is None:
            return False
        if match.view_name in OWN_PAGES.values():
            name, slug = match.view_name, match.kwargs["slug"]
            return bool({(name, language, slug), (name, ORIGINAL_LANGUAGE, slug)} & self.texts)
        return not match.args and not match.captured_kwargs

    def read_old_address(self, text):
        """The address as it is stored. Raises AddressError."""
        url = split_url(text)
        address = normalize_old_address(decode(url.path or "/", text), url.query)
        if "*" in address:
            raise AddressError(f"“{address}” is a pattern. Write each address on a line of its own.")
        if len(address) > MAX_LENGTH:
            raise AddressError(f"Shorten the old address: it has more than {MAX_LENGTH} characters.")
        if address.startswith(RESERVED) or ("?" not in address and self.has(address)):
            raise AddressError(f"“{address}” is a page on this site, not an old address.")
        return address

    def read_new_address(self, text):
        """The path of a page on this site. Raises AddressError."""
        url = split_url(text)
        if url.netloc and not (url.netloc == urlsplit(settings.SITE_URL).netloc or is_own_host(url.hostname)):
            raise AddressError(f"“{text}” is on another site. Write the path of a page on this site, like /contact/.")
        path = decode(url.path or "/", text)
        path = path if self.has(path) else normalize_old_address(path)
        if path.startswith(RESERVED) or not self.has(path):
            raise AddressError(f"“{path}” is not a page on this site.")
        topic = re.fullmatch("topic=([a-zA-Z0-9_-]+)", url.query)
        if topic and topic[1] in self.topics and path.endswith("/articles/"):
            return f"{path}?{url.query}"
        if url.query or url.fragment:
            raise AddressError("In the new address, leave out ? or # and everything after it.")
        return path


def split_url(text):
    text = drop_invisible(text).strip()
    if not text.startswith(("/", "http://", "https://")):
        raise AddressError(f"Begin “{text}” with / or https://.")
    try:
        return urlsplit(text)
    except ValueError:
        raise AddressError(f"“{text}” is not an address.") from None


def decode(path, text):
    try:
        path = drop_invisible(unquote_to_bytes(path).decode())
    except UnicodeDecodeError:
        raise AddressError(f"Copy “{text}” again: its percent codes are not UTF-8.") from None
    if not path.isprintable():
        raise AddressError(f"Copy “{text}” again: it has characters that no address can have.")
    return path


class Problem(NamedTuple):
    number: int
    line: str
    sentence: str


class Table(NamedTuple):
    """A pasted table: {old address: new path}, its problems line by line, and what is no redirect and was left out."""

    redirects: dict
    problems: list
    left_out: list  # [(line, reason)]


def read_table(text):
    """Reads lines of an old and a new address each, or the export of a program.

    Raises AddressError for an export that breaks off, and for more than MAX_ROWS redirects.
    """
    try:
        rows, heading = read_rows(text)
    except ValueError:
        raise AddressError("Paste all of what Redirection or Yoast SEO exports.") from None
    if len(rows) > MAX_ROWS:
        raise AddressError(f"Paste at most {MAX_ROWS:,} redirects at once.")
    pages, redirects, problems, numbers = Pages(), {}, [], {}
    left_out = [(heading, "the heading")] if heading else []
    for row in rows:
        if row.left_out:
            left_out.append((row.line, row.left_out))
            continue
        try:
            if len(row.cells) != 2:
                raise AddressError("Write an old and a new address, with a tab, a comma or a space between them.")
            old, new = pages.read_old_address(row.cells[0]), pages.read_new_address(row.cells[1])
            if redirects.get(old, new) != new:
                raise AddressError(f"Line {numbers[old]} already redirects “{old}” to “{redirects[old]}”.")
        except AddressError as problem:
            problems.append(Problem(row.number, row.line, str(problem)))
        else:
            redirects[old] = new
            numbers.setdefault(old, row.number)
    return Table(redirects, problems, left_out)
