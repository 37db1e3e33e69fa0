"""Addresses of pages that moved, those of the old WordPress site above all: how they are read, kept and answered.

They are the Redirects of django.contrib.redirects. An old address is kept as people read it, without percent codes,
and with the slash at its end that a request may have or not. Django's own middleware is not used: it would look for
the address together with every campaign's `?utm_source=…`, and asks for the Site first.
"""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db import DatabaseError
from django.http import HttpResponsePermanentRedirect
from django.http.request import validate_host
from django.urls import Resolver404, resolve
from django.utils import translation

from articles.models import ORIGINAL_LANGUAGE, ArticleText, Topic
from clinic_site import views
from clinic_site.redirects.wordpress import WORDPRESS_HOME, wordpress_id

OURS = ("/admin/", "/healthz/", "/static/", "/pictures/")  # addresses that no table can move
LONGEST = Redirect._meta.get_field("old_path").max_length
INVISIBLE = re.compile("[\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]")  # what comes along when text is copied
SEPARATORS = [r"\t", r",", r";", r"\s+(?:(?:→|->|=>)\s+)?"]


class MovedAddressMiddleware:
    """Leads readers of an old address to the new one. One query for what was not found, none for other pages."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if (
            request.path_info == "/"
            and request.method in ("GET", "HEAD")
            and wordpress_id(request.META["QUERY_STRING"])
        ):
            return answer_of(request) or views.not_found(request, None)  # the home page is another one
        response = self.get_response(request)
        if response.status_code == 404 and request.method in ("GET", "HEAD"):
            return answer_of(request) or response
        return response


def answer_of(request):
    """The redirect for a request, None when there is none or the database is away."""
    address = key(request.path_info, request.META["QUERY_STRING"])
    if address.startswith(OURS) or "\x00" in address:
        return None
    try:
        redirect = Redirect.objects.filter(site_id=settings.SITE_ID, old_path=address).first()
    except DatabaseError:
        return None
    if redirect is None:
        return None
    response = HttpResponsePermanentRedirect(redirect.new_path)
    return response


def key(path, query=""):
    """How an address is kept: in Unicode's usual form, and ending in a slash unless it looks like a file's."""
    if path in WORDPRESS_HOME and (wanted := wordpress_id(query)):
        return f"/?{wanted}"
    path = unicodedata.normalize("NFC", path).rstrip("/")
    return path if "." in path.rpartition("/")[2] else f"{path}/"


# Reading what staff write


class WrongAddressError(Exception):
    """Says in a sentence what is wrong with an address."""


class Pages:
    """What this site answers, articles not yet published included. Two queries for any number of questions."""

    def __init__(self):
        self.slugs = set(ArticleText.objects.values_list("language", "slug"))
        self.topics = set(Topic.objects.order_by().values_list("slug", flat=True))

    def has(self, path):
        language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
        with translation.override(language):
            try:
                match = resolve(path)
            except Resolver404:
                return False
        if match.view_name == "articles:article":
            return bool({(language, match.kwargs["slug"]), (ORIGINAL_LANGUAGE, match.kwargs["slug"])} & self.slugs)
        return not match.args and not match.captured_kwargs

    def old_address(self, text):
        """The key of an old address as somebody wrote or copied it. Raises WrongAddressError."""
        url = split(text)
        address = key(decoded(url.path or "/", text), url.query)
        if len(address) > LONGEST:
            raise WrongAddressError(f"The old address has more than {LONGEST} characters.")
        if address.startswith(OURS) or ("?" not in address and self.has(address)):
            raise WrongAddressError(f"“{address}” is a page of this site: nobody is led away from it.")
        return address

    def new_address(self, text):
        """The path of a page of this site. Raises WrongAddressError."""
        url = split(text)
        if url.netloc and not (url.netloc == urlsplit(settings.SITE_URL).netloc or is_our_host(url.hostname)):
            raise WrongAddressError(f"“{text}” is on another site. Write the path of a page here, like /contact/.")
        path = decoded(url.path or "/", text)
        path = path if self.has(path) else key(path)
        if path.startswith(OURS) or not self.has(path):
            raise WrongAddressError(f"“{path}” is no page of this site.")
        topic = re.fullmatch("topic=([a-zA-Z0-9_-]+)", url.query)
        if topic and topic[1] in self.topics and path.endswith("/articles/"):
            return f"{path}?{url.query}"
        if url.query or url.fragment:
            raise WrongAddressError("Leave out what stands after ? or # in the new address.")
        return path


def split(text):
    if not text.startswith(("/", "http://", "https://")):
        raise WrongAddressError(f"“{text}” is no address: it begins with neither / nor https://.")
    try:
        return urlsplit(text)
    except ValueError:
        raise WrongAddressError(f"“{text}” is no address.") from None


def decoded(path, text):
    try:
        path = unquote_to_bytes(path).decode()
    except UnicodeDecodeError:
        raise WrongAddressError(f"“{text}” cannot be read: its percent codes are not UTF-8.") from None
    if not path.isprintable():
        raise WrongAddressError(f"“{text}” holds characters that no address has.")
    return path


def is_our_host(host):
    """Whether the settings name it; that any host is taken makes none of them ours."""
    return validate_host(host or "", [name for name in settings.ALLOWED_HOSTS if name != "*"])


class Problem(NamedTuple):
    number: int
    line: str
    sentence: str


class Table(NamedTuple):
    """What was pasted: {old address: new path}, what is wrong with which line, and the heading that was left out."""

    moves: dict
    problems: list
    heading: str


def read_table(text):
    """Reads lines of an old and a new address each. Two queries for any number of lines."""
    pages, moves, problems, heading, lines = Pages(), {}, [], "", {}
    for number, line in enumerate(text.splitlines(), start=1):
        line = INVISIBLE.sub("", line).strip()
        if not line:
            continue
        cells = cells_of(line)
        if not (lines or problems or heading) and not any(cell.startswith(("/", "http")) for cell in cells):
            heading = line
            continue
        try:
            old, new = read_line(pages, cells)
            if moves.get(old, new) != new:
                raise WrongAddressError(f"Line {lines[old]} leads “{old}” to “{moves[old]}” already.")
        except WrongAddressError as problem:
            problems.append(Problem(number, line, str(problem)))
        else:
            moves[old] = new
            lines.setdefault(old, number)
    return Table(moves, problems, heading)


def cells_of(line):
    """Its two cells, by the first separator that makes two of it; otherwise the line as it is."""
    for separator in SEPARATORS:
        cells = [cell.strip(" \"'") for cell in re.split(separator, line)]
        cells = [cell for cell in cells if cell]
        if len(cells) == 2:
            return cells
    return [line]


def read_line(pages, cells):
    if len(cells) != 2:
        raise WrongAddressError("Write an old and a new address, with a tab, a comma or a blank between them.")
    old, new = cells
    return pages.old_address(old), pages.new_address(new)
