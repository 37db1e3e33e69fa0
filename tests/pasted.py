"""Text as word processors put it on the clipboard, and what the editor and the database make of it."""

from html import escape

WORD_MARGIN = '<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>'


def span(text, **style):
    """A piece of text, as Google Docs and Word cut and style it."""
    style = "; ".join(f"{name.replace('_', '-')}: {value}" for name, value in style.items())
    return f'<span style="{escape(style)}">{text}</span>'


def word_item(text, *, marker="·", level=1):
    """An item of a list, as Word for Windows writes it."""
    return (
        f"<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
        "<span style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'>"
        f"<span style='mso-list:Ignore'>{marker}{WORD_MARGIN}</span></span><![endif]>{text}<o:p></o:p></p>\n"
    )


def google_docs(html):
    return f'<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">{html}</b>'


WORD_ANCHOR = (
    "<span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor "
    'id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[AB1]</a><![endif]><span '
    "style='mso-special-character:comment'>&nbsp;</span></span></span>"
)
WORD_COMMENT = (
    "<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff><![endif]><div "
    "style='mso-element:comment'><div id=\"_com_1\" class=msocomtxt><span style='mso-comment-author:\"Ana\"'><a "
    'name="_msocom_1"></a></span><p class=MsoCommentText><a class=msocomoff href="#_msoanchor_1">[AB1]</a>Secret '
    "remark</p></div></div></div>"
)
EXAMPLES = {  # name: (on the clipboard, in the editor and in the database)
    "Google Docs, the example": (
        '<b style="font-weight:normal"><p>Plain <span style="font-weight:700">bold</span> '
        '<span style="font-style:italic">slanted</span></p></b>',
        "<p>Plain <strong>bold</strong> <em>slanted</em></p>",
    ),
    "Google Docs": (
        google_docs(
            '<p dir="ltr" style="line-height:1.38">'
            + span("Plain ", font_size="11pt", font_weight=400, font_style="normal", white_space="pre-wrap")
            + span("bold", font_size="11pt", font_weight=700, font_style="normal")
            + span(" ", font_weight=400, font_style="normal")
            + span("slanted", font_weight=400, font_style="italic")
            + "</p>"
        ),
        "<p>Plain <strong>bold</strong> <em>slanted</em></p>",
    ),
    "Google Docs, a list in a list": (
        google_docs(
            f'<ul><li style="font-weight:400"><p role="presentation">{span("One", font_weight=400)}</p></li>'
            f'<ul><li style="font-weight:700"><p>{span("Two", font_weight=700)}</p></li></ul></ul>'
        ),
        "<ul><li><p>One</p><ul><li><p><strong>Two</strong></p></li></ul></li></ul>",
    ),
    "bold and slanted at once": (
        f"<p>{span('both', font_weight='bold', font_style='oblique')}{span(' bold', font_weight=800)}</p>",
        "<p><strong><em>both</em> bold</strong></p>",
    ),
    "plain words in bold ones": (
        f"<p><b>bold {span('plain', font_weight='normal')}</b> <i>slanted {span('not', font_style='normal')}</i></p>",
        "<p><strong>bold </strong>plain <em>slanted </em>not</p>",
    ),
    "Word, bold and slanted": (
        "<p class=MsoNormal>Plain <b style='mso-bidi-font-weight:normal'>bold</b> "
        "<i style='mso-bidi-font-style:normal'>slanted</i><o:p></o:p></p>",
        "<p>Plain <strong>bold</strong> <em>slanted</em></p>",
    ),
    "Word, a list": (
        f"<p>Rest:</p>{word_item('on <b>ice</b>')}{word_item('in bed')}<p class=MsoNormal>Then walk.</p>",
        "<p>Rest:</p><ul><li><p>on <strong>ice</strong></p></li><li><p>in bed</p></li></ul><p>Then walk.</p>",
    ),
    "Word, lists in lists": (
        word_item("One", marker="1.")
        + word_item("Inner", marker="o", level=2)
        + word_item("More", marker="o", level=2)
        + word_item("Deep", marker="§", level=3)
        + word_item("Two", marker="2.")
        + word_item("Other"),
        "<ol><li><p>One</p><ul><li><p>Inner</p></li><li><p>More</p><ul><li><p>Deep</p></li></ul></li></ul></li>"
        "<li><p>Two</p></li></ol><ul><li><p>Other</p></li></ul>",
    ),
    "Word, a list that begins with an inner one": (
        word_item("A", level=2) + word_item("B", level=2) + word_item("C", marker="1)"),
        "<ul><li><p>A</p></li><li><p>B</p></li></ul><ol><li><p>C</p></li></ol>",
    ),
    "Word, margin comments": (
        f"<p class=MsoNormal>Rest <a style='mso-comment-reference:AB_1'>two days</a>{WORD_ANCHOR}.</p>{WORD_COMMENT}",
        "<p>Rest two days.</p>",
    ),
    "Google Docs, exported comments": (
        '<p>Rest two days<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p><div style="border:1px solid black"><p>'
        '<a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Secret remark</span></p><p>Secret answer</p></div>',
        "<p>Rest two days.</p>",
    ),
    "Word, tracked changes and hidden text": (
        '<p>Rest <del cite="mailto:Ana">three</del><ins cite="mailto:Ana">two</ins> days'
        "<span style='display:none;mso-hide:all'> Secret</span>.</p>",
        "<p>Rest two days.</p>",
    ),
}
