"""The pictures in a body: as the editor writes them, as the database keeps them, and as pages show them.

A body names a picture by its content. Its alternative texts are those of the library, in the reader's language; its
caption is part of the words.
"""

import re

import nh3
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from articles.wrapped_links import unwrap_in_html

CAPTION = r"(?:(?!</?fig).)*"  # up to the next tag of a figure, so that no search goes through a body again and again
STORED = re.compile(
    rf'<figure><img src="/pictures/([0-9a-f]{{20}})\.webp">(?:<figcaption>({CAPTION})</figcaption>)?</figure>',
    re.DOTALL,
)
STORED_IN_A_ROW = re.compile(
    rf'(?:<figure><img src="/pictures/[0-9a-f]{{20}}\.webp">(?:<figcaption>{CAPTION}</figcaption>)?</figure>)+',
    re.DOTALL,
)
WRITTEN = re.compile(  # the first `src` alone counts
    r'<figure\b[^<>]*>\s*<img\b(?>[^<>]*?\ssrc=)"/pictures/([0-9a-f]{20})(?:-[0-9]+)?\.webp"[^<>]*>\s*'
    rf"(?:<figcaption\b[^<>]*>({CAPTION})</figcaption>\s*)?</figure>",
    re.DOTALL | re.IGNORECASE,
)
# Stands for a picture while the words around it are tidied. For its class, they are tidied like pasted ones: a picture
# may have been written in the middle of them.
PLACEHOLDER = '<p class="picture">\U000f0002%d\U000f0003</p>'
TIDIED_PLACEHOLDER = re.compile(
    "<(p|h2|h3)>(?:<(?:strong|em|dfn|a)[^<>]*>)*\U000f0002([0-9]+)\U000f0003(?:</(?:strong|em|dfn|a)>)*</\\1>"
)
PLACEHOLDER_CHARACTERS = re.compile("[\U000f0002\U000f0003]")
STRAY_PLACEHOLDER = re.compile("\U000f0002[0-9]*\U000f0003?|\U000f0003")
BLOCK = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|blockquote|table|tr|t[dh])\b[^<>]*>")
BOLD_OR_ITALIC = re.compile(r"<(/?)(b|i)(?=[\s>])")
IN_CAPTIONS = {"strong", "em", "dfn", "a", "br"}


def take_out_pictures(html):
    """The HTML with a placeholder for each picture of the library, and these pictures for put_back_pictures()."""
    figures = []

    def take(figure):
        figures.append(make_figure(figure[1], tidy_caption(figure[2] or "")))
        return PLACEHOLDER % (len(figures) - 1)

    return WRITTEN.sub(take, PLACEHOLDER_CHARACTERS.sub("", html)), figures


def put_back_pictures(html, figures):
    """Each once, whatever else looks like a placeholder by now."""
    left = dict(enumerate(figures))
    html = TIDIED_PLACEHOLDER.sub(lambda placeholder: left.pop(int(placeholder[2]), ""), html)
    return STRAY_PLACEHOLDER.sub("", html)


def make_figure(content_hash, caption=""):
    """As a body keeps a picture. The caption is clean HTML."""
    caption = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="/pictures/{content_hash}.webp">{caption}</figure>'


def tidy_caption(html):
    """A line of words, some of them bold, in italics or a link."""
    html = BLOCK.sub(" ", html)
    html = BOLD_OR_ITALIC.sub(lambda tag: f"<{tag[1]}{'strong' if tag[2] == 'b' else 'em'}", html)
    html = nh3.clean(
        html,
        tags=IN_CAPTIONS,
        attributes={"a": {"href"}},
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )
    return re.sub(r"^(?:<br>| )+|(?:<br>| )+$", "", re.sub(r"\s+", " ", unwrap_in_html(html)))


def find_hashes(*bodies):
    """The content hashes of the pictures in these bodies, in their order, each once."""
    return list(dict.fromkeys(figure[1] for body in bodies for figure in STORED.finditer(body)))


def fill_in_pictures(body, described):
    """The body with its pictures as pages show them. `described` has a ShownPicture for each content hash; what it
    lacks is left out. Pictures that follow one another stand side by side."""

    def fill_in_row(row):
        figures = [(described[key], caption) for key, caption in STORED.findall(row[0]) if key in described]
        html = "".join(
            render_to_string(
                "partials/figure.html",
                {"shown": shown, "caption": mark_safe(caption), "is_beside_others": len(figures) > 1},
            )
            for shown, caption in figures
        )
        return f'<div class="gallery">{html}</div>' if len(figures) > 1 else html

    return STORED_IN_A_ROW.sub(fill_in_row, body)
