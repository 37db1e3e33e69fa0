"""Reads export files of WordPress (WXR 1.0 to 1.2), item by item, in memory that does not grow with the file."""

import codecs
import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from sys import intern
from typing import Any, BinaryIO
from urllib.parse import unquote
from xml.parsers import expat

from django.utils.text import slugify

from clinic_site.old_site.items import Item, OldSite, Term
from clinic_site.old_site.php import read_sizes

MOST_BYTES = 200_000_000  # in a file
MOST_CHARACTERS = 5_000_000  # in an item, without what is not kept
MOST_ITEMS = 50_000  # in all files together
MOST_NAMES = 1_000  # of elements and attributes; an export has some sixty
MOST_DEPTH = 50  # elements inside each other; an export has five
CHUNK = 65_536  # bytes
LONGEST_GUID = 500

TYPES = ("post", "page", "attachment", "wp_block")  # of the rest, no word is kept
KEPT = {
    "title", "link", "language", "wp:base_blog_url", "wp:author/wp:author_login",
    "wp:category/wp:term_id", "wp:category/wp:category_nicename", "wp:category/wp:category_parent",
    "wp:category/wp:cat_name", "wp:tag/wp:term_id", "wp:tag/wp:tag_slug", "wp:tag/wp:tag_name",
    "item/title", "item/link", "item/guid", "item/dc:creator", "item/content:encoded", "item/excerpt:encoded",
    "item/wp:post_id", "item/wp:post_date", "item/wp:post_date_gmt", "item/wp:post_name", "item/wp:status",
    "item/wp:post_parent", "item/wp:menu_order", "item/wp:post_type", "item/wp:post_password",
    "item/wp:attachment_url", "item/category", "item/wp:postmeta/wp:meta_key",
}  # fmt: skip
META_VALUE = "item/wp:postmeta/wp:meta_value"
KEPT_META = {
    "_icl_lang_code", "_thumbnail_id", "_wp_attached_file", "_wp_attachment_image_alt", "_wp_attachment_metadata",
    "_wp_old_date", "_wp_old_slug", "_yoast_wpseo_metadesc", "_yoast_wpseo_primary_category", "rank_math_description",
}  # fmt: skip
NAMESPACES = (
    (re.compile(r"https?://wordpress\.org/export/1\.[0-9]/ "), "wp:"),
    (re.compile(r"https?://wordpress\.org/export/1\.[0-9]/excerpt/ "), "excerpt:"),
    (re.compile(r"http://purl\.org/rss/1\.0/modules/content/ "), "content:"),
    (re.compile(r"http://purl\.org/dc/elements/1\.1/ "), "dc:"),
)
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")  # XML 1.0, section 2.2
LINE_BREAK = re.compile("[\x0b\x0c]")

MAKE_ONE = "Make one in WordPress under Tools, Export. If you have a ZIP file, unzip it first."
NO_EXPORT = f"is not a WordPress export. {MAKE_ONE}"
STRANGE = "contains something that no WordPress export contains. Export it again, and do not edit the file."


class ExportError(Exception):
    """Says in a sentence why a file is refused."""


class Export:
    """One or more files that make one export. Each loop over it reads them again.

    Each of `paths` is a path, or an open file that can seek, such as an uploaded one. `site` and `left_out`, {type:
    number of items} with the comments as "comment", are filled when the first loop ends.
    """

    def __init__(self, paths: Iterable[str | Path | BinaryIO]):
        self.paths = list(paths)
        self.site = OldSite()
        self.left_out: dict[str, int] = {}

    def __iter__(self) -> Iterator[Item]:
        """Raises ExportError."""
        site, left_out, number_of_items = OldSite(), Counter(), 0
        for path in self.paths:
            reader = FileReader(path, site, left_out, number_of_items)
            yield from reader.read()
            number_of_items = reader.number_of_items
        slugs = {term.name: term.slug for term in site.categories.values()}
        for slug, term in site.categories.items():
            if term.parent not in site.categories:  # WXR 1.0 says the name of the parent
                site.categories[slug] = term._replace(parent=slugs.get(plain_text(term.parent), ""))
        site.authors.discard("")
        vars(self.site).update(vars(site))
        self.left_out = dict(left_out)


class FileReader:
    """Puts together what the parser finds in one file, and forgets each item once it is read."""

    def __init__(self, path: Any, site: OldSite, left_out: Counter, number_of_items: int):
        self.path, self.site, self.left_out, self.number_of_items = path, site, left_out, number_of_items
        self.is_export = False
        self.fed = 0  # bytes
        self.ready: list[Item] = []
        self.places: list[str] = []  # of the open elements, as seen from the channel: item/title
        self.text: list[str] | None = None  # of the open element, if it is kept
        self.names: dict[str, str] = {}  # of elements and attributes: filled by the parser
        self.short_names: dict[str, str] = {}
        self._forget()

        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ", intern=self.names)
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.StartElementHandler = self._start
        self.parser.CharacterDataHandler = self._add_text
        self.parser.EndElementHandler = self._end
        if hasattr(self.parser, "SetReparseDeferralEnabled"):  # else _feed() counts characters for another item
            self.parser.SetReparseDeferralEnabled(False)

    def read(self) -> Iterator[Item]:
        decoder = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
        size = 0
        with self._open() as file:
            while chunk := file.read(CHUNK):
                size += len(chunk)
                if size > MOST_BYTES:
                    raise self._error(
                        f"is larger than {MOST_BYTES // 1_000_000} MB. Export the site in parts, such as by year."
                    )
                text = decoder.decode(chunk)
                self._feed(text if self.fed else text.lstrip())  # some plugins write empty lines before the export
                yield from self.ready
                self.ready.clear()
        self._feed(decoder.decode(b"", final=True))
        try:
            self.parser.Parse(b"", True)
        except expat.ExpatError:
            if self.is_export:
                raise self._error("is incomplete: it ends in the middle. Export or download it again.") from None
        if not self.is_export:
            raise self._error(NO_EXPORT)

    def _open(self) -> Any:
        if hasattr(self.path, "read"):
            self.path.seek(0)
            return nullcontext(self.path)
        try:
            return Path(self.path).open("rb")
        except OSError as error:
            raise self._error(f"cannot be opened ({error.strerror}).") from None

    def _error(self, problem: str) -> ExportError:
        is_path = isinstance(self.path, str | Path)
        name = Path(str(self.path if is_path else getattr(self.path, "name", ""))).name
        return ExportError(f"{name or 'The file'} {problem}")

    def _feed(self, text: str) -> None:
        """Drops the characters that XML forbids, counting them for the item that holds them.

        Word's breaks of lines and pages leave a blank, so that no words run together.
        """
        begin = 0
        for found in FORBIDDEN.finditer(text):
            self._parse(text[begin : found.start()].encode())
            self._parse(b" " if LINE_BREAK.search(found[0]) else b"")
            self.dropped += len(found[0])
            begin = found.end()
        self._parse(text[begin:].encode())

    def _parse(self, data: bytes) -> None:
        try:
            self.parser.Parse(data)
        except expat.ExpatError as error:
            problem = f"is damaged on line {error.lineno:,}: {expat.ErrorString(error.code)}. Export it again."
            raise self._error(problem if self.is_export else NO_EXPORT) from None
        self.fed += len(data)
        if self.fed - self.parser.CurrentByteIndex > MOST_CHARACTERS:  # a tag or a comment without an end
            raise self._error(STRANGE)

    # What the parser finds

    def _refuse_doctype(self, *_: Any) -> None:
        raise self._error(f"has a <!DOCTYPE>, so it is not a WordPress export. {MAKE_ONE}")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        short = self._short_name(name)
        depth = len(self.places)
        if depth == 0 and short != "rss":
            raise self._error(NO_EXPORT)
        if depth == MOST_DEPTH or len(self.names) > MOST_NAMES or self.text is not None:
            raise self._error(STRANGE)
        place = short if depth == 2 else f"{self.places[-1]}/{short}" if depth > 2 else ""
        self.places.append(place)
        self.is_export = self.is_export or short.startswith("wp:")
        if depth == 2:
            self._forget()
        if place == "item":
            self.number_of_items += 1
            if self.number_of_items > MOST_ITEMS:
                raise self._error(
                    f"brings the export to more than {MOST_ITEMS:,} items. Import it in parts, such as by year."
                )
        elif place == "item/wp:comment":
            self.left_out["comment"] += 1
        elif place == "item/category":
            self.domain, self.nicename = attributes.get("domain", ""), attributes.get("nicename", "")
        if place in KEPT or (place == META_VALUE and self.meta_key in KEPT_META):
            self.text = []
            self._count(50 + sum(map(len, attributes.values())))  # an empty element takes memory as well

    def _short_name(self, name: str) -> str:
        """As exports write it, whatever the version: wp:post_id."""
        if name not in self.short_names:
            short = name
            for namespace, prefix in NAMESPACES:
                short = namespace.sub(prefix, short)
            self.short_names[name] = short
        return self.short_names[name]

    def _count(self, size: int) -> None:
        self.size += size
        if self.size > MOST_CHARACTERS:
            where = f"item {self.number_of_items:,} of the export, on line {self.parser.CurrentLineNumber:,}"
            raise self._error(f"cannot be read: {where}, is larger than {MOST_CHARACTERS // 1_000_000} MB.")

    def _add_text(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)
            self._count(len(text))

    def _end(self, name: str) -> None:
        place = self.places.pop()
        if self.text is not None:
            self._keep(place, "".join(self.text))
            self.text = None
        if len(self.places) == 2:
            if place == "item":
                self._finish_item()
            else:
                self._finish_part_of_site(place)
            if len(self.site.categories) + len(self.site.tags) + len(self.site.authors) > MOST_ITEMS:
                raise self._error(f"has more than {MOST_ITEMS:,} categories, tags and authors.")

    def _keep(self, place: str, text: str) -> None:
        if place == "item/category":
            if self.nicename:  # WXR 1.0 writes each twice, once without
                self.terms.setdefault(self.domain, {})[intern(read_slug(self.nicename))] = intern(plain_text(text))
        elif place == "item/wp:postmeta/wp:meta_key":
            self.meta_key = text.strip()
        elif place == META_VALUE:
            self.meta.setdefault(self.meta_key, []).append(text.strip())
        else:
            self.found[place.rpartition("/")[2]] = text

    def _forget(self) -> None:
        self.size = self.dropped = 0
        self.found: dict[str, str] = {}
        self.meta: dict[str, list[str]] = {}
        self.meta_key = ""
        self.terms: dict[str, dict[str, str]] = {}  # {domain: {slug: name}}

    def _find(self, name: str) -> str:
        return self.found.get(name, "").strip()

    def _find_meta(self, key: str) -> str:
        """Where a key comes several times, WordPress shows the first."""
        return self.meta.get(key, [""])[0]

    def _finish_part_of_site(self, place: str) -> None:
        find, site = self._find, self.site
        if place == "title":
            site.title = plain_text(find("title"))
        elif place in ("link", "wp:base_blog_url"):
            site.address = find(place).rstrip("/")
        elif place == "language":
            site.language = find("language")
        elif place == "wp:author":
            site.authors.add(author_slug(find("wp:author_login")))
        elif place == "wp:category" and find("wp:category_nicename"):
            slug, parent = read_slug(find("wp:category_nicename")), read_slug(find("wp:category_parent"))
            name, number = plain_text(find("wp:cat_name")), read_number(find("wp:term_id"))
            site.categories[slug] = Term(slug, name, number, parent)
        elif place == "wp:tag" and find("wp:tag_slug"):
            slug = read_slug(find("wp:tag_slug"))
            site.tags[slug] = Term(slug, plain_text(find("wp:tag_name")), read_number(find("wp:term_id")))

    def _finish_item(self) -> None:
        find, find_meta, site = self._find, self._find_meta, self.site
        kind = read_key(find("wp:post_type"))
        if kind not in TYPES:
            self.left_out[kind] += 1
            self._forget()
            return
        number, author = read_number(find("wp:post_id")), author_slug(find("dc:creator"))
        categories = tuple(Term(*pair) for pair in self.terms.get("category", {}).items())
        tags = {**self.terms.get("tag", {}), **self.terms.get("post_tag", {})}  # "tag" in WXR 1.0
        file = find_meta("_wp_attached_file")
        original, sizes = read_sizes(find_meta("_wp_attachment_metadata"))
        description = find_meta("_yoast_wpseo_metadesc") or find_meta("rank_math_description")
        item = Item(
            post_id=number,
            guid=(find("guid") or f"{site.address}/?p={number}")[:LONGEST_GUID],  # some plugins leave it empty
            type=kind,
            status=read_key(find("wp:status")),
            title=plain_text(find("title")),
            slug=read_slug(find("wp:post_name")),
            link=find("link"),
            body=self.found.get("content:encoded", ""),
            excerpt=plain_text(find("excerpt:encoded")),
            posted_at=read_moment(find("wp:post_date_gmt")),
            posted_on=read_day(find("wp:post_date")),
            author=author,
            parent_id=read_number(find("wp:post_parent")),
            menu_order=read_number(find("wp:menu_order")),
            has_password=bool(self.found.get("wp:post_password")),
            categories=categories,
            tags=tuple(Term(*pair) for pair in tags.items()),
            language=next(iter(self.terms.get("language", {})), "") or find_meta("_icl_lang_code"),
            translation_group=next(iter(self.terms.get("post_translations", {})), ""),
            old_slugs=tuple(read_slug(slug) for slug in self.meta.get("_wp_old_slug", []) if slug),
            old_days=tuple(day for day in map(read_day, self.meta.get("_wp_old_date", [])) if day),
            featured_id=read_number(find_meta("_thumbnail_id")),
            primary_category_id=read_number(find_meta("_yoast_wpseo_primary_category")),
            description="" if re.search(r"%\w+%", description) else plain_text(description),  # a template, not words
            alternative_text=plain_text(find_meta("_wp_attachment_image_alt")),
            file=file,
            original_file=f"{file.rpartition('/')[0]}/{original}".lstrip("/") if original else "",
            sizes=sizes,
            file_address=find("wp:attachment_url"),
            dropped=self.dropped,
        )
        for term in item.categories:
            site.categories.setdefault(term.slug, term)
        for term in item.tags:
            site.tags.setdefault(term.slug, term)
        site.authors.add(author)
        self.ready.append(item)
        self._forget()


def plain_text(text: str) -> str:
    """What a reader sees of some HTML, in one line."""
    text = re.sub("<[bB][rR][^<>]*>", " ", text)
    return " ".join(html.unescape(re.sub("<[a-zA-Z/!][^<>]*>", "", text)).split())


def author_slug(login: str) -> str:
    return intern(slugify(login.replace(".", "-")))


def read_slug(text: str) -> str:
    return unquote(text).replace("\x00", "")  # which no database takes


def read_key(text: str) -> str:
    """A name as WordPress gives them to types and states, so that nothing else is taken for one."""
    return intern(text) if re.fullmatch("[a-z0-9_-]{1,20}", text) else "unknown"


def read_number(text: str) -> int:
    return int(text) if re.fullmatch("-?[0-9]{1,18}", text) else 0


def read_moment(text: str) -> datetime | None:
    """None for WordPress's zero dates as well, 0000-00-00 and -0001-11-30."""
    try:
        moment = datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment if moment.year >= 1900 else None


def read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
