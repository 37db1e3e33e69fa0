"""Makes titles, summaries and addresses of the old site fit into what an article keeps."""

from collections.abc import Callable

from django.utils.text import slugify

from articles import search
from articles.body import plain_text
from articles.fields import tidy_text
from articles.models import ArticleText
from clinic_site.old_site.bodies import Note
from clinic_site.old_site.items import Item

LONGEST = {name: ArticleText._meta.get_field(name).max_length for name in ("title", "summary", "slug")}
LONGEST_FOUND_TITLE = 60  # of a post without one


def choose_title(item: Item, body: str, notes: list[Note]) -> str:
    title = " ".join(tidy_text(item.title).split())
    if not title:
        title = cut_at_word(" ".join(plain_text(body).split()), LONGEST_FOUND_TITLE)
        notes.append(Note("no title: the opening words are used instead"))
        return title or f"Without a title ({item.post_id})"
    short = cut_at_word(title, LONGEST["title"])
    if short != title:
        notes.append(Note("title shortened; left out:", title.removeprefix(short).strip(), is_lost=True))
    return short


def choose_summary(item: Item, notes: list[Note]) -> str:
    """The excerpt, or what search engines were told; one that is too long is for a person to shorten."""
    for text in (item.excerpt, item.description):
        summary = " ".join(tidy_text(text).split())
        if len(summary) > LONGEST["summary"]:
            notes.append(Note("excerpt too long for a summary:", summary, is_lost=True))
        elif summary:
            return summary
    return ""


def choose_slug(wanted: str, title: str, *, english_slug: str, language: str, number: int) -> str:
    """ASCII, as addresses here are: an Arabic text gets the English text's, with its language."""
    slug = slugify(search.fold(wanted)) or slugify(search.fold(title))
    if not slug and english_slug:
        slug = f"{english_slug[: LONGEST['slug'] - len(language) - 1]}-{language}"
    return cut_slug(slug or f"from-old-site-{number}")


def cut_slug(slug: str) -> str:
    if len(slug) <= LONGEST["slug"]:
        return slug
    short = slug[: LONGEST["slug"] + 1]
    return short.rpartition("-")[0] or short[:-1]


def cut_at_word(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    short = text[: length + 1]
    return (short.rpartition(" ")[0] or short[:-1]).strip()


def make_unique(slug: str, is_taken: Callable[[str], bool]) -> str:
    unique, number = slug, 1
    while is_taken(unique):
        number += 1
        unique = f"{slug[: LONGEST['slug'] - len(str(number)) - 1]}-{number}"
    return unique
