"""The changes between two wordings of a text, by paragraph, word and picture."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from articles.models import ArticleText
from articles.models.pictures import ShownPicture
from articles.publishing.readability import lines

SAME, ADDED, REMOVED = "same", "added", "removed"
PICTURE = re.compile(r"\[picture /pictures/([0-9a-f]{20})\.webp\]")  # as lines() writes it
# Pictures, ends of paragraphs, spaces, words, punctuation.
TOKEN = re.compile(r"\[picture /pictures/[0-9a-f]{20}\.webp\]|\n|[^\S\n]+|\w+|[^\w\s]")
LABELS = {  # by kind, and whether it stands elsewhere
    (SAME, False): "Picture",
    (ADDED, False): "Picture added",
    (REMOVED, False): "Picture removed",
    (ADDED, True): "Picture moved here",
    (REMOVED, True): "Picture moved away from here",
}


class Part(NamedTuple):
    """Words, or a picture with its `label`; a picture that is deleted by now is None."""

    kind: str
    words: str
    label: str = ""
    picture: ShownPicture | None = None

    @property
    def tag(self):
        """The HTML element that says so."""
        return {ADDED: "ins", REMOVED: "del", SAME: "span"}[self.kind]


class Paragraph(NamedTuple):
    """Of a text that is shown whole. `words` are the caption of a picture."""

    words: str
    is_changed: bool
    is_picture: bool = False
    picture: ShownPicture | None = None


class Change(NamedTuple):
    """A field and its changed paragraphs, each a list of parts."""

    name: str
    paragraphs: list


def find_changes(old, new, pictures):
    """The fields that differ between two objects with the fields of ArticleText.WORDING. `pictures` are those of their
    bodies, as read_pictures() returns them."""
    found = []
    for name in ArticleText.WORDING:
        if paragraphs := compare_paragraphs(list_paragraphs(old, name), list_paragraphs(new, name)):
            found.append(Change(name_field(name), show_pictures(paragraphs, pictures)))
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


def mark_changes(old, new, pictures):
    """The paragraphs of the new text, those marked that are new or changed."""
    operations = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        make_paragraph(words, operation != "equal", pictures)
        for operation, _, _, k, m in operations
        for words in new[k:m]
    ]


def make_paragraph(words, is_changed, pictures):
    if picture := PICTURE.match(words):
        return Paragraph(words[picture.end() :].strip(), is_changed, True, pictures.get(picture[1]))
    return Paragraph(words, is_changed)


def show_pictures(paragraphs, pictures):
    """The same paragraphs, in which each picture is a part of its own."""
    marked = {(part.kind, key) for parts in paragraphs for part in parts for key in PICTURE.findall(part.words)}
    moved = {key for kind, key in marked if kind == ADDED and (REMOVED, key) in marked}
    return [[piece for part in parts for piece in split_part(part, moved, pictures)] for parts in paragraphs]


def split_part(part, moved, pictures):
    pieces = PICTURE.split(part.words)  # words, content hash, words, …
    for number, piece in enumerate(pieces):
        if number % 2:
            is_moved = part.kind != SAME and piece in moved
            yield Part(part.kind, "", LABELS[part.kind, is_moved], pictures.get(piece))
            continue
        words = piece.lstrip() if number else piece  # a picture stands on a line of its own
        words = words.rstrip() if number < len(pieces) - 1 else words
        if words:
            yield Part(part.kind, words)


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
