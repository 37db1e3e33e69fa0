"""Turns text pasted from a word processor into what its author saw, in elements that the editor offers.

static/admin/js/tidy-pasted-text.js does the same before the editor drops the styles; tests/pasted.py has the examples
for both. Here it also counts for browsers without scripts, imports and commands.
"""

import re

import nh3

from articles.pasted_lists import (
    LISTS,
    MARKER_IN_HTML,
    MARKER_LEVEL,
    MARKER_TEXT,
    make_lists,
    note_word_markers,
    read_style,
    repair_lists,
)
from articles.pasted_tables import SIGNS_OF_TABLES, TABLES, fill_cells, set_tables

BOLD, ITALIC = ("b", "strong"), ("i", "em")
INLINE = [*BOLD, *ITALIC, "span", "font", "u", "ins", "sup", "sub"]
HEADINGS = {"h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}  # the editor's two levels
LINES = ["p", "h2", "h3"]  # which hold words
BLOCKS = [*LINES, *LISTS, "li", "blockquote"]
# What else begins on a line of its own. Its words become paragraphs, but for tables.
BOXES = ["address", "article", "aside", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
    "figcaption", "footer", "form", "header", "hr", "legend", "main", "nav", "option", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr"]  # fmt: skip
KEPT = ["strong", "em", "dfn", "a", "br"]
SPANS = {"colspan", "rowspan"}
# Digits that the editor has, for the elements that it does not have: 10⁹, H₂O.
RAISED = {
    "sup": str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}
# Whether there is anything to do: the editor's own HTML has none of these.
SIGNS = re.compile(
    r"<(?!/?(?:p|h2|h3|ul|ol|li|blockquote|table|tbody|tr|th|td|strong|em|dfn|a|br)\b)|\s(?:style|class)\s*=|#_?(?:cmnt|mso)"
    rf"|{MARKER_IN_HTML}|{SIGNS_OF_TABLES}"
    r"|(?:</li>|<(?:ul|ol)[^<>]*>)\s*<(?:ul|ol)|</(?:p|h2|h3|ul|ol|blockquote|table)>\s*(?:[^<\s]|<(?:strong|em|dfn|a)\b)",
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
    raise_digits(page)
    mark_emphasis(page)
    page = parse(str(page), *BOXES, *HEADINGS)
    set_tables(page)
    make_paragraphs(page)
    fill_cells(page)
    page = parse(str(page), *TABLES)
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
            "th": SPANS,
            "td": SPANS,
        },
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )


# Margin comments, deleted and hidden text


def remove_remarks(page):
    for element in page.find_all(is_remark):
        if not element.decomposed:
            element.decompose()
    for link in page.find_all("a", href=re.compile("^#cmnt_ref")):  # of Google Docs: in front of the comment itself
        block = link.find_parent("div")
        said = link.get_text().strip()
        is_its_own = said and block and block.find("a") is link and block.get_text().strip().startswith(said)
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


# Digits above and below the line


def raise_digits(page):
    for element in page.find_all(list(RAISED)):
        digits = RAISED[element.name]
        if all(ord(char) in digits for char in element.get_text()):
            for text in element.find_all(string=True):
                text.replace_with(text.translate(digits))


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
