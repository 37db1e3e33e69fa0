"""The pictures in a body: as the editor writes them, as the database keeps them, and as pages show them.

A body names a picture by its content. Its alternative texts are those of the library, in the reader's language; its
caption is part of the words.
"""

import re

import nh3
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from articles.wrapped_links import unwrap_in_html

IMAGE = r'<img src="/pictures/([0-9a-f]{20})\.webp">'
STORED = re.compile(rf"<figure>{IMAGE}(?:<figcaption>(.*?)</figcaption>)?</figure>")
STORED_IN_A_ROW = re.compile(rf"(?:{re.sub(r'[(](?![?])', '(?:', STORED.pattern)})+")
WRITTEN = re.compile(
    r'<figure\b[^<>]*>\s*<img\b[^<>]*?\ssrc="/pictures/([0-9a-f]{20})(?:-[0-9]+)?\.webp"[^<>]*>\s*'
    r"(?:<figcaption\b[^<>]*>((?:(?!</?fig).){0,4000})</figcaption>\s*)?</figure>",
    re.DOTALL | re.IGNORECASE,
)
MARK = "\U000f0002%d\U000f0003"  # stands for a picture while the words around it are tidied
MARK_CHARACTERS = re.compile("[\U000f0002\U000f0003]")
MARKED = re.compile("<p>\U000f0002([0-9]+)\U000f0003</p>")
HEADING = re.compile(r"<(h[23])>(.*?)</\1>", re.DOTALL)
BLOCK = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|blockquote|table|tr|t[dh])\b[^<>]*>")
IN_CAPTIONS = {"strong", "em", "a", "br"}


def take_out_pictures(html):
    """The HTML with a paragraph in the place of each picture of the library, and these pictures for put_back()."""
    figures = []

    def take(figure):
        figures.append(make_figure(figure[1], tidy_caption(figure[2] or "")))
        return f"<p>{MARK % (len(figures) - 1)}</p>"

    return WRITTEN.sub(take, MARK_CHARACTERS.sub("", html)), figures


def put_back_pictures(html, figures):
    if not figures:
        return html

    def move_out(heading):
        words = MARKED.sub("", heading[2])
        marks = "".join(mark[0] for mark in MARKED.finditer(heading[2]))
        return (f"<{heading[1]}>{words}</{heading[1]}>" if words.strip() else "") + marks

    return MARKED.sub(lambda mark: figures[int(mark[1])], HEADING.sub(move_out, html))


def make_figure(content_hash, caption=""):
    """As a body keeps a picture. The caption is clean HTML."""
    caption = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="/pictures/{content_hash}.webp">{caption}</figure>'


def tidy_caption(html):
    html = nh3.clean(
        BLOCK.sub(" ", html),
        tags=IN_CAPTIONS,
        attributes={"a": {"href"}},
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )
    return re.sub(r"^(?:<br>| )+|(?:<br>| )+$", "", re.sub(r"\s+", " ", unwrap_in_html(html)))


def find_hashes(*bodies):
    """The content hashes of the pictures in these bodies, in their order, each once."""
    return list(dict.fromkeys(figure[1] for body in bodies for figure in STORED.finditer(body)))


def show_pictures(body, shown):
    """The body with its pictures as pages show them. `shown` has a ShownPicture for each content hash; what it lacks
    is left out. Pictures that follow one another stand side by side."""

    def show_row(row):
        figures = [(shown[key], caption) for key, caption in STORED.findall(row[0]) if key in shown]
        html = "".join(
            render_to_string(
                "partials/figure.html",
                {"shown": each, "caption": mark_safe(caption), "is_beside_others": len(figures) > 1},
            )
            for each, caption in figures
        )
        return f'<div class="gallery">{html}</div>' if len(figures) > 1 else html

    return STORED_IN_A_ROW.sub(show_row, body)
