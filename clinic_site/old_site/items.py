"""What an export of WordPress holds, as the import knows it."""

from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple


class Term(NamedTuple):
    """A category or a tag. `id` is 0 and `parent` empty where the file does not list it."""

    slug: str
    name: str
    id: int = 0
    parent: str = ""


@dataclass(slots=True)
class Item:
    """A post, a page, a picture or a reusable block, as the old site kept it.

    What is not HTML has neither tags nor entities, and slugs are decoded.
    """

    post_id: int
    guid: str
    type: str  # post, page, attachment or wp_block
    status: str  # publish, draft, pending, future, private, trash, inherit
    title: str = ""
    slug: str = ""
    link: str = ""
    body: str = ""  # HTML
    excerpt: str = ""
    posted_at: datetime | None = None  # in UTC
    posted_on: date | None = None  # the day in the old site's own time, which its addresses have
    author: str = ""  # as in the author's address: the name to sign in with can be an email address
    parent_id: int = 0
    menu_order: int = 0
    has_password: bool = False
    categories: tuple[Term, ...] = ()  # by slug and name; OldSite.categories knows their ids and parents
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
    original_file: str = ""  # as large as it was uploaded, where `file` is scaled down: 2022/06/shoulder.jpg
    sizes: tuple[str, ...] = ()  # the smaller versions in the same folder: shoulder-300x225.jpg
    file_address: str = ""
    dropped: int = 0  # characters that XML forbids


@dataclass
class OldSite:
    """What the files say of the site as a whole."""

    title: str = ""
    address: str = ""  # of its home page, without a slash at the end
    language: str = ""  # as WordPress wrote it, such as en-US; a site may be in another
    categories: dict[str, Term] = field(default_factory=dict)  # by slug: listed ones and those of items
    tags: dict[str, Term] = field(default_factory=dict)
    authors: set[str] = field(default_factory=set)  # as in their addresses


def to_json(item: Item) -> dict[str, Any]:
    """Plain values, from which from_json() makes the same item."""
    values = asdict(item)
    for name in ("posted_at", "posted_on"):
        values[name] = values[name] and values[name].isoformat()
    return {**values, "old_days": [day.isoformat() for day in item.old_days]}


def from_json(values: dict[str, Any]) -> Item:
    item = Item(**values)
    item.posted_at = item.posted_at and datetime.fromisoformat(item.posted_at)
    item.posted_on = item.posted_on and date.fromisoformat(item.posted_on)
    item.categories = tuple(Term(*term) for term in item.categories)
    item.tags = tuple(Term(*term) for term in item.tags)
    item.old_slugs, item.sizes = tuple(item.old_slugs), tuple(item.sizes)
    item.old_days = tuple(date.fromisoformat(day) for day in item.old_days)
    return item
