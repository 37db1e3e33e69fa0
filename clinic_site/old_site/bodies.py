"""Turns the body of a WordPress post into what an article keeps, and says what became of the rest."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from clinic_site.old_site.reading import Item


class Note(NamedTuple):
    """What was changed or left out, in a few words for the editor, and the words of the body that it is about."""

    what: str
    words: str = ""
    is_lost: bool = False  # whether the words are stored nowhere


class FoundPicture(NamedTuple):
    """A picture that the body shows: `attachment` is its key, `place` the number of headings before it."""

    attachment: int | str
    place: int
    alternative_text: str = ""
    caption: str = ""


class Link(NamedTuple):
    """Where a link leads now: an address, or empty with the reason why there is none."""

    address: str
    reason: str = ""


@dataclass
class Surroundings:
    """What a body refers to. The functions return None for what they do not know."""

    item: Item
    find_block: Callable[[int], str | None]  # the body of a reusable block, by its number
    find_picture: Callable[
        [int | str], int | str | None
    ]  # the key of a picture, by its number or the address of a file
    attached_pictures: Callable[[], list[int]]  # to this post, in their order: what [gallery] shows
    lead_link: Callable[[str], Link | None]  # None for a link to another site, which stays


@dataclass
class Body:
    html: str
    pictures: list[FoundPicture] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


class BodyError(Exception):
    """Says in a sentence why a body cannot be converted."""


def convert_body(surroundings: Surroundings) -> Body:
    raise NotImplementedError
