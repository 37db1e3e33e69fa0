"""Makes of text that was pasted from a word processor what its author saw, in elements that the editor offers.

static/admin/js/tidy-pasted-text.js does the same before the editor drops the styles; tests/pasted.py has the examples
for both. Here it also counts for browsers without scripts, imports and commands.
"""

import re

import nh3

BOLD, ITALIC = ("b", "strong"), ("i", "em")
INLINE = [*BOLD, *ITALIC, "span", "font", "u", "ins"]
BLOCKS = ["p", "div", "h2", "h3", "ul", "ol", "li", "blockquote"]
# Well-formed HTML, without scripts, comments and unknown elements, but with the styles that tell what was meant.
KEPT = nh3.Cleaner(
    tags={*INLINE, *BLOCKS, "a", "br", "del", "sup"},
    attributes={"*": {"style", "class", "id", "name"}, "a": {"href"}, "ol": {"start", "type"}},
    link_rel=None,
    url_schemes={"http", "https", "mailto", "tel"},
)
# Whether there is anything to do: the editor's own HTML has none of these.
SIGNS = re.compile(
    r"<(?:b|i|span|font|del|ins|div|o:p)\b|\s(?:style|class)\s*=|#_?(?:cmnt|mso)"
    r"|>(?:\s|&nbsp;)*(?:[·•▪◦●○■□‣⁃§o–-]|\(?\w{1,5}[.)])(?:\s|&nbsp;)|</li>\s*<(?:ul|ol)",
    re.IGNORECASE,
)
BLANK = r"\s"  # a no-break space is one
BULLET = re.compile(rf"{BLANK}*(?:[·•▪◦●○■□‣⁃]{BLANK}+|[§o–-]{BLANK}*\xa0{BLANK}+)")
NUMBER = re.compile(rf"{BLANK}*\(?(?:\d{{1,3}}|[a-zA-Z]|[ivxIVX]{{1,5}})[.)](?:{BLANK}*\xa0{BLANK}+|\t{BLANK}*)")
NOT_BOLD = ("normal", "lighter", "100", "200", "300", "400", "500")


def tidy_pasted(html):
    if not SIGNS.search(html):
        return html
    from bs4 import BeautifulSoup  # here: few texts need it

    page = BeautifulSoup(KEPT.clean(html), "html.parser")
    remove_remarks(page)
    remove_blanks_between_blocks(page)
    make_lists(page)
    mark_emphasis(page)
    # Neighbors that look alike, as word processors cut them.
    return re.sub(r"</em></strong><strong><em>|</strong><strong>|</em><em>", "", str(page))


def read_style(element):
    """{property: value} of an element's own style."""
    declarations = (part.partition(":") for part in element.get("style", "").lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in declarations if value.strip()}


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


def remove_blanks_between_blocks(page):
    for text in page.find_all(string=re.compile(r"^\s+$")):
        if any(
            sibling is not None and sibling.name in BLOCKS for sibling in (text.previous_sibling, text.next_sibling)
        ):
            text.extract()


# Lists


def make_lists(page):
    for element in page.find_all(["ul", "ol"]):  # Google Docs puts a list into a list, beside its item
        item = element.find_previous_sibling(True)
        if element.parent.name in ("ul", "ol") and item is not None and item.name == "li":
            item.append(element)
    made = []  # (level, list) of what is open, the outermost first
    for paragraph in page.find_all("p"):
        level, kind = (0, "") if paragraph.find_parent("li") else take_marker(paragraph)
        if not level or (made and paragraph.previous_sibling is not made[0][1]):
            made = []
        if not level:
            continue
        while made and (made[-1][0] > level or (made[-1][0] == level and made[-1][1].name != kind)):
            made.pop()
        if not made or made[-1][0] < level:
            new = page.new_tag(kind)
            if made:
                made[-1][1].find_all("li", recursive=False)[-1].append(new)
            else:
                paragraph.insert_before(new)
            made.append((level, new))
        item = page.new_tag("li")
        made[-1][1].append(item)
        item.append(paragraph)


def take_marker(paragraph):
    """(level, `ul` or `ol`) of a paragraph that is an item of a list, whose marker is taken out of it; else (0, "")."""
    level = re.search(r"level(\d)", read_style(paragraph).get("mso-list", ""))
    marker = paragraph.find(lambda element: read_style(element).get("mso-list") == "ignore")
    if level and marker:
        kind = "ol" if re.match(r"\W*[0-9a-zA-Z]{1,5}[.)]", marker.get_text()) else "ul"
        marker.decompose()
        return int(level[1]), kind
    for kind, pattern in (("ul", BULLET), ("ol", NUMBER)):
        if found := pattern.match(paragraph.get_text()):
            cut_beginning(paragraph, found.end())
            return int(level[1]) if level else 1, kind
    return 0, ""


def cut_beginning(paragraph, length):
    for text in list(paragraph.find_all(string=True)):
        cut = min(length, len(text))
        text.replace_with(text[cut:])
        length -= cut
        if not length:
            return


# Bold and slanted


def mark_emphasis(page):
    """Marks each piece of text by what applies to it, and drops the elements and styles that said so."""
    made = set()
    for text in page.find_all(string=re.compile(r"\S")):
        piece = text
        for name, is_marked in (("em", is_slanted(text)), ("strong", is_bold(text))):
            if is_marked:
                piece = piece.wrap(page.new_tag(name))
                made.add(id(piece))
    for element in page.find_all(INLINE):
        if id(element) not in made:
            element.unwrap()


def is_bold(text):
    for element in text.parents:
        weight = read_style(element).get("font-weight") if element.attrs else None
        if weight:
            return weight not in NOT_BOLD
        if element.name in BOLD:
            return True
    return False


def is_slanted(text):
    for element in text.parents:
        style = read_style(element).get("font-style") if element.attrs else None
        if style:
            return style.startswith(("italic", "oblique"))
        if element.name in ITALIC:
            return True
    return False
