"""Which pages of this site the links in a text lead to, found without asking for the pages."""

import unicodedata
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db.models import Value
from django.db.models.functions import Lower
from django.http.request import validate_host
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.html import strip_tags

from articles.body import LINK
from articles.models import ORIGINAL_LANGUAGE, OWN_PAGES, SHARED_PAGES, Article, ArticleText

FILES = ("/pictures/", settings.STATIC_URL)  # no pages
ALWAYS_THERE = "contact"  # of the shared pages: the others exist once something on them is published


class SiteLink(NamedTuple):
    """A link to an address of this site: as it is written, its words, and the parts of the whole address."""

    address: str
    words: str
    path: str
    rest: str  # ?…#…, or empty


class Page(NamedTuple):
    """`language` is that of the address. `slugs` has those of the public texts by language; None if the page has no
    text of its own."""

    name: str
    language: str
    slugs: dict[str, str] | None
    is_public: bool  # or will be, at the time for which it is scheduled

    def address_in(self, language):
        """None if nothing is public there."""
        if self.slugs is not None and language not in self.slugs:
            return None
        with translation.override(language):
            return reverse(self.name, args=[] if self.slugs is None else [self.slugs[language]])


def is_own_host(host):
    """Whether ALLOWED_HOSTS names it; `*` there allows every host but makes none of them this site's."""
    return validate_host(host or "", [name for name in settings.ALLOWED_HOSTS if name != "*"])


def find_site_links(body, language):
    """The links in a body in this language that lead to another page of this site, each once."""
    with translation.override(language):
        # In the place of the text's own page, from which an address like `../` counts.
        base = f"{settings.SITE_URL}{reverse('articles:article', args=['-'])}"
    found = {}
    for written, words in LINK.findall(body):
        address = unescape(written).strip()
        try:
            url = urlsplit(urljoin(base, address))
            is_own = url.netloc == urlsplit(settings.SITE_URL).netloc or is_own_host(url.hostname)
        except ValueError:
            continue
        is_within = not address or address.startswith(("#", "?"))
        if url.scheme in ("http", "https") and is_own and not is_within and not url.path.startswith(FILES):
            rest = (f"?{url.query}" if url.query else "") + (f"#{url.fragment}" if url.fragment else "")
            words = " ".join(unescape(strip_tags(words)).split())
            found[address, words] = SiteLink(address, words, unquote(url.path) or "/", rest)
    return list(found.values())


def find_view(path):
    """(language of the path, what answers it): None for a path that no view has."""
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    with translation.override(language):
        try:
            return language, resolve(path)
        except Resolver404:
            return language, None


def find_page_view(path):
    """The same, for a path without the slash at its end or in capitals, too, which the site redirects."""
    for spelling in dict.fromkeys([path, f"{path}/", f"{path.rstrip('/')}/".lower()]):
        language, match = find_view(spelling)
        if match:
            break
    return language, match


def read_pages(paths):
    """{path: Page, or None if it leads to no page}, whether at once or by a redirect. At most three queries, none
    without paths."""
    redirects = read_redirects(paths)
    lowered = {path: f"{path.rstrip('/')}/".lower() for path in paths}  # the site redirects it, if there is no other
    views = {path: find_page_view(path) for path in [*paths, *lowered.values(), *redirects.values()]}
    texts = read_texts({match.kwargs["slug"] for _, match in views.values() if match and is_own_page(match)})
    names = {match.view_name for _, match in views.values() if match}
    is_kind_needed = not names.isdisjoint(SHARED_PAGES.keys() - {ALWAYS_THERE})
    kinds = Article.objects.first_published().keys() if is_kind_needed else ()
    pages = {path: make_page(language, match, texts, kinds) for path, (language, match) in views.items()}

    def find(path):
        found = (pages[path], pages[lowered[path]], pages.get(redirects.get(path)))
        return next((page for page in found if page and page.is_public), found[2] or found[0] or found[1])

    return {path: find(path) for path in paths}


def read_redirects(paths):
    """{path: where it leads} of those that have a redirect. No database looks for a NUL."""
    stored = {path: unicodedata.normalize("NFC", path).rstrip("/") for path in paths if "\x00" not in path}
    if not stored:
        return {}
    spellings = [Lower(Value(f"{path}{end}")) for path in stored.values() for end in ("", "/")]
    found = Redirect.objects.annotate(lowered=Lower("old_path"))
    found = found.filter(lowered__in=spellings, site_id=settings.SITE_ID).values_list("old_path", "new_path")
    led = {old.rstrip("/").lower(): new.partition("?")[0] for old, new in found}
    return {path: led[old.lower()] for path, old in stored.items() if old.lower() in led}


def read_texts(slugs):
    """{(language, slug): (article, kind, whether it is published)} of all texts of the articles with these slugs."""
    if not slugs:
        return {}
    articles = ArticleText.objects.filter(slug__in=slugs).values("article")
    texts = ArticleText.objects.filter(article__in=articles).order_by()
    rows = texts.values_list("language", "slug", "article", "article__kind", "state")
    return {
        (language, slug): (article, kind, state == ArticleText.State.PUBLISHED)
        for language, slug, article, kind, state in rows
    }


def is_own_page(match):
    return match.view_name in OWN_PAGES.values()


def make_page(language, match, texts, kinds):
    """None for what no reader may see, such as a page of the staff site."""
    if match is None or "admin" in match.namespaces:
        return None
    if is_own_page(match):
        return make_own_page(match.view_name, language, match.kwargs["slug"], texts)
    if match.args or match.captured_kwargs:  # a secret address
        return None
    page = SHARED_PAGES.get(match.view_name)
    is_public = page is None or match.view_name == ALWAYS_THERE or any(kind in kinds for kind in page.kinds)
    return Page(match.view_name, language, None, is_public)


def make_own_page(name, language, slug, texts):
    """As the page itself finds its text: by the slug in this language first, then by the one in English."""
    pages = []
    for code in (language, ORIGINAL_LANGUAGE):
        article, kind, is_published = texts.get((code, slug), (None, None, False))
        if OWN_PAGES.get(kind) == name:
            slugs = {key[0]: key[1] for key, text in texts.items() if text[0] == article and text[2]}
            pages.append(Page(name, language, slugs, is_published and ORIGINAL_LANGUAGE in slugs))
    return max(pages, key=lambda page: page.is_public, default=None)
