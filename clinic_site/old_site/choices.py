"""What an editor decides about the import: as a file for the command, as a form in the staff site."""

from dataclasses import asdict, dataclass, field, fields
from datetime import date

from django.conf import settings

from articles.fields import tidy_text
from articles.models import ORIGINAL_LANGUAGE, ArticleText

ARTICLE = "article"  # the choice to import a page as an article
LONGEST_REASON = ArticleText._meta.get_field("unreviewed_because").max_length


class ChoicesError(Exception):
    """Says in a sentence what is wrong with the choices."""


@dataclass
class Choices:
    """Without any, everything is imported as a draft, without the pages. Numbers are those of WordPress, as text."""

    language: str = ORIGINAL_LANGUAGE  # of the texts whose language the files do not say
    languages: dict[str, str] = field(default_factory=dict)  # {number: the language of that one of them}
    publish: str = ""  # the reason to publish, without a review, what was public on the old site
    next_review_on: date | None = None
    topics: dict[str, str] = field(default_factory=dict)  # {old category: name of a topic here, new or not}
    alternative_texts: dict[str, str] = field(default_factory=dict)  # {file of the picture: sentence in English}
    pages: dict[str, str] = field(default_factory=dict)  # {number: "article", or the path its address leads to}
    slugs: dict[str, str] = field(default_factory=dict)  # {number: slug here}
    bring: list[int] = field(default_factory=list)  # private posts, and those with a password, that come as drafts
    again: bool = False  # what came before is brought again, if it was not changed here
    renumbered: bool = False  # posts that have the numbers of others, imported before, are new ones
    category_base: str = "category"  # of the old site's addresses
    tag_base: str = "tag"


def as_json(choices: Choices) -> dict:
    """Plain values, from which read_choices() makes the same choices."""
    day = choices.next_review_on
    return {**asdict(choices), "next_review_on": day and day.isoformat()}


def read_choices(values: dict) -> Choices:
    """Raises ChoicesError."""
    known = {each.name for each in fields(Choices)}
    if unknown := sorted(values.keys() - known):
        raise ChoicesError(f"“{unknown[0]}” is not a choice. The choices are {', '.join(sorted(known))}.")
    values = dict(values)
    for name in ("languages", "topics", "alternative_texts", "pages", "slugs"):
        table = values.get(name, {})
        if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
            raise ChoicesError(f"Write [{name}] as lines of a number or name, = and a text in quotation marks.")
    for name in ("publish", "category_base", "tag_base", "language"):
        if not isinstance(values.get(name, ""), str):
            raise ChoicesError(f"Write {name} in quotation marks.")
    values["publish"] = tidy_text(values.get("publish", "")).strip()
    if len(values["publish"]) > LONGEST_REASON:
        raise ChoicesError(f"Shorten the reason for publishing to {LONGEST_REASON} characters.")
    if isinstance(day := values.get("next_review_on"), str):
        try:
            values["next_review_on"] = date.fromisoformat(day)
        except ValueError:
            raise ChoicesError("Write next_review_on as a day like 2027-06-30.") from None
    elif day is not None and type(day) is not date:
        raise ChoicesError("Write next_review_on as a day like 2027-06-30.")
    if not isinstance(numbers := values.get("bring", []), list) or not all(type(each) is int for each in numbers):
        raise ChoicesError("Write bring as numbers in brackets, like [12, 15].")
    for name in ("again", "renumbered"):
        if type(values.get(name, False)) is not bool:
            raise ChoicesError(f"Write {name} = true, or leave it out.")
    choices = Choices(**values)
    if not {choices.language, *choices.languages.values()} <= dict(settings.LANGUAGES).keys():
        raise ChoicesError(f"A language is one of {', '.join(dict(settings.LANGUAGES))}.")
    return choices
