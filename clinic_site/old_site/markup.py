"""Turns WordPress's own markup (blocks, shortcodes, paragraphs by blank lines) into the HTML that its pages showed.

What a block or shortcode made when the page was shown is not in the export. It stays in the HTML as <left-out>, whose
words are those of the shortcode. So does a drawing or a formula, named in `data`.
"""

import json
import re

import nh3

from articles.pasted import BLOCKS, BOXES, HEADINGS, INLINE, KEPT, SPANS
from clinic_site.text_rules import clean_text

# A long article has a tenth of both, with its reusable blocks; the most that fits takes a few seconds.
MAX_LENGTH = 200_000  # characters
MAX_TAGS = 6_000
MAX_OPEN = 100  # tags at once: a parser takes the square of their number
BLOCKS_IN_BLOCKS = 10
LEFT_OUT = "left-out"
STRUCK = ["del", "s", "strike"]
MEDIA = ["iframe", "video", "audio", "object", "embed"]
FIELDS = ["button", "input", "select", "textarea"]
UNSEEN = {"script", "style", "title", "template", "noscript"}
NEW_LINE = {*BLOCKS, *BOXES, *HEADINGS, "br"}  # tags between which words are not one word
KNOWN = {*NEW_LINE, *INLINE, *KEPT, *STRUCK, *MEDIA, *FIELDS, LEFT_OUT, "img", "source"}
SCHEMES = "blob callto data fax feed file ftp geo http https javascript mailto sms skype tel viber whatsapp vbscript"
CLEANER = nh3.Cleaner(
    tags=KNOWN,
    clean_content_tags=UNSEEN,
    attributes={
        "*": {"alt", "class", "data", "data-id", "href", "id", "name", "src", "start", "style", "type"},
        "th": SPANS,
        "td": SPANS,
    },
    link_rel=None,
    url_schemes=set(SCHEMES.split()),  # also those that nobody may follow, so that the editor hears of them
)

# WordPress writes the < and > in attributes as \u003c and \u003e.
BLOCK = re.compile(r"<!--\s+(/?)wp:([a-z][a-z0-9_/-]*)\s([^<>]*?)(/?)-->")
QUIET_BLOCKS = ["more", "nextpage", "separator", "spacer", "page-list-item"]
LOOSE_BLOCKS = ["shortcode", "freeform"]  # whose blank lines are paragraphs too
PAGE_BREAK = re.compile(r"<!--\s*nextpage\s*-->|^[ \t]*<!--\s*(?:more|noteaser)\b[^<>]*-->[ \t]*$", re.MULTILINE)
EMBEDDED_FILE = re.compile(r"(=\s?[\"']data:[\w/+.-]+;base64,)[^\"'<>]*")

SHORTCODE = re.compile(r"<[a-zA-Z/!][^<>]*>|(\[?)\[(/?)([a-zA-Z][\w-]*)((?:[\s/][^\[\]]*)?)\](\]?)")
ATTRIBUTE = re.compile(r"(?<![\w-])([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))")
CAPTIONS = ["caption", "wp_caption"]
PLAYERS = ["audio", "video", "playlist"]
FORMS = ["contact-form", "contact-form-7", "fluentform", "formidable", "forminator_form", "gravityform", "gravityforms",
    "ninja_form", "ninja_forms", "wpforms"]  # fmt: skip

DRAWING = re.compile(r"<(svg|math)\b[^>]*(?<!/)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
NO_WORDS = re.compile(r"<(style|script)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
FRAME = re.compile(r"(<iframe\b[^>]*>).*?(</iframe>)", re.DOTALL)  # what is in one is no HTML, and never shown
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
# Those that need no closing tag, and the shapes of drawings, which close themselves.
MAY_STAY_OPEN = {"area", "br", "circle", "col", "dd", "dt", "ellipse", "embed", "hr", "img", "input", "li", "line",
    "link", "meta", "option", "p", "path", "polygon", "polyline", "rect", "source", "stop", "tbody", "td", "tfoot",
    "th", "thead", "tr", "track", "use", "wbr"}  # fmt: skip


class BodyError(Exception):
    """Says in a sentence why a body cannot be converted."""


def read_markup(surroundings, note):
    """Well-formed HTML with nothing of WordPress's own in it. Raises BodyError."""
    body = clean_text(surroundings.item.body).replace("\r\n", "\n").replace("\r", "\n")
    body = EMBEDDED_FILE.sub(r"\1", body)
    body = put_in_blocks(body, surroundings, note)
    if len(body) > MAX_LENGTH:
        raise BodyError(f"The body has {len(body):,} characters; at most {MAX_LENGTH:,} can be converted.")
    body = PAGE_BREAK.sub("\n\n", read_shortcodes(body, surroundings, note))
    check_open_tags(body)
    html = FRAME.sub(r"\1\2", CLEANER.clean(DRAWING.sub(read_drawing, body)))
    html = re.sub(rf"(?=<(?:{'|'.join(MEDIA)})\b)", " ", html)  # which part words as a picture does
    return check_tags(make_paragraphs(check_tags(html)))


def read_drawing(found):
    kind = "drawing" if found[1].lower() == "svg" else "formula"
    return f'<{LEFT_OUT} data="{kind}">{NO_WORDS.sub(" ", found[2])}</{LEFT_OUT}>'


def check_tags(html):
    if (count := html.count("<")) > MAX_TAGS:
        raise BodyError(f"The body has {count:,} tags; at most {MAX_TAGS:,} can be converted.")
    return html


def check_open_tags(body):
    count, opened = 0, {}
    for closes, name in TAG.findall(body):
        name = name.lower()
        if name in MAY_STAY_OPEN:
            continue
        if not closes:
            opened[name] = opened.get(name, 0) + 1
            count += 1
        elif opened.get(name):
            opened[name] -= 1
            count -= 1
        if count > MAX_OPEN:
            raise BodyError(f"More than {MAX_OPEN} tags are open at once in the body.")


# Blocks


def put_in_blocks(body, surroundings, note, inside=()):
    """Without the comments of the block editor, and with the words of reusable blocks. `inside` guards against loops.

    Between blocks blank lines make paragraphs, as in a body of the classic editor. In them a line end is a blank.
    """
    if "<!-- wp:" not in body:
        return body
    pieces, names, position, length = [], [], 0, len(body)
    for found in BLOCK.finditer(body):
        pieces.append(read_inside(body[position : found.start()], names))
        position = found.end()
        closes, name, attributes, is_void = found.groups()
        if is_void:
            block = read_void_block(name, attributes, surroundings, note, inside)
            pieces.append(f"\n\n{block}\n\n")
            length += len(block)
        elif not closes:
            names.append(name)
        elif names:
            names.pop()
        if not names:
            pieces.append("\n\n")
        if length > 3 * MAX_LENGTH:
            raise BodyError(f"With its reusable blocks the body has more than {MAX_LENGTH:,} characters.")
    return "".join([*pieces, body[position:]])


def read_inside(html, names):
    is_loose = not names or names[-1] in LOOSE_BLOCKS or "<pre" in html
    return html if is_loose else html.replace("\n", " ")


def read_void_block(name, attributes, surroundings, note, inside):
    """What stands for a block without words of its own."""
    try:
        settings = json.loads(attributes or "{}")
    except (ValueError, RecursionError):
        settings = {}
    settings = settings if isinstance(settings, dict) else {}
    number = settings.get("ref")
    if settings.get("content"):
        note(f"Check reusable block {number}: this post overrides its text", json.dumps(settings["content"]))
    if name != "block" or not isinstance(number, int):
        if name not in QUIET_BLOCKS:
            note(f"Left out: dynamic block “{name}”: its content is not in the export")
        return ""
    if number in inside or len(inside) == BLOCKS_IN_BLOCKS:
        note(f"Left out: reusable block {number}, which contains itself or is nested too deeply")
        return ""
    block = surroundings.find_block(number)
    if block is None:
        note(f"Left out: reusable block {number}, which the export does not hold")
        return ""
    return put_in_blocks(block, surroundings, note, (*inside, number))


# Shortcodes


def read_shortcodes(text, surroundings, note):
    """Without nesting: each bracket stands for a piece of HTML, whatever is between two that belong together."""
    found = [each for each in SHORTCODE.finditer(text) if each[3]] if "[" in text else []
    closed_by = pair_shortcodes(found)
    pieces, position, removed, pictures = [], 0, {}, 0
    for number, each in enumerate(found):
        lead, closes, name, attributes, trail = each.groups()
        before = text[position : each.start()]
        inner = f"[{closes}{name}{attributes}]"
        partner = closed_by.get(number)
        opens, ends = (number, partner) if not closes else (partner, number)
        if (lead and trail) or (partner is not None and found[opens][1] and found[ends][5]):  # [[x]] shows [x]
            replacement = inner
            lead = trail = ""
        elif name in CAPTIONS and partner is not None:
            caption = "" if closes else read_attributes(attributes).get("caption", "")
            replacement = "</figure>" if closes else "<figure>" + (caption and f"<figcaption>{caption}</figcaption>")
        elif name == "embed" and partner is not None:
            replacement = "\n\n"
        elif name == "gallery" and not closes:
            replacement = read_gallery(attributes, surroundings, note)
            pictures += replacement.count("<")
            if pictures > MAX_TAGS:
                raise BodyError(f"The galleries of the body have more than {MAX_TAGS:,} pictures.")
        elif name in (*PLAYERS, *FORMS) or (not closes and "=" in attributes):
            replacement = f"<{LEFT_OUT}>{inner}</{LEFT_OUT}>"
        elif partner is not None:
            removed[name] = None
            is_beside_another = position and not before.strip()
            replacement = "\n\n" if is_beside_another else ""
        else:
            replacement = inner
        pieces += [before, lead, replacement, trail]
        position = each.end()
    for name in removed:
        note(f"Shortcode “{name}” removed; the words inside are kept")
    return "".join([*pieces, text[position:]])


def pair_shortcodes(found):
    """{position of a bracket: position of the one that closes or opens it}"""
    opened, pairs = {}, {}
    for number, each in enumerate(found):
        name = each[3]
        if each[1] and each[5]:
            continue
        if not each[2]:
            opened.setdefault(name, []).append(number)
        elif opened.get(name):
            pairs[number] = opened[name].pop()
            pairs[pairs[number]] = number
    return pairs


def read_attributes(text):
    return {name.lower(): one or two or three for name, one, two, three in ATTRIBUTE.findall(text)}


def read_gallery(attributes, surroundings, note):
    attributes = read_attributes(attributes)
    numbers = re.findall(r"[0-9]+", attributes.get("ids") or attributes.get("include") or "")
    numbers = numbers or [str(number) for number in surroundings.attached_pictures()]
    numbers = [number for number in numbers if number not in re.findall(r"[0-9]+", attributes.get("exclude", ""))]
    if not numbers:
        note("Left out: gallery without pictures")
    images = "".join(f'<img data-id="{number}">' for number in numbers)
    return f"\n\n{images}\n\n"


# Paragraphs


def make_paragraphs(html):
    """Makes paragraphs of blank lines and line breaks of others, as WordPress shows a body of the classic editor.

    Only the beginning of a paragraph is marked: whatever comes next ends it.
    """
    pieces = ["<br>", *re.split(r"(<[^>]*>)", html.strip("\n")), "<br>"]  # texts, and tags around them
    open_pre = 0
    for number in range(1, len(pieces), 2):
        text, before, after = pieces[number], pieces[number - 1], pieces[number + 1]
        open_pre += bool(re.match(r"<pre\b", before)) - (before == "</pre>")
        if "\n" not in text:
            continue
        if open_pre:
            pieces[number] = text.replace("\n", "<br>")
            continue
        text = re.sub(r" ?\n ?", "\n", re.sub(r"[^\S\n]+", " ", text))
        text = text.lstrip("\n") if starts_line(before) else text
        text = text.rstrip("\n") if starts_line(after) else text
        pieces[number] = re.sub(r"\n\n+", "<p>", text).replace("\n", "<br>")
    return CLEANER.clean("".join(pieces[1:-1]))


def starts_line(tag):
    return TAG.match(tag)[2] in NEW_LINE
