"""Reads export files of WordPress (WXR 1.0 to 1.2), item by item, in memory that does not grow with the file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple


class ExportError(Exception):
    """Says in a sentence why a file is refused."""


class Term(NamedTuple):
    """A category or a tag. `id` is 0 and `parent` empty where the file does not list it."""

    slug: str
    name: str
    id: int = 0
    parent: str = ""


@dataclass(slots=True)
class Item:
    """A post, a page, a picture or a reusable block, as the old site kept it."""

    post_id: int
    guid: str
    type: str  # post, page, attachment or wp_block
    status: str  # publish, draft, pending, future, private, trash, inherit
    title: str = ""  # without tags and entities
    slug: str = ""  # decoded
    link: str = ""
    body: str = ""
    excerpt: str = ""
    posted_at: datetime | None = None  # in UTC
    posted_on: date | None = None  # the day in the old site's own time, which its addresses have
    author: str = ""
    parent_id: int = 0
    menu_order: int = 0
    has_password: bool = False
    categories: tuple[Term, ...] = ()
    tags: tuple[Term, ...] = ()
    language: str = ""  # of Polylang or WPML, as they wrote it, such as "pl"
    translation_group: str = ""  # the same for the translations of one article
    old_slugs: tuple[str, ...] = ()
    old_days: tuple[date, ...] = ()
    featured_id: int = 0
    primary_category_id: int = 0
    description: str = ""  # for search engines, of Yoast SEO or Rank Math
    alternative_text: str = ""
    file: str = ""  # of an attachment, in the folder of uploads: 2022/06/shoulder-scaled.jpg
    original_file: str = ""  # as large as it was uploaded, where `file` is scaled down
    sizes: tuple[str, ...] = ()  # the smaller versions in the same folder: shoulder-300x225.jpg
    file_address: str = ""
    dropped: int = 0  # characters that XML forbids


@dataclass
class OldSite:
    """What the files say of the site as a whole."""

    title: str = ""
    address: str = ""  # of its home page, without a slash at the end
    language: str = ""  # as WordPress wrote it, such as en-US; a site may be in another
    categories: dict[str, Term] = field(default_factory=dict)  # by slug
    tags: dict[str, Term] = field(default_factory=dict)
    authors: set[str] = field(default_factory=set)  # as in their addresses


class Export:
    """One or more files that make one export. Each loop over it reads them again.

    `site` and `left_out`, {type: number of items} with the comments as "comment", are complete after the first loop.
    """

    def __init__(self, paths: list[Path]):
        self.paths = paths
        self.site = OldSite()
        self.left_out: dict[str, int] = {}

    def __iter__(self) -> Iterator[Item]:
        """Raises ExportError."""
        raise NotImplementedError
