"""Makes of each part of an old page what an article has for it, in a tree of Beautiful Soup."""

import re
from urllib.parse import urlsplit

from articles.body_pictures import tidy_caption
from articles.pasted_tables import set_tables
from clinic_site.old_site.markup import FIELDS, FORMS, LEFT_OUT, MEDIA, NEW_LINE, STRUCK
from clinic_site.old_site.words import shorten, text_of, visible_text

# In place of a picture, or at the beginning of a heading, while the text is tidied: no text has these characters.
MARK = re.compile("\U000f0000([ph])(\\d+)\U000f0001")
MARK_CHARACTERS = re.compile("[\U000f0000\U000f0001]")
LEVELS = ["h1", "h2", "h3", "h4", "h5", "h6"]
MORE_THAN_CAPTION = [*LEVELS, "figure", "table", "ul", "ol", "dl", "blockquote", "pre"]
NUMBER_OF_PICTURE = re.compile(r"(?:^|\bwp-image-)([0-9]{1,15})\b")
BACKGROUND = re.compile(r"background[^;]*url\(\s*[\"']?([^\"')]+)", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s<>\"]+")
VIDEOS = [
    (re.compile(r"(?:https?:)?//(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]{6,20})(?:[?#].*)?"),
     "https://www.youtube.com/watch?v={}"),
    (re.compile(r"(?:https?:)?//player\.vimeo\.com/video/(\d+)(?:[?#].*)?"), "https://vimeo.com/{}"),
]  # fmt: skip


def make_mark(kind, number):
    return f"\U000f0000{kind}{number}\U000f0001"


# What has no place in an article


def leave_out(page, body):
    for element in page.find_all(style=BACKGROUND):
        body.note(f"Left out: background picture, {shorten(BACKGROUND.search(element['style'])[1])}")
    for element in page.find_all(is_hidden):
        if not element.decomposed:
            remove(element, "Left out: hidden words", body)
    for element in page.find_all([*STRUCK, LEFT_OUT, "form", *MEDIA]):
        if element.decomposed:
            continue
        if element.name in STRUCK:
            remove(element, "Left out: struck-through words", body)
        elif element.name == LEFT_OUT:
            name = element.get_text().strip("[/] ").split()[:1]
            kind = element.get("data") or ("form" if name and name[0] in FORMS else "shortcode")
            remove(element, f"Left out: {kind}", body)
        elif element.name in MEDIA:
            leave_out_media(element, page, body)
        elif element.find(FIELDS):
            remove(element, "Left out: form", body)


def is_hidden(element):
    return "display:none" in element.get("style", "").replace(" ", "").lower()


def remove(element, what, body):
    if (words := text_of(element)) or element.name in ("form", LEFT_OUT):
        body.note(what, words, is_lost=True)
    for part in element.find_all(["img", *MEDIA]):  # which are looked at by themselves
        element.insert_before(part.extract())
    put_blank(element)


def put_blank(element):
    element.insert_before(" ")
    element.decompose()


def leave_out_media(element, page, body):
    source = element if element.get("src") or element.get("data") else element.find("source")
    address = ((source and (source.get("src") or source.get("data"))) or "").strip()
    kind = {"iframe": "embedded page", "audio": "audio", "video": "video"}.get(element.name, "embedded file")
    for known, link in VIDEOS:
        if found := known.fullmatch(address):
            address = link.format(found[1])
            body.note("Embedded video turned into a link", address, is_added=True)
            paragraph = page.new_tag("p")
            paragraph.append(page.new_tag("a", href=address, string=address))
            element.replace_with(paragraph)
            return
    body.note(f"Left out: {kind}, {shorten(address) or 'without an address'}")
    put_blank(element)


# Links


def link_addresses(page):
    """An address alone on its line was shown as what it leads to."""
    for text in page.find_all(string=ADDRESS):
        address = text.strip()
        neighbors = [each for each in (text.previous_sibling, text.next_sibling) if each is not None]
        is_line = all(each.name in NEW_LINE for each in neighbors)
        if is_line and ADDRESS.fullmatch(address) and not text.find_parent("a"):
            text.replace_with(page.new_tag("a", href=address, string=address))


def change_links(page, surroundings, body):
    """Those within the article are left to place_parts()."""
    for element in page.find_all("a"):
        address = "".join(element.get("href", "").split())
        scheme = read_scheme(address)
        if not address or not element.get_text().strip():  # a link around a picture goes with it
            element.unwrap()
        elif address.startswith("#") or scheme in ("mailto", "tel"):
            element["href"] = address
        elif scheme not in ("", "http", "https"):
            body.note(f"Link removed: it began with {scheme}:", text_of(element))
            element.unwrap()
        elif link := surroundings.find_link(address):
            if link.reason:
                what = "changed" if link.address else "removed"
                body.note(f"Link {what}: {link.reason}", f"{text_of(element)} ({address})")
            if link.address:
                element["href"] = link.address
            else:
                element.unwrap()


def read_scheme(address):
    try:
        return urlsplit(address).scheme
    except ValueError:
        return "a broken address"


# Pictures


def take_pictures(page, surroundings, body):
    """[(key, alternative text, caption in HTML)] of the pictures, which leave marks in the page."""
    pictures = []

    def take(image, caption=""):
        key = find_picture(image, surroundings)
        if key is None:
            address = image.get("src") or f"number {image.get('data-id', '')}"
            body.note(f"Left out: picture not found, {shorten(address)}", image.get("alt", ""))
            if caption:
                body.note("Left out: caption of that picture", visible_text(caption).strip(), is_lost=True)
            image.replace_with(" ")
        else:
            image.replace_with(make_mark("p", len(pictures)))
            pictures.append((key, " ".join(image.get("alt", "").split()), caption))

    for figure in reversed(page.find_all("figure")):
        images = figure.find_all("img")
        if images and not figure.find(MORE_THAN_CAPTION):
            images = [image.extract() for image in images]
            caption = tidy_caption(figure.decode_contents()) if text_of(figure) else ""
            figure.clear()
            figure.extend(images)
            take(images[0], caption)
    for image in page.find_all("img"):
        take(image)
    return pictures


def find_picture(image, surroundings):
    """By its address. The number may be that of another site, from which the text was copied."""
    key = surroundings.find_picture(image["src"].strip()) if image.get("src") else None
    number = NUMBER_OF_PICTURE.search(f"{image.get('data-id', '')} {' '.join(image.get('class', []))}")
    return surroundings.find_picture(int(number[1])) if key is None and number else key


# Headings, lists of definitions, tables


def set_headings(page, body):
    """To two levels, the upper of which is there if any is."""
    headings = []
    for heading in page.find_all(LEVELS):
        if MARK.sub("", heading.get_text()).strip():
            headings.append(heading)
        else:
            heading.name = "p"
    top = max(2, min((int(heading.name[1]) for heading in headings), default=2))
    changed = []
    for heading in headings:
        name = "h2" if int(heading.name[1]) <= top else "h3"
        if name != heading.name:
            changed.append(MARK.sub("", text_of(heading)))
            heading.name = name
    if changed:
        body.note("Headings moved to the two levels that articles have", shorten("; ".join(changed)))


def list_definitions(page, body):
    for definitions in reversed(page.find_all("dl")):
        items = page.new_tag("ul")
        for part in definitions.find_all(["dt", "dd"]):
            if part.name == "dt" or not items.contents:
                item = page.new_tag("li")
                items.append(item)
            if part.name == "dt":
                term = page.new_tag("strong")
                term.extend(list(part.contents))
                if not term.get_text().rstrip().endswith((":", ".", "?", "!")):
                    term.append(":")
                item.append(term)
            else:
                item.append(" " if len(item.contents) == 1 else page.new_tag("br"))
                item.extend(list(part.contents))
        put_in_place(definitions, [items], "Definition list turned into a list with bold lead-ins", body)


def name_layouts(page, body):
    """Tables of facts stay tables. Those that only place things beside each other become paragraphs, and are named."""
    for table in page.find_all("table"):
        if not MARK.sub("", table.get_text()).strip():  # pictures in rows
            for element in [*table.find_all(["tr", "th", "td", "tbody", "thead", "tfoot", "table"]), table]:
                element.name = "div"
    tables = page.find_all("table")
    set_tables(page)
    for table in tables:
        if table.name != "table" and (words := text_of(table)):
            body.note("Table turned into paragraphs", shorten(words))


def put_in_place(element, parts, what, body):
    """Puts parts that were made of an element before it, and keeps of it what words are left."""
    words = "".join(str(part) for part in parts)
    body.note(what, MARK.sub("", shorten(" ".join(visible_text(words).split()))))
    for part in parts:
        element.insert_before(part)
    if not element.get_text().strip():
        element.extract()
