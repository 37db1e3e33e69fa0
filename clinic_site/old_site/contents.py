"""What there is in an export: posts by language, pictures and their files, and which old address is whose."""

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from django.conf import settings

from articles.models import ORIGINAL_LANGUAGE
from articles.pictures import FORMATS
from clinic_site.old_site import addresses
from clinic_site.old_site.choices import ARTICLE, Choices
from clinic_site.old_site.items import Item, OldSite, Term
from clinic_site.old_site.reading import ExportError

UPLOADS = "old-uploads"  # in DATA_DIR: a copy of wp-content/uploads, if nobody names another folder
COMES = ("publish", "draft", "pending", "future")
NO_CATEGORY = "uncategorized"  # of WordPress; with Polylang, each language has its own, such as uncategorized-pl


def find_uploads(folder: Path | None = None) -> Path | None:
    """The folder of uploads, also where somebody copied or named the folder around it."""
    folder = folder or settings.DATA_DIR / UPLOADS
    return next((each for each in (folder / "wp-content/uploads", folder / "uploads", folder) if each.is_dir()), None)


def find_file(uploads: Path | None, path: str) -> Path | None:
    """The file of that path in the folder of uploads, and nowhere else."""
    if uploads is None or not path or "\x00" in path:
        return None
    try:
        folder = uploads.resolve()
        file = (folder / path.lstrip("/")).resolve()
        return file if file.is_relative_to(folder) and file.is_file() else None
    except OSError:  # such as a name that is too long
        return None


def has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def site_key(site: OldSite) -> str:
    """The same for every spelling of the old site's address."""
    url = urlsplit(site.address)
    return f"{(url.hostname or '').removeprefix('www.')}{url.path.rstrip('/')}"[:200]


def is_picture(path: str) -> bool:
    return PurePosixPath(path).suffix.lower().removeprefix(".") in FORMATS


def is_no_category(slug: str) -> bool:
    return slug == NO_CATEGORY or slug.startswith(f"{NO_CATEGORY}-")


def find_reason_to_leave_out(item: Item, choices: Choices) -> str:
    if item.post_id in choices.bring and item.status not in ("trash", "auto-draft", "inherit"):
        return ""
    if item.status == "trash":
        return "in the trash"
    if item.status == "private":
        return "private"
    if item.has_password:
        return "protected by a password"
    return "" if item.status in COMES else f"has the internal WordPress status “{item.status}”"


class Contents:
    """The items of an export without their bodies, read once; `uploads` is the folder with the pictures, if any."""

    def __init__(self, export, uploads: Path | None):
        """Raises ExportError."""
        self.export = export
        self.uploads = uploads
        self.posts: dict[int, Item] = {}
        self.pages: dict[int, Item] = {}
        self.attachments: dict[int, Item] = {}
        self.blocks: dict[int, str] = {}
        self.dropped = 0
        self.kinds = kinds = {"post": self.posts, "page": self.pages, "attachment": self.attachments}
        for item in export:
            self.dropped += item.dropped
            if item.type == "wp_block":
                if item.status == "publish" and not item.has_password:  # WordPress shows no others
                    self.blocks[item.post_id] = item.body
                continue
            if any(item.post_id in kind and kind[item.post_id].guid != item.guid for kind in kinds.values()):
                raise ExportError(
                    f"Item {item.post_id} comes twice and is not the same. Import the files of one site at a time."
                )
            kinds[item.type][item.post_id] = replace(item, body="", excerpt="")
        self.site: OldSite = export.site
        if not has_host(self.site.address):
            raise ExportError("The export does not say the address of its site. Export it again.")
        self.find_files()

    def find_files(self):
        self.attached = defaultdict(list)  # {post's number: numbers of its pictures, in the order of a gallery}
        self.paths: dict[int, str] = {}  # {attachment's number: the path of its largest file in the uploads}
        self.files: dict[str, str] = {}  # {old address of a file: that path}
        self.numbers: dict[str, int] = {}  # {that path: attachment's number}
        for item in sorted(self.attachments.values(), key=lambda item: (item.menu_order, item.post_id)):
            largest = item.original_file if self.find_file(item.original_file) else item.file or item.original_file
            if not largest:
                continue
            self.paths[item.post_id] = largest
            self.numbers[largest] = item.post_id
            if is_picture(largest):
                self.attached[item.parent_id].append(item.post_id)
            for old in addresses.addresses_of_files(item, self.site):
                self.files.setdefault(old, largest)

    @property
    def is_without_files(self) -> bool:
        """Whether none of the files is in the folder of uploads, which then is another one."""
        files = {path for item in self.attachments.values() for path in (item.file, item.original_file) if path}
        return bool(self.uploads and files) and not any(map(self.find_file, files))

    @property
    def guids(self):
        return {item.guid for items in (self.posts, self.pages) for item in items.values()}

    def find_file(self, path: str) -> Path | None:
        return find_file(self.uploads, path)

    def find_picture(self, reference: int | str) -> str | None:
        """The path of a picture's largest file, by its number or by the address of one of its sizes."""
        if isinstance(reference, int):
            path = self.paths.get(reference)
        else:
            old = addresses.key_of_link(reference, self.site)
            path = old and (self.files.get(old) or self.find_unlisted_file(old))
        return path if path and is_picture(path) else None

    def find_unlisted_file(self, old: str) -> str | None:
        """An export of posts alone does not list the pictures, but the addresses in their bodies name the files."""
        _, found, path = old.partition("/wp-content/uploads/")
        original = re.sub(r"-\d+x\d+(?=\.\w+$)", "", path)
        return next((each for each in (original, path) if found and self.find_file(each)), None)

    def texts_by_article(self, choices: Choices, known_languages: dict[str, str]):
        """(articles as [{language: item}], left out as [(item, reason)]): Polylang ties the languages together.

        `known_languages` are those of texts that were imported before, by guid.
        """
        articles: dict[str, dict[str, Item]] = {}
        left_out, guids = [], {}
        for item in [*self.posts.values(), *self.pages.values()]:
            reason = find_reason_to_leave_out(item, choices)
            if item.type == "page" and not reason and choices.pages.get(str(item.post_id)) != ARTICLE:
                continue
            language = known_languages.get(item.guid) or read_language(item, choices)
            if not reason and not language:
                reason = f"in a language this site does not offer: {item.language}"
            if not reason and (first := guids.setdefault(item.guid, item.post_id)) != item.post_id:
                reason = f"a copy of post {first}, which says that it is the same (guid)"
            if reason:
                left_out.append((item, reason))
                continue
            group = articles.setdefault(item.translation_group or item.guid, {})
            if language in group:  # two of one language are two articles
                group = articles.setdefault(item.guid, {})
            group[language] = item
        return list(articles.values()), left_out

    def main_category(self, item: Item) -> Term | None:
        """The one that the old site called the main one, or else the deepest."""
        named = [term for term in item.categories if not is_no_category(term.slug)]
        categories = [self.site.categories.get(term.slug, term) for term in named]
        chosen = [term for term in categories if term.id and term.id == item.primary_category_id]
        return next(iter(chosen), None) or max(categories, key=self.depth, default=None)

    def depth(self, term: Term) -> int:
        seen = {term.slug}
        while (parent := self.site.categories.get(term.parent)) and parent.slug not in seen:
            seen.add(parent.slug)
            term = parent
        return len(seen)


def read_language(item: Item, choices: Choices) -> str | None:
    """None for a language that this site does not have."""
    if not item.language:
        return choices.languages.get(str(item.post_id), choices.language)
    code = re.split("[-_]", item.language.lower())[0]
    return code if code in dict(settings.LANGUAGES) else None


def english_first(group: dict[str, Item]) -> list[tuple[str, Item]]:
    """The texts of an article by language."""
    return sorted(group.items(), key=lambda each: each[0] != ORIGINAL_LANGUAGE)
