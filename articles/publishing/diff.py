"""The changes between two wordings of a text, by paragraph and word."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from articles.models import ArticleText
from articles.publishing.readability import lines

SAME, ADDED, REMOVED = "same", "added", "removed"
TOKEN = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]")  # ends of paragraphs, spaces, words, punctuation


class Part(NamedTuple):
    kind: str
    words: str


class Change(NamedTuple):
    """A field and its changed paragraphs, each a list of parts."""

    name: str
    paragraphs: list


def find_changes(old, new):
    """The fields that differ between two objects with the fields of ArticleText.WORDING."""
    found = []
    for name in ArticleText.WORDING:
        if paragraphs := compare_paragraphs(list_paragraphs(old, name), list_paragraphs(new, name)):
            found.append(Change(name_field(name), paragraphs))
    return found


def name_field(name):
    label = ArticleText._meta.get_field(name).verbose_name
    return label[0].upper() + label[1:]


def list_paragraphs(wording, name):
    text = getattr(wording, name)
    if name == "body":
        return lines(text, with_links=True)
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]


def find_changed_paragraphs(old, new):
    """[(paragraphs of the old text, those of the new one that take their place)]"""
    operations = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(old[i:j], new[k:m]) for operation, i, j, k, m in operations if operation != "equal"]


def mark_changes(old, new):
    """[(paragraph of the new text, whether it is new or changed)]"""
    operations = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(paragraph, operation != "equal") for operation, _, _, k, m in operations for paragraph in new[k:m]]


def compare_paragraphs(old, new):
    found = []
    for before, after in find_changed_paragraphs(old, new):
        if before and after:
            found.append(compare_words("\n".join(before), "\n".join(after)))
        else:
            found += [[Part(REMOVED, paragraph)] for paragraph in before]
            found += [[Part(ADDED, paragraph)] for paragraph in after]
    return found


def compare_words(old, new):
    old, new = TOKEN.findall(old), TOKEN.findall(new)
    parts = []
    for operation, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal":
            parts.append(Part(SAME, "".join(old[i:j])))
        else:
            parts += [Part(REMOVED, "".join(old[i:j]))] if i < j else []
            parts += [Part(ADDED, "".join(new[k:m]))] if k < m else []
    return merge_changes(parts)


def merge_changes(parts):
    """Merges changes with only a space between them: "one two" became "three four", not word by word."""
    found = []
    for number, part in enumerate(parts):
        inside = 0 < number < len(parts) - 1
        if part.kind == SAME and part.words.isspace() and "\n" not in part.words and inside:
            found += [Part(REMOVED, part.words), Part(ADDED, part.words)]
        else:
            found.append(part)
    result, removed, added = [], "", ""
    for part in [*found, Part(SAME, "")]:
        if part.kind == REMOVED:
            removed += part.words
        elif part.kind == ADDED:
            added += part.words
        else:
            result += [Part(REMOVED, removed)] if removed else []
            result += [Part(ADDED, added)] if added else []
            result += [part] if part.words else []
            removed, added = "", ""
    return result
