"""Text as word processors put it on the clipboard, and what the editor and the database make of it."""

import re
from html import escape
from pathlib import Path

WORD_MARGIN = '<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>'


def without_kinds(html):
    """Without the name that the editor adds to each kind of numbers, and to each cell that it is one."""
    return re.sub(' (?:data-type="[a-z-]+"|(?:colspan|rowspan)="1")', "", html)


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
        '<span style="font-style:italic">italic</span></p></b>',
        "<p>Plain <strong>bold</strong> <em>italic</em></p>",
    ),
    "Google Docs": (
        google_docs(
            '<p dir="ltr" style="line-height:1.38">'
            + span("Plain ", font_size="11pt", font_weight=400, font_style="normal", white_space="pre-wrap")
            + span("bold", font_size="11pt", font_weight=700, font_style="normal")
            + span(" ", font_weight=400, font_style="normal")
            + span("italic", font_weight=400, font_style="italic")
            + "</p>"
        ),
        "<p>Plain <strong>bold</strong> <em>italic</em></p>",
    ),
    "Google Docs, a list in a list": (
        google_docs(
            f'<ul><li style="font-weight:400"><p role="presentation">{span("One", font_weight=400)}</p></li>'
            f'<ul><li style="font-weight:700"><p>{span("Two", font_weight=700)}</p></li></ul></ul>'
        ),
        "<ul><li><p>One</p><ul><li><p><strong>Two</strong></p></li></ul></li></ul>",
    ),
    "bold and italic at once": (
        f"<p>{span('both', font_weight='bold', font_style='oblique')}{span(' bold', font_weight=800)}</p>",
        "<p><strong><em>both</em> bold</strong></p>",
    ),
    "plain words in bold ones": (
        f"<p><b>bold {span('plain', font_weight='normal')}</b> <i>italic {span('not', font_style='normal')}</i></p>",
        "<p><strong>bold </strong>plain <em>italic </em>not</p>",
    ),
    "Word, bold and italic": (
        "<p class=MsoNormal>Plain <b style='mso-bidi-font-weight:normal'>bold</b> "
        "<i style='mso-bidi-font-style:normal'>italic</i><o:p></o:p></p>",
        "<p>Plain <strong>bold</strong> <em>italic</em></p>",
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
    "Word, numbers that go on after a paragraph": (
        word_item("One", marker="1.") + "<p class=MsoNormal>Then</p>" + word_item("Two", marker="2."),
        '<ol><li><p>One</p></li></ol><p>Then</p><ol start="2"><li><p>Two</p></li></ol>',
    ),
    "Word, numbers that begin again": (
        word_item("One", marker="1.") + word_item("Two", marker="2.") + word_item("First", marker="1."),
        "<ol><li><p>One</p></li><li><p>Two</p></li></ol><ol><li><p>First</p></li></ol>",
    ),
    "Word, letters": (
        word_item("H", marker="h)") + word_item("I", marker="i)") + word_item("J", marker="j)"),
        '<ol start="8" type="a"><li><p>H</p></li><li><p>I</p></li><li><p>J</p></li></ol>',
    ),
    "Word, capitals and Roman numbers in numbers": (
        word_item("One", marker="1.")
        + word_item("Inner", marker="i.", level=2)
        + word_item("More", marker="ii.", level=2)
        + word_item("Two", marker="2.")
        + word_item("Deep", marker="2.3.", level=2)
        + "<p>Or</p>"
        + word_item("Else", marker="(B)"),
        '<ol><li><p>One</p><ol type="i"><li><p>Inner</p></li><li><p>More</p></li></ol></li>'
        '<li><p>Two</p><ol start="3"><li><p>Deep</p></li></ol></li></ol><p>Or</p>'
        '<ol start="2" type="A"><li><p>Else</p></li></ol>',
    ),
    "Google Docs, letters": (
        google_docs('<ol start="3"><li style="list-style-type:lower-alpha;font-weight:400"><p>Three</p></li></ol>'),
        '<ol start="3" type="a"><li><p>Three</p></li></ol>',
    ),
    "Google Docs, a list in a list without an item": (
        google_docs("<ul><ul><li><p>Inner</p></li></ul></ul>"),
        "<ul><li><p>Inner</p></li></ul>",
    ),
    "an inner list before the first item": (
        google_docs("<ul><ol><li><p>One</p></li></ol><li><p>Other</p></li></ul>"),
        "<ol><li><p>One</p></li></ol><ul><li><p>Other</p></li></ul>",
    ),
    "weights and styles that say nothing of their own": (
        "<p>"
        + "".join(f"<span style='font-weight:{weight}'>{weight} </span>" for weight in ("inherit", "unset", "450"))
        + "<b style='font-weight:inherit'>b </b><i style='font-style:unset'>i </i>"
        + "<b><span style='font-weight:inherit'>yes </span><span style='font-weight:initial'>no </span></b>"
        + "<i><span style='font-style:inherit'>yes </span><span style='font-style:initial'>no </span></i>"
        + "<b style='font-weight:normal !important'>plain </b><i style='font-style:normal!important'>plain </i>"
        + "<span style='font-weight:600'>600 </span><span style='font-weight:599'>599 </span>"
        + "<span style='font-weight:bolder ! important'>bolder </span>"
        + "<span style='font-style:oblique 10deg'>oblique</span></p>",
        "<p>inherit unset 450 b i <strong>yes </strong>no <em>yes </em>no plain plain <strong>600 </strong>599 "
        "<strong>bolder </strong><em>oblique</em></p>",
    ),
    "headings of all levels": (
        "".join(f"<h{level}>Level {level}</h{level}><p>Text</p>" for level in range(1, 7)),
        "".join(f"<h{kept}>Level {level}</h{kept}><p>Text</p>" for level, kept in enumerate((2, 2, 3, 3, 3, 3), 1)),
    ),
    "digits above and below the line": (
        "<p>10<sup>9</sup>/L, cm<sup>−2</sup>, H<sub>2</sub>O, the 1<sup>st</sup> of <sub>May</sub>"
        '<sup><a href="https://a.example/">2</a></sup></p>',
        '<p>10⁹/L, cm⁻², H₂O, the 1st of May<a href="https://a.example/">²</a></p>',
    ),
    "Google Docs, a title": (
        google_docs(f'<h1 dir="ltr">{span("On knees", font_size="20pt", font_weight=400)}</h1><p>Text</p>'),
        "<h2>On knees</h2><p>Text</p>",
    ),
    "Word, a title": (
        "<h1><span style='mso-bidi-font-weight:normal'>On knees<o:p></o:p></span></h1><p class=MsoNormal>Text</p>",
        "<h2>On knees</h2><p>Text</p>",
    ),
    "boxes without paragraphs": (
        "<div>one</div><div>two <b>bold</b><div>three</div>four</div>",
        "<p>one</p><p>two <strong>bold</strong></p><p>three</p><p>four</p>",
    ),
    "a table": (
        "<table><tr><td>one</td><td><i>two</i></td></tr><tr><th>three</th><td><p>four</p></td></tr></table>",
        "<table><tbody><tr><td><p>one</p></td><td><p><em>two</em></p></td></tr>"
        "<tr><th><p>three</p></th><td><p>four</p></td></tr></tbody></table>",
    ),
    "a table with a caption, a head and a foot": (
        "<table border=1><caption>A plan</caption><colgroup><col width=9></colgroup><tfoot><tr><td colspan=2>Walk.</td>"
        "</tr></tfoot><thead><tr><td>Week</td><th>Do</th></tr></thead><tr><td>1</td><td></td></tr></table>",
        "<p>A plan</p><table><tbody><tr><th><p>Week</p></th><th><p>Do</p></th></tr>"
        '<tr><td><p>1</p></td><td><p></p></td></tr><tr><td colspan="2"><p>Walk.</p></td></tr></tbody></table>',
    ),
    "Google Docs, a table": (
        google_docs(
            '<div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;">'
            '<colgroup><col width="301"><col width="301"></colgroup><tbody>'
            f'<tr style="height:0pt"><td style="padding:5pt"><p dir="ltr">{span("Week", font_weight=700)}</p></td>'
            f'<td><p dir="ltr">{span("Rest", font_weight=400)}</p></td></tr><tr><td><p>{span("1")}</p></td>'
            f"<td><ul><li><p>{span('ice')}</p></li></ul></td></tr></tbody></table></div>"
        ),
        "<table><tbody><tr><td><p><strong>Week</strong></p></td><td><p>Rest</p></td></tr>"
        "<tr><td><p>1</p></td><td><ul><li><p>ice</p></li></ul></td></tr></tbody></table>",
    ),
    "Word, a table": (
        "<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>"
        "<tr style='mso-yfti-irow:0'><td width=301 valign=top style='width:225.4pt'><p class=MsoNormal "
        "style='margin-bottom:0in'>Week<o:p></o:p></p></td><td><p class=MsoNormal><b>Rest</b><o:p></o:p></p></td></tr>"
        "<tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'><td><p class=MsoNormal>1<o:p></o:p></p></td>"
        "<td rowspan=1><p class=MsoNormal>Two<br>days<o:p></o:p></p></td></tr></table>",
        "<table><tbody><tr><td><p>Week</p></td><td><p><strong>Rest</strong></p></td></tr>"
        "<tr><td><p>1</p></td><td><p>Two<br>days</p></td></tr></tbody></table>",
    ),
    "Word, a table whose first row is bold": (
        "<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Week<o:p></o:p></b></p></td><td colspan=2>"
        "<p class=MsoNormal><b>Do</b><o:p></o:p></p></td></tr><tr><td><p class=MsoNormal><b>1</b></p></td>"
        "<td><p class=MsoNormal>Rest</p></td><td><p class=MsoNormal>Ice</p></td></tr></table>",
        '<table><tbody><tr><th><p><strong>Week</strong></p></th><th colspan="2"><p><strong>Do</strong></p></th></tr>'
        "<tr><td><p><strong>1</strong></p></td><td><p>Rest</p></td><td><p>Ice</p></td></tr></tbody></table>",
    ),
    "Google Docs, a table whose first row is bold below an empty corner": (
        google_docs(
            f'<table><tbody><tr><td><br></td><td><p dir="ltr">{span("Rest", font_weight=700)}</p></td></tr>'
            f"<tr><td><p>{span('1', font_weight=400)}</p></td><td><p>{span('ice')}</p></td></tr></tbody></table>"
        ),
        "<table><tbody><tr><th><p></p></th><th><p><strong>Rest</strong></p></th></tr>"
        "<tr><td><p>1</p></td><td><p>ice</p></td></tr></tbody></table>",
    ),
    "a table that is all bold": (
        "<table><tr><td><b>Week</b></td><td><b>Do</b></td></tr><tr><td><b>1</b></td><td><b>Rest</b></td></tr></table>",
        "<table><tbody><tr><td><p><strong>Week</strong></p></td><td><p><strong>Do</strong></p></td></tr>"
        "<tr><td><p><strong>1</strong></p></td><td><p><strong>Rest</strong></p></td></tr></tbody></table>",
    ),
    "a table with a bold title across it": (
        "<table><tr><td colspan=2><b>A plan</b></td></tr><tr><td>1</td><td>Rest</td></tr></table>",
        '<table><tbody><tr><td colspan="2"><p><strong>A plan</strong></p></td></tr>'
        "<tr><td><p>1</p></td><td><p>Rest</p></td></tr></tbody></table>",
    ),
    "a table whose first row is bold, with headings of its rows": (
        "<table><tr><td><b>Week</b></td><td><b>Do</b></td></tr><tr><th>1</th><td>Rest</td></tr></table>",
        "<table><tbody><tr><td><p><strong>Week</strong></p></td><td><p><strong>Do</strong></p></td></tr>"
        "<tr><th><p>1</p></th><td><p>Rest</p></td></tr></tbody></table>",
    ),
    "a table that places a page's parts": (
        "<table><tr><td><h2>Left</h2>a</td><td>b</td></tr><tr><td colspan=2>c</td></tr></table>",
        "<h2>Left</h2><p>a</p><p>b</p><p>c</p>",
    ),
    "a table in a table": (
        "<table><tr><td>one</td><td>two</td></tr><tr><td><table><tr><td>1</td><td>2</td></tr>"
        "<tr><td>3</td><td>4</td></tr></table></td><td>five</td></tr></table>",
        "<p>one</p><p>two</p><table><tbody><tr><td><p>1</p></td><td><p>2</p></td></tr>"
        "<tr><td><p>3</p></td><td><p>4</p></td></tr></tbody></table><p>five</p>",
    ),
    "a table of one column": ("<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>", "<p>One</p><p>Two</p>"),
    "a link around boxes": (
        '<a href="https://a.example/"><div>One</div><div>Two</div></a>',
        '<p><a href="https://a.example/">One</a></p><p><a href="https://a.example/">Two</a></p>',
    ),
}

# As LibreOffice Writer 7.4 wrote it with `soffice --headless --convert-to "html:HTML (StarWriter)"`, the filter of what
# it copies: a document with headings, bold and italic words, a link, lists and a table with a row of headings.
LIBREOFFICE = Path(__file__).with_name("pasted_from_libreoffice.html").read_text()
LIBREOFFICE_STORED = (
    '<h2>Stiff neck</h2><p>Rest is <strong>not</strong> <em>always</em> best. See <a href="https://a.example/">this</a>.'
    "</p><ul><li><p>Ice</p><ol><li><p>ten minutes</p></li></ol></li><li><p>Heat</p></li></ul><table><tbody><tr><th><p>"
    "<strong>Week</strong></p></th><th><p><strong>Do</strong></p></th></tr><tr><td><p>1</p></td><td><p>Rest</p>"
    "<p>and ice</p></td></tr></tbody></table><h2>Later</h2><p>Walk.</p>"
)


def as_shown(html):
    """Without the blanks at the beginnings of lines, which LibreOffice breaks anywhere and browsers do not show."""
    return re.sub(r"(<(?:p|h2)>) ", r"\1", re.sub(r"\s+", " ", html))
