"""What an import would do: each article, text, picture and redirect, and what is left out and why."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from django.urls import reverse
from django.utils import translation

from articles.models import ORIGINAL_LANGUAGE, pending_of
from clinic_site.old_site.bodies import FoundPicture, Note
from clinic_site.old_site.choices import Choices
from clinic_site.old_site.items import Item, OldSite

OTHER_LETTERS = "its letters are not those of its language"  # a note about a text


class PlanError(Exception):
    """Says in a sentence why nothing can be planned."""


class RenumberedError(PlanError):
    """Posts of the export have the numbers of others that were imported before. An editor may say that they are new."""


def digest_of(value) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()


def digest_of_text(text) -> str:
    """Of an ArticleText, or of a ConvertedText before it becomes one."""
    return digest_of([text.title, text.summary, text.body, text.slug])


def is_changed_here(text, known) -> bool:
    """Whether editors have changed an imported ArticleText, or are changing it in a draft beside the public one."""
    return digest_of_text(text) != known.stored_digest or pending_of(text) is not None


def article_address(slug: str, language: str) -> str:
    with translation.override(language):
        return reverse("articles:article", args=[slug])


@dataclass(slots=True)
class ConvertedText:
    """What a post becomes. `problem` says why it cannot come, if it cannot."""

    title: str = ""
    summary: str = ""
    body: str = ""
    slug: str = ""
    pictures: list[FoundPicture] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)  # as in Body
    problem: str = ""
    source: str = ""  # digest of what stands there


class Step(StrEnum):
    """What happens to a text, in words that are true before the import and after it."""

    NEW = "new"
    CHANGED = "updated"
    SAME = "already imported"
    KEPT = "changed on both sites: your version is kept"
    DELETED = "imported before and deleted here: not imported again"
    LEFT_OUT = "not imported"


@dataclass(slots=True)
class PlannedText:
    item: Item  # without its body
    language: str
    title: str
    slug: str
    step: Step
    source_digest: str = ""  # of what stands there
    stored_digest: str = ""  # of what would be stored here
    stays_draft: bool = False  # whatever was chosen: it has no words, or a claim that Illinois forbids
    is_public: bool = False  # at once
    text_id: int | None = None  # of a text that came before
    main_picture: str = ""  # its path
    is_main_picture_first: bool = False  # in its words: another one leads the article
    gets_pictures: bool = False  # it came before, is as it was, and pictures that it shows there come now
    notes: list[Note] = field(default_factory=list)
    redirects: list[str] = field(default_factory=list)

    @property
    def is_written(self):
        return self.step in (Step.NEW, Step.CHANGED)

    @property
    def address(self):
        return article_address(self.slug, self.language)


@dataclass(slots=True)
class PlannedPicture:
    """`path` is that of its file in the folder of uploads, and its key."""

    path: str
    post_id: int | None
    alternative_texts: dict[str, str] = field(default_factory=dict)  # {language: sentence}
    problem: str = ""  # why it waits
    picture_id: int | None = None  # of one that came before
    is_deleted: bool = False  # here, since it came
    redirects: list[str] = field(default_factory=list)  # to its file
    page_redirects: list[str] = field(default_factory=list)  # to the article that shows it
    shown_in: list[str] = field(default_factory=list)  # titles

    @property
    def comes(self):
        return not (self.problem or self.is_deleted)


@dataclass(slots=True)
class PlannedArticle:
    texts: list[PlannedText]
    topic: str  # its slug
    lead: str = ""  # path of the picture that leads it
    new_pictures: list[str] = field(default_factory=list)  # paths of those that come to it
    pictures: list[str] = field(default_factory=list)  # paths of those that came before
    left_to_editors: list[str] = field(default_factory=list)  # of the new ones, those for words that stay as they are
    waiting: list[str] = field(default_factory=list)  # paths of those that it showed there and cannot show here yet
    article_id: int | None = None  # of one that came before
    digest: str = ""  # of everything that is written for it; empty if nothing is

    @property
    def first(self) -> PlannedText:
        """The English text, or else the first."""
        return next((text for text in self.texts if text.language == ORIGINAL_LANGUAGE), self.texts[0])

    @property
    def is_without_english(self) -> bool:
        """Whether there is a text that waits for an English one."""
        languages = {text.language for text in self.texts if text.step != Step.LEFT_OUT}
        return bool(languages) and ORIGINAL_LANGUAGE not in languages


class LeftOut(NamedTuple):
    item: Item
    reason: str


class KeptRedirect(NamedTuple):
    """A redirect that exists here and leads elsewhere than the import would lead it."""

    old: str
    leads_to: str
    would_lead_to: str


@dataclass
class Plan:
    site: OldSite
    choices: Choices
    articles: list[PlannedArticle] = field(default_factory=list)
    pictures: dict[str, PlannedPicture] = field(default_factory=dict)
    new_topics: dict[str, str] = field(default_factory=dict)  # {slug: name}
    topic_of_category: dict[str, str] = field(default_factory=dict)  # {old category's slug: topic's slug}
    without_category: list[str] = field(default_factory=list)  # titles
    redirects: dict[str, str] = field(default_factory=dict)  # of pages, categories and lists
    kept_redirects: list[KeptRedirect] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)  # posts
    totals: dict[str, int] = field(default_factory=dict)  # of posts and pages in the export
    pages: list[Item] = field(default_factory=list)  # that become no article
    pages_here: set[int] = field(default_factory=set)  # numbers of those at whose addresses this site has a page
    counts: Counter = field(default_factory=Counter)  # of what never comes, by type
    other_site: str = ""  # from which articles were imported before, if none were from this one
    gone: list[str] = field(default_factory=list)  # titles of texts that came before and are no more in the export
    unmatched: list[str] = field(default_factory=list)  # choices that nothing in the export answers to
    assumed_language: int = 0  # number of texts whose language is the chosen one, since the export says none
    unused_files: list[str] = field(default_factory=list)  # paths of attachments that no imported text shows
    dropped: int = 0  # characters that XML forbids

    @property
    def parts(self) -> list[str]:
        """The digest of each article for which something would be written, and of the redirects."""
        parts = [article.digest for article in self.articles if article.digest]
        return [*parts, digest_of(self.redirects)] if self.redirects else parts

    @cached_property
    def digest(self) -> str:
        """Of everything that would be written; empty if nothing would."""
        return digest_of(self.parts) if self.parts else ""
