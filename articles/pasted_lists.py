"""Makes lists of what word processors write as paragraphs: "·    text", "a)   text"."""

import re
from dataclasses import dataclass
from itertools import pairwise

LISTS = ["ul", "ol"]
BULLETS = "·•‣⁃"
SHAPES = "●○■□◦▪"  # bullets too, but a legend or a box to tick may begin with one
SIGNS = "§–-"  # Word's too, but a sentence may begin with one
NUMBER = r"[1-9][0-9]{0,2}|[a-zA-Z]|[ivxIVX]{1,5}"
MARKER = re.compile(rf"\s*(?:([{BULLETS}{SHAPES}o{SIGNS}])|({NUMBER})([.)]))(\s+)(?=[\w\"'“”„‘’«(\[¿¡<])")
# Where a text may begin with one, in HTML.
MARKER_IN_HTML = rf">(?:\s|&nbsp;)*(?:[{BULLETS}{SHAPES}o{SIGNS}]|(?:{NUMBER})[.)])(?:\s|&nbsp;)"
ANOTHER_BULLET = re.compile(rf"\s[{BULLETS}{SHAPES}](?:\s|$)")
MARKER_LEVEL, MARKER_TEXT = "data-level", "data-marker"  # attributes for what Word says of a paragraph
WORD_NUMBER = re.compile(r"(?:\d{1,9}|[a-zA-Z]{1,5}(?=[.)]))(?=\W*$)", re.ASCII)
ROMAN = {
    tens + ones: 10 * len(tens) + number
    for tens in ("", "x", "xx", "xxx")
    for number, ones in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if tens or ones
}
LIST_STYLES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}


def read_style(element):
    """{property: value} of an element's own style."""
    declarations = (part.partition(":") for part in element.get("style", "").lower().split(";"))
    return {name.strip(): value.partition("!")[0].strip() for name, _, value in declarations if value.strip()}


def repair_lists(page):
    """Leaves nothing but items in a list."""
    for element in page.find_all(LISTS):
        for child in list(element.children):
            if child.name not in ("li", *LISTS):
                child.wrap(page.new_tag("li"))
        if element.parent.name in LISTS:  # Google Docs puts a list into a list, beside its item
            if item := element.find_previous_sibling("li"):
                item.append(element)
            else:
                element.parent.insert_before(element)
    for element in page.find_all(LISTS):
        if not element.contents:
            element.decompose()
        elif element.name == "ol" and (kind := LIST_STYLES.get(read_style(element.li).get("list-style-type"))):
            element["type"] = kind


def make_lists(page):
    """Makes lists of paragraphs that begin with a bullet or a number."""
    for paragraph in find_paragraphs(page):
        if paragraph.br:
            split_lines(paragraph, page)
    rows = []  # (paragraph, its marker or None), and (None, None) where something else stands between two
    for paragraph in find_paragraphs(page):
        if rows and paragraph.previous_sibling is not rows[-1][0]:
            rows.append((None, None))
        rows.append((paragraph, find_marker(paragraph)))
    trust_neighbors([marker for _, marker in rows])
    open_lists = []  # the outermost first
    for paragraph, marker in rows:
        if marker and marker.is_sure:
            cut_beginning(paragraph, marker.length)
            add_item(paragraph, marker, open_lists, page)
        else:
            open_lists = []


def find_paragraphs(page):
    return [paragraph for paragraph in page.find_all("p") if not paragraph.find_parent("li")]


def split_lines(paragraph, page):
    """Lines that begin with a marker become paragraphs, and what follows the last of them."""
    lines = [[]]
    for child in paragraph.children:
        if child.name == "br":
            lines.append([])
        lines[-1].append(child)
    markers = [read_marker("".join(node.get_text() for node in line)) for line in lines]
    trust_neighbors(markers)
    marked = [number for number, marker in enumerate(markers) if marker and marker.is_sure]
    current = paragraph
    for number, line in enumerate(lines[1:], start=1):
        if marked and (number in marked or number == marked[-1] + 1):
            line.pop(0).extract()
            new = page.new_tag("p")
            current.insert_after(new)
            current = new
        if current is not paragraph:
            current.extend(line)


def add_item(paragraph, marker, open_lists, page):
    while open_lists and not open_lists[-1].takes(marker):
        open_lists.pop()
    if not open_lists or open_lists[-1].level < marker.level:
        element = page.new_tag("ol" if marker.numbers else "ul")
        if open_lists:
            open_lists[-1].items[-1].append(element)
        else:
            paragraph.insert_before(element)
        open_lists.append(OpenList(marker.level, element))
    open_lists[-1].append(paragraph.wrap(page.new_tag("li")), marker.numbers)


class OpenList:
    def __init__(self, level, element):
        self.level, self.element, self.items, self.numbers = level, element, [], {}

    def takes(self, marker):
        """Whether it belongs into this list, or into one that is to be opened in its last item."""
        if self.level != marker.level:
            return self.level < marker.level
        return bool(count_on(self.numbers, marker.numbers)) or not (self.numbers or marker.numbers)

    def append(self, item, numbers):
        self.numbers = count_on(self.numbers, numbers) if self.items else numbers
        self.element.append(item)
        self.items.append(item)
        if self.numbers:
            kind, number = min(self.numbers.items(), key=lambda reading: reading[1])
            start = number - len(self.items) + 1
            self.element.attrs = ({"start": str(start)} if start != 1 else {}) | ({"type": kind} if kind != "1" else {})


# Markers: what stands before an item, such as "·" or "a)"


@dataclass
class Marker:
    numbers: dict  # {type of list: number}, each way to read it; empty for a bullet
    form: str = ""  # the bullet, or the sign behind the number
    length: int = 0  # in the text
    level: int = 1
    is_sure: bool = True  # if not, it may as well be the beginning of a sentence


def note_word_markers(page):
    """Takes out the markers that Word says are some, and keeps what they say as attributes of their paragraphs."""
    for paragraph in page.find_all("p"):
        for name in (MARKER_LEVEL, MARKER_TEXT):
            paragraph.attrs.pop(name, None)
        if level := re.search(r"level(\d)", read_style(paragraph).get("mso-list", "")):
            paragraph[MARKER_LEVEL] = level[1]
            if marker := paragraph.find(lambda element: read_style(element).get("mso-list") == "ignore"):
                paragraph[MARKER_TEXT] = marker.get_text()
                marker.decompose()


def find_marker(paragraph):
    level = paragraph.get(MARKER_LEVEL)
    if level and MARKER_TEXT in paragraph.attrs:
        found = WORD_NUMBER.search(paragraph[MARKER_TEXT])
        return Marker(read_number(found[0]) if found else {}, level=int(level))
    return read_marker(paragraph.get_text(), level=level and int(level))


def read_marker(text, level=None):
    """The marker at the beginning of a text; None if there is none. With a `level`, Word says that it is one."""
    found = MARKER.match(text)
    if not found or not (level or may_be_marker(found)):
        return None
    bullet, number, after, _ = found.groups()
    is_sure = bool(level) or bullet in set(BULLETS)
    numbers = read_number(number) if number else {}
    return Marker(numbers, bullet or after, found.end(), level=level or 1, is_sure=is_sure)


def may_be_marker(found):
    """Whether a text begins as word processors write an item, not a legend, a dialogue, a temperature or a section."""
    bullet, number, _, blanks = found.groups()
    if number or bullet == "o":
        return are_wide(blanks, 2)
    if bullet in SIGNS:
        return are_wide(blanks, 3) and not found.string[found.end()].isdigit()
    return not ANOTHER_BULLET.search(found.string, found.end())


def are_wide(blanks, least):
    """Whether they are as word processors put them behind a marker, and nobody types them."""
    return "\t" in blanks or ("\xa0" in blanks and len(blanks) >= least)


def read_number(text):
    """{type of list: number}, each way to read it: `i` is the first or the ninth."""
    if text.isdigit():
        return {"1": int(text)}
    small = text.lower()
    readings = {}
    if small in ROMAN:
        readings["i"] = ROMAN[small]
    if len(set(small)) == 1:  # Word counts x, y, z, aa, bb
        readings["a"] = 26 * (len(small) - 1) + ord(small[0]) - ord("a") + 1
    return readings if text == small else {kind.upper(): number for kind, number in readings.items()}


def count_on(before, numbers):
    """The ways to read a number by which it comes next."""
    return {kind: number for kind, number in numbers.items() if before.get(kind) == number - 1}


def trust_neighbors(markers):
    """Two that are alike and count on are markers."""
    for before, marker in pairwise(markers):
        is_alike = before and marker and before.form == marker.form
        if is_alike and (not marker.numbers or count_on(before.numbers, marker.numbers)):
            before.is_sure = marker.is_sure = True


def cut_beginning(paragraph, length):
    for text in list(paragraph.find_all(string=True)) if length else []:
        if length < len(text):
            text.replace_with(text[length:])
            return
        length -= len(text)
        emptied = text
        while len(emptied.parent.contents) == 1 and emptied.parent is not paragraph:
            emptied = emptied.parent
        emptied.extract()
