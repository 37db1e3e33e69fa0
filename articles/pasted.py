"""Turns text pasted from a word processor into what its author saw, in elements that the editor offers.

static/admin/js/tidy-pasted-text.js does the same before the editor drops the styles; tests/pasted.py has the examples
for both. Here it also counts for browsers without scripts, imports and commands.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

import nh3

BOLD, ITALIC = ("b", "strong"), ("i", "em")
INLINE = [*BOLD, *ITALIC, "span", "font", "u", "ins", "sup"]
HEADINGS = {"h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}  # the editor's two levels
LINES = ["p", "h2", "h3"]  # which hold words
LISTS = ["ul", "ol"]
BLOCKS = [*LINES, *LISTS, "li", "blockquote"]
# What else begins on a line of its own. Its words become paragraphs.
BOXES = ["address", "article", "aside", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
    "figcaption", "footer", "form", "header", "hr", "legend", "main", "nav", "option", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr"]  # fmt: skip
KEPT = ["strong", "em", "a", "br"]
BULLETS = "·•▪◦●○■□‣⁃"
UNSURE_BULLETS = "§o–-"  # Word's too, but a paragraph may begin with one
LIST_STYLES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
NUMBER = r"\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5}"
MARKER = re.compile(rf"\s*(?:([{BULLETS}{UNSURE_BULLETS}])|(\(?)({NUMBER})([.)]))(\s+)(?=\S)")
MARKER_LEVEL, MARKER_TEXT = "data-level", "data-marker"  # attributes for what Word says of a paragraph
WORD_NUMBER = re.compile(r"(?:\d{1,9}|[a-zA-Z]{1,5}(?=[.)]))(?=\W*$)", re.ASCII)
ROMAN = {
    tens + ones: 10 * len(tens) + number
    for tens in ("", "x", "xx", "xxx")
    for number, ones in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if tens or ones
}
# Whether there is anything to do: the editor's own HTML has none of these.
SIGNS = re.compile(
    r"<(?!/?(?:p|h2|h3|ul|ol|li|blockquote|strong|em|a|br)\b)|\s(?:style|class)\s*=|#_?(?:cmnt|mso)"
    rf"|>(?:\s|&nbsp;)*(?:[{BULLETS}{UNSURE_BULLETS}]|\(?(?:{NUMBER})[.)])(?:\s|&nbsp;)"
    r"|(?:</li>|<(?:ul|ol)[^<>]*>)\s*<(?:ul|ol)|</(?:p|h2|h3|ul|ol|blockquote)>\s*(?:[^<\s]|<(?:strong|em|a)\b)",
    re.IGNORECASE,
)


def tidy_pasted(html):
    if not SIGNS.search(html):
        return html
    from bs4 import BeautifulSoup  # here: few texts need it

    def parse(html, *names):
        return BeautifulSoup(keep_elements(html, {*BLOCKS, *KEPT, *names}), "html.parser")

    page = parse(html, *BOXES, *HEADINGS, *INLINE, "del")
    remove_remarks(page)
    note_word_markers(page)
    mark_emphasis(page)
    page = parse(str(page), *BOXES, *HEADINGS)
    make_paragraphs(page)
    page = parse(str(page))
    repair_lists(page)
    make_lists(page)
    # Neighbors that look alike, as word processors cut them.
    return re.sub(r"</em></strong><strong><em>|</strong><strong>|</em><em>", "", str(page))


def keep_elements(html, names):
    """Well-formed HTML, without scripts, comments and other elements, but with the styles that tell what was meant."""
    return nh3.clean(
        html,
        tags=names,
        clean_content_tags={"script", "style", "title"},
        attributes={
            "*": {"style", "class", "id", "name"},
            "p": {MARKER_LEVEL, MARKER_TEXT},
            "a": {"href"},
            "ol": {"start", "type"},
        },
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )


def read_style(element):
    """{property: value} of an element's own style."""
    declarations = (part.partition(":") for part in element.get("style", "").lower().split(";"))
    return {name.strip(): value.partition("!")[0].strip() for name, _, value in declarations if value.strip()}


# Margin comments, deleted and hidden text


def remove_remarks(page):
    for element in page.find_all(is_remark):
        if not element.decomposed:
            element.decompose()
    for link in page.find_all("a", href=re.compile("^#cmnt_ref")):  # of Google Docs: in front of the comment itself
        block = link.find_parent("div")
        is_its_own = (
            block is not None and block.find("a") is link and block.get_text().strip().startswith(link.get_text())
        )
        (block if is_its_own else link.find_parent(["p", "li"]) or link).decompose()
    for link in page.find_all("a", href=re.compile("^#(?:cmnt|_mso)")):  # what leads to one
        (link.find_parent("sup") or link).decompose()
    for anchor in page.find_all("a", href=False):
        anchor.unwrap()


def is_remark(element):
    style = read_style(element)
    is_comment = style.get("mso-element", "").startswith("comment") or any(
        name.lower().startswith("msocom") for name in element.get("class", [])
    )
    is_hidden = style.get("display") == "none" or style.get("mso-hide") == "all"
    return element.name == "del" or is_comment or is_hidden or style.get("mso-special-character") == "comment"


# Bold and italics


def mark_emphasis(page):
    """Marks each piece of text by what applies to it; the elements that said so become spans, which go."""
    emphasis = {id(page): (False, False)}  # whether the text in an element is bold, and whether it is italic
    for element in page.find_all(True):
        is_parent_bold, is_parent_italic = emphasis[id(element.parent)]
        emphasis[id(element)] = is_bold(element, is_parent_bold), is_italic(element, is_parent_italic)
    for element in page.find_all(INLINE):
        element.name = "span"
    for text in page.find_all(string=re.compile(r"\S")):
        for name, applies in zip(("strong", "em"), emphasis[id(text.parent)], strict=True):
            if applies:
                text.wrap(page.new_tag(name))


def is_bold(element, is_parent_bold):
    weight = read_style(element).get("font-weight") if element.attrs else None
    if not weight:
        return is_parent_bold or element.name in BOLD
    if re.fullmatch(r"\d+(\.\d+)?", weight):
        return float(weight) >= 600
    return weight in ("bold", "bolder") or (is_parent_bold and weight not in ("normal", "lighter", "initial"))


def is_italic(element, is_parent_italic):
    style = read_style(element).get("font-style") if element.attrs else None
    if not style:
        return is_parent_italic or element.name in ITALIC
    return style.startswith(("italic", "oblique")) or (is_parent_italic and style not in ("normal", "initial"))


# Paragraphs


def make_paragraphs(page):
    """Puts words that stand loose between blocks into paragraphs, and makes boxes of what else is around blocks."""
    for heading in page.find_all(list(HEADINGS)):
        heading.name = HEADINGS[heading.name]
    spread_links(page)
    for element in [page, *page.find_all([*BLOCKS, *BOXES])]:
        if has_blocks(element) or element.name in (*BOXES, *LISTS, "li", "blockquote"):
            wrap_loose_words(element, page)
    for element in page.find_all([*LINES, *LISTS, "li"]):
        if is_box(element):
            for line in element.find_all("p") if element.name in ("h2", "h3") else ():
                line.name = element.name
            element.name = "div"


def is_box(element):
    """Whether nothing that it is around may be in it: blocks in a heading, lists alone in a list."""
    if element.name == "li":
        return not element.find_parent(LISTS)
    if element.name in LISTS:
        return all(child.name in LISTS for child in element.children)
    return has_blocks(element)


def has_blocks(element):
    return any(is_block(child) for child in element.children)


def is_block(node):
    return node.name in BLOCKS or node.name in BOXES


def spread_links(page):
    """A link around blocks becomes one around the words in each."""
    for link in page.find_all("a"):
        if link.find(is_block):
            for text in link.find_all(string=re.compile(r"\S")):
                text.wrap(page.new_tag("a", href=link["href"]))
            link.unwrap()


def wrap_loose_words(element, page):
    paragraph = None
    for child in list(element.children):
        if is_block(child):
            paragraph = None
        elif paragraph is not None:
            paragraph.append(child)
        elif child.get_text().strip():
            paragraph = child.wrap(page.new_tag("p"))
        else:
            child.extract()


# Lists


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
    """Lines that begin with a marker become paragraphs."""
    lines = [[]]
    for child in paragraph.children:
        if child.name == "br":
            lines.append([])
        lines[-1].append(child)
    markers = [read_marker("".join(node.get_text() for node in line)) for line in lines]
    trust_neighbors(markers)
    current = paragraph
    for line, marker in zip(lines[1:], markers[1:], strict=True):
        if marker and marker.is_sure:
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
    form: str = ""  # the bullet, or the signs around the number
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
    marker = read_marker(paragraph.get_text())
    if marker and level:
        marker.level, marker.is_sure = int(level), True
    return marker


def read_marker(text):
    """The marker at the beginning of a text; None if there is none."""
    found = MARKER.match(text)
    if not found:
        return None
    bullet, before, number, after, blanks = found.groups()
    if bullet and bullet in BULLETS:
        return Marker({}, bullet, found.end())
    if "\t" not in blanks and ("\xa0" not in blanks or len(blanks) < 2):  # as nobody types them
        return None
    form, numbers = (bullet, {}) if bullet else (f"{before}1{after}", read_number(number))
    return Marker(numbers, form, found.end(), is_sure=False)


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
