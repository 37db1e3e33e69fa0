"""The body of a WordPress post becomes what an article keeps, and no word of it is lost in silence."""

import re
import time
from collections import Counter

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.body_pictures import make_figure
from articles.models import ArticleText
from clinic_site.old_site.bodies import (
    BodyError,
    FoundPicture,
    Link,
    Note,
    Surroundings,
    convert_body,
    stand_in,
    visible_words,
)
from clinic_site.old_site.items import Item

tidy = ArticleText._meta.get_field("body").tidy
FILES = {5: 5, 6: 6, 7: 7, "/uploads/knee.jpg": 5, "/uploads/neck-300x225.png": 6}
BLOCKS = {
    11: "<!-- wp:paragraph -->\n<p>Questions? Call us.</p>\n<!-- /wp:paragraph -->",
    12: 'Before <!-- wp:block {"ref":12} /--> after',
    13: '<!-- wp:block {"ref":14} /-->',
    14: '<!-- wp:block {"ref":13} /-->',
}
LINKS = {
    "/2022/03/neck/": Link("/articles/neck/"),
    "https://old.example/2022/03/neck/#pillow": Link("/articles/neck/"),
    "/gone/": Link("", "its page did not come"),
    "/uploads/knee.jpg": Link("", "it led to a picture"),
}


def figure(key, caption=""):
    return make_figure(stand_in(key), caption)


def convert(text):
    body = convert_body(
        Surroundings(
            item=Item(4, "https://old.example/?p=4", "post", "publish", body=text),
            find_block=BLOCKS.get,
            find_picture=FILES.get,
            attached_pictures=lambda: [7, 6],
            find_link=LINKS.get,
        )
    )
    assert tidy(body.html) == body.html  # a save changes nothing
    assert body.count_words() == Counter(visible_words(body.shown))
    return body


# Paragraphs


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("A\n\nB\nC", "<p>A</p><p>B<br>C</p>"),
        ("One\nTwo\n\nThree", "<p>One<br>Two</p><p>Three</p>"),
        ("A <strong>b</strong>\r\n\r\nC", "<p>A <strong>b</strong></p><p>C</p>"),
        ("Old\rMac", "<p>Old<br>Mac</p>"),
        ("x\n\n \n\t\ny", "<p>x</p><p>y</p>"),
        ("text<br />\nmore", "<p>text<br>more</p>"),
        ("&nbsp;\n\nx\n\n<p>&nbsp;</p><p></p>", "<p>x</p>"),
        ("<p>Has p</p>\n\nno p", "<p>Has p</p><p>no p</p>"),
        ("<div>x\n\ny</div>", "<p>x</p><p>y</p>"),
        ("<em>a\n\nb</em>", "<p><em>a</em></p><p><em>b</em></p>"),
        ("<blockquote>Q\n\nR</blockquote>", "<blockquote><p>Q</p><p>R</p></blockquote>"),
        ("<pre>a\n\nb</pre>", "<p>a<br><br>b</p>"),
        ("<h2>H</h2>\nText\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nTail",
         "<h2>H</h2><p>Text</p><ul><li><p>a</p></li><li><p>b</p></li></ul><p>Tail</p>"),
        ("<h2>H</h2>\nText\n<ul>\n \t<li><b>Overuse:</b> rest</li>\n</ul>",
         "<h2>H</h2><p>Text</p><ul><li><p><strong>Overuse:</strong> rest</p></li></ul>"),
        ("<h2>\nSpread\n</h2>text", "<h2>Spread</h2><p>text</p>"),
        ("<ul>\n \t<li>a\nb</li>\n</ul>", "<ul><li><p>a<br>b</p></li></ul>"),
        ("<li>loose</li>", "<p>loose</p>"),
        ("<b>Overuse:</b> muscle.\n<b>Weak:</b> <i>thigh</i>.",
         "<p><strong>Overuse:</strong> muscle.<br><strong>Weak:</strong> <em>thigh</em>.</p>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
        ("It's 5'10\" &quot;quoted&quot; caf&eacute; &lt;b&gt;", "<p>It's 5'10\" \"quoted\" café &lt;b&gt;</p>"),
        ("line<!-- c -->\nline2", "<p>line<br>line2</p>"),
        ("<!--more-->", ""),
        ("a\n<!--more Read on-->\nb\n\n<!--nextpage-->\n\nc", "<p>a</p><p>b</p><p>c</p>"),
        ("a<!--more-->b", "<p>ab</p>"),
        ("Last <b>bold <i>both</b> wrong</i> order",
         "<p>Last <strong>bold <em>both</em></strong><em> wrong</em> order</p>"),
        ("a\x0bb\x02c\ufffe", "<p>a bc</p>"),
        ("]]> and a[b[0]]>1", "<p>]]&gt; and a[b[0]]&gt;1</p>"),
    ],
)  # fmt: skip
def test_blank_lines_make_paragraphs_as_wordpress_showed_them(text, html):
    body = convert(text)
    assert (body.html, body.notes) == (html, [])


# Blocks


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!-- wp:paragraph -->\n<p>B\nb</p>\n<!-- /wp:paragraph -->\n\nloose\n\nwords",
         "<p>B b</p><p>loose</p><p>words</p>"),
        ('<!-- wp:columns {"a":{"b":1}} -->\n<div><!-- wp:column -->\n<div>Left.</div>\n<!-- /wp:column -->'
         "<!-- wp:column --><div>Right.</div><!-- /wp:column --></div>\n<!-- /wp:columns -->",
         "<p>Left.</p><p>Right.</p>"),
        ("<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>One\n<!-- wp:list -->\n<ul><li>Two</li></ul>\n"
         "<!-- /wp:list --></li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->",
         "<ul><li><p>One</p><ul><li><p>Two</p></li></ul></li></ul>"),
        ("<!-- wp:quote -->\n<blockquote><p>Rest.</p><cite>Our team</cite></blockquote>\n<!-- /wp:quote -->",
         "<blockquote><p>Rest.</p><p>Our team</p></blockquote>"),
        ("<!-- wp:details -->\n<details><summary>More</summary><p>Words.</p></details>\n<!-- /wp:details -->",
         "<p>More</p><p>Words.</p>"),
        ("<!-- wp:verse -->\n<pre>one\ntwo</pre>\n<!-- /wp:verse -->", "<p>one<br>two</p>"),
        ("<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n<!-- wp:spacer /-->", ""),
        ('<p>x</p>\n<!-- wp:html -->\n<div><script>x</script><p onclick="x()">y</p></div>\n<!-- /wp:html -->',
         "<p>x</p><p>y</p>"),
        ('<!-- wp:embed {"url":"https://a.example/v"} -->\n<figure class="wp-block-embed"><div>\nhttps://a.example/v\n'
         "</div></figure>\n<!-- /wp:embed -->", '<p><a href="https://a.example/v">https://a.example/v</a></p>'),
        ('<p>a</p><!-- wp:block {"ref":11} /--><p>b</p>', "<p>a</p><p>Questions? Call us.</p><p>b</p>"),
    ],
)  # fmt: skip
def test_blocks_become_what_they_showed(text, html):
    body = convert(text)
    assert (body.html, body.notes) == (html, [])


@pytest.mark.parametrize(
    ("text", "html", "what"),
    [
        ('<!-- wp:block {"ref":99} /-->', "", "reusable block 99, which the export does not hold"),
        ('<!-- wp:block {"ref":12} /-->', "<p>Before</p><p>after</p>",
         "reusable block 12, which contains itself or is nested too deeply"),
        ('<!-- wp:block {"ref":13} /-->', "", "reusable block 13, which contains itself or is nested too deeply"),
        ("<!-- wp:latest-posts /-->\n\n<!-- wp:latest-posts /-->", "",
         "dynamic block “latest-posts”: its content is not in the export"),
    ],
)  # fmt: skip
def test_a_block_that_cannot_come_is_named(text, html, what):
    body = convert(text)
    assert (body.html, body.notes) == (html, [Note(f"Left out: {what}")])


# Shortcodes


@pytest.mark.parametrize(
    ("text", "html", "notes"),
    [
        ("Some [1] brackets [sic] and [see below] stay.", "<p>Some [1] brackets [sic] and [see below] stay.</p>", []),
        ("[[escaped]] [[gallery ids=1]]", "<p>[escaped] [gallery ids=1]</p>", []),
        ("[[caption]x[/caption]]", "<p>[caption]x[/caption]</p>", []),
        ("[embed]https://a.example/v[/embed]", '<p><a href="https://a.example/v">https://a.example/v</a></p>', []),
        ("a\nhttps://a.example/v\nb", '<p>a<br><a href="https://a.example/v">https://a.example/v</a><br>b</p>', []),
        ("see https://a.example/v", "<p>see https://a.example/v</p>", []),
        ("[row][col]One[/col][col]Two[/col][/row]", "<p>One</p><p>Two</p>",
         [Note("Shortcode “row” removed; the words inside are kept"),
          Note("Shortcode “col” removed; the words inside are kept")]),
        ("A [mark]word[/mark].", "<p>A word.</p>",
         [Note("Shortcode “mark” removed; the words inside are kept")]),
        ('[toggle title="Why?"]Because.[/toggle]', "<p>Because.</p>",
         [Note("Shortcode “toggle” removed; the words inside are kept"),
          Note("Left out: shortcode", '[toggle title="Why?"]', is_lost=True)]),
        ('Go [button url="https://a.example/" text="Go"] on', "<p>Go on</p>",
         [Note("Left out: shortcode", '[button url="https://a.example/" text="Go"]', is_lost=True)]),
        ('a\n\n[contact-form-7 id="77" title="Ask us"]', "<p>a</p>",
         [Note("Left out: form", '[contact-form-7 id="77" title="Ask us"]', is_lost=True)]),
        ("[wpforms]", "", [Note("Left out: form", "[wpforms]", is_lost=True)]),
        ('[video src="https://a.example/v.mp4"][/video]', "",
         [Note("Left out: shortcode", '[video src="https://a.example/v.mp4"]', is_lost=True),
          Note("Left out: shortcode", "[/video]", is_lost=True)]),
        ("[playlist]", "", [Note("Left out: shortcode", "[playlist]", is_lost=True)]),
        ('<a href="/gone/" title="[x y=1]">w</a>', "<p>w</p>",
         [Note("Link removed: its page did not come", "w (/gone/)")]),
    ],
)  # fmt: skip
def test_shortcodes_are_read_kept_or_named(text, html, notes):
    body = convert(text)
    assert (body.html, body.notes) == (html, notes)


# Pictures

KNEE = '<img class="size-medium" src="/uploads/knee.jpg" alt="A knee" width="300" />'


def test_pictures_stand_where_they_stood():
    body = convert(
        f"a\n{KNEE}\nb\n<h2>One</h2>\n{KNEE} Words beside it.\n<h2>Two</h2>\n[gallery ids='6,7']\n"
        f"<ul><li>c {KNEE}</li></ul>"
    )
    assert [each.attachment for each in body.pictures] == [5, 5, 6, 7, 5]
    assert body.html == (
        f"<p>a<br>b</p>{figure(5)}<h2>One</h2>{figure(5)}<p>Words beside it.</p>"
        f"<h2>Two</h2>{figure(6)}{figure(7)}<ul><li><p>c</p>{figure(5)}</li></ul>"
    )


def test_a_heading_that_is_a_picture_alone_is_none():
    body = convert(f"<h2>{KNEE}</h2><h2>Why</h2><img src='/uploads/neck-300x225.png'>")
    assert (body.html, body.pictures) == (
        f"{figure(5)}<h2>Why</h2>{figure(6)}",
        [FoundPicture(5, "A knee"), FoundPicture(6)],
    )


@pytest.mark.parametrize(
    "text",
    [
        f'[caption id="a_5" width="300"]<a href="/uploads/knee.jpg">{KNEE}</a> The <em>knee</em>, bent[/caption]',
        f'[caption id="attachment_5" caption="The knee, bent"]{KNEE}[/caption]',
        f"<!-- wp:image -->\n<figure>{KNEE}<figcaption>The knee, bent</figcaption></figure>\n<!-- /wp:image -->",
    ],
)
def test_a_caption_stays_below_its_picture(text):
    body = convert(f"a\n\n{text}\n\nb")
    assert body.html.replace("<em>knee</em>", "knee") == f"<p>a</p>{figure(5, 'The knee, bent')}<p>b</p>"
    assert [each.alternative_text for each in body.pictures] == ["A knee"]
    assert body.notes == []


def test_a_link_in_a_caption_stays_or_is_named():
    links = '<a href="https://x.example/me">Me</a>, <a href="/gone/">gone</a>'
    body = convert(f"<figure>{KNEE}<figcaption>By {links}</figcaption></figure>")
    assert body.html == figure(5, 'By <a href="https://x.example/me">Me</a>, gone')
    assert body.notes == [Note("Link removed: its page did not come", "gone (/gone/)")]


def test_marks_in_a_caption_are_words():
    body = convert(f'<figure>{KNEE}<figcaption>Ice &amp; heat &lt;b&gt; "a"</figcaption></figure>')
    assert body.html == figure(5, 'Ice &amp; heat &lt;b&gt; "a"')


def test_a_gallery_shows_the_pictures_that_it_names_or_those_of_the_post():
    for text, keys in [
        ('[gallery columns="2" ids="6,5"]', [6, 5]),
        ("[gallery]", [7, 6]),
        ("[gallery exclude=7]", [6]),
    ]:
        body = convert(text)
        assert (body.html, body.notes) == ("".join(map(figure, keys)), [])


def test_a_gallery_of_blocks_shows_its_pictures_and_keeps_its_caption():
    body = convert(
        f"<!-- wp:gallery -->\n<figure><!-- wp:image --><figure>{KNEE}</figure><!-- /wp:image -->"
        '<figure><img src="/x.jpg" class="wp-image-6"></figure><figcaption>Both</figcaption></figure>\n'
        "<!-- /wp:gallery -->"
    )
    assert (body.html, body.pictures) == (
        f"{figure(5)}{figure(6)}<p>Both</p>",
        [FoundPicture(5, "A knee"), FoundPicture(6)],
    )


def test_a_picture_may_stand_in_two_places():
    body = convert(f"<img src='/uploads/knee.jpg'><h2>Why</h2><figure>{KNEE}<figcaption>Again</figcaption></figure>")
    assert body.html == f"{figure(5)}<h2>Why</h2>{figure(5, 'Again')}"
    assert body.notes == []


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("https://other.example/a.jpg", "https://other.example/a.jpg"),
        ("/uploads/missing.jpg", "/uploads/missing.jpg"),
        ("data:image/gif;base64,R0lGODlhAQABAAAAACw=", "data:image/gif;base64,"),
    ],
)
def test_a_picture_that_is_not_there_is_named_with_its_caption(source, named):
    body = convert(f'[caption width="1"]<img src="{source}" alt="dot"> Words[/caption]')
    assert (body.html, body.pictures) == ("", [])
    assert body.notes == [
        Note(f"Left out: picture not found, {named}", "dot"),
        Note("Left out: caption of that picture", "Words", is_lost=True),
    ]


# Headings, tables, lists of definitions


@pytest.mark.parametrize(
    ("levels", "kept"),
    [("123456", "223333"), ("2234", "2233"), ("334", "223"), ("45", "23"), ("55", "22"), ("23", "23")],
)
def test_headings_are_set_to_two_levels_the_upper_of_which_is_there(levels, kept):
    body = convert("".join(f"<h{level}>Level {level}</h{level}>\nText\n" for level in levels) + "<h2></h2>")
    html = "".join(f"<h{k}>Level {level}</h{k}><p>Text</p>" for level, k in zip(levels, kept, strict=True))
    changed = "; ".join(f"Level {level}" for level, k in zip(levels, kept, strict=True) if level != k)
    notes = [Note("Headings moved to the two levels that articles have", changed)] if changed else []
    assert (body.html, body.notes) == (html, notes)


@pytest.mark.parametrize(
    ("table", "html"),
    [
        ("<table><tr><th>Week</th><td>1</td></tr></table>",
         "<table><tbody><tr><th><p>Week</p></th><td><p>1</p></td></tr></tbody></table>"),
        ("<table class=x><caption>A plan</caption><thead><tr><th>Week</th><td>Do</td></tr></thead>"
         "<tr><td>1<br>2</td><td><p>Rest</p></td></tr><tr><td colspan=2>3</td></tr></table>",
         "<p>A plan</p><table><tbody><tr><th><p>Week</p></th><th><p>Do</p></th></tr>"
         '<tr><td><p>1<br>2</p></td><td><p>Rest</p></td></tr><tr><td colspan="2"><p>3</p></td></tr></tbody></table>'),
        ("<table><tr><td><b>Week</b></td><td><b>Do</b></td></tr><tr><td>1</td><td>Rest</td></tr></table>",
         "<table><tbody><tr><th><p><strong>Week</strong></p></th><th><p><strong>Do</strong></p></th></tr>"
         "<tr><td><p>1</p></td><td><p>Rest</p></td></tr></tbody></table>"),
        ('<!-- wp:table --><figure class="wp-block-table"><table><tbody><tr><td>Ice</td><td>cools</td></tr>'
         "<tr><td>Heat</td><td></td></tr></tbody></table><figcaption>Falls</figcaption></figure><!-- /wp:table -->",
         "<table><tbody><tr><td><p>Ice</p></td><td><p>cools</p></td></tr>"
         "<tr><td><p>Heat</p></td><td><p></p></td></tr></tbody></table><p>Falls</p>"),
    ],
)  # fmt: skip
def test_tables_and_their_captions_come(table, html):
    body = convert(table)
    assert (body.html, body.notes) == (html, [])


@pytest.mark.parametrize(
    ("table", "html", "words"),
    [
        ("<table><tr><td><h2>Left</h2>a</td><td>b</td></tr></table>", "<h2>Left</h2><p>a</p><p>b</p>", "Left a b"),
        ("<table><tr><td>One</td></tr><tr><td>Four</td></tr></table>", "<p>One</p><p>Four</p>", "One Four"),
        ("<table><tr><td>One</td><td>Four</td></tr></table>", "<p>One</p><p>Four</p>", "One Four"),
    ],
)
def test_tables_that_only_place_things_become_paragraphs_and_are_named(table, html, words):
    body = convert(table)
    assert (body.html, body.notes) == (html, [Note("Table turned into paragraphs", words)])


def test_a_picture_in_a_table_comes():
    body = convert(f"<table><tr><td>{KNEE}</td><th>Knee</th></tr></table>")
    table = f"<table><tbody><tr><td>{figure(5)}</td><th><p>Knee</p></th></tr></tbody></table>"
    assert (body.html, body.pictures) == (table, [FoundPicture(5, "A knee")])


def test_a_table_of_pictures_alone_becomes_a_row_of_them():
    body = convert(f"<table><tr><td>{KNEE}</td><td></td></tr><tr><td>{KNEE}</td><td></td></tr></table><p>Rest</p>")
    assert (body.html, body.notes) == (f"{figure(5)}{figure(5)}<p>Rest</p>", [])


def test_definitions_become_items_that_begin_in_bold():
    body = convert("<dl><dt>Ice</dt><dd>cools</dd><dt>Heat?</dt><dd>warms</dd><dd>after days</dd></dl>")
    assert body.html == (
        "<ul><li><p><strong>Ice:</strong> cools</p></li><li><p><strong>Heat?</strong> warms<br>after days</p></li></ul>"
    )


# Links


@pytest.mark.parametrize(
    ("text", "html", "notes"),
    [
        ('<a href="/2022/03/neck/" target="_blank">n</a>', '<p><a href="/articles/neck/">n</a></p>', []),
        ('<a href="https://other.example/?a=1&amp;b=2">n</a>',
         '<p><a href="https://other.example/?a=1&amp;b=2">n</a></p>', []),
        ('<a href="tel:+17085550100">n</a>', '<p><a href="tel:+17085550100">n</a></p>', []),
        ("<a>n</a><a href='/gone/'></a>", "<p>n</p>", []),
        ('<a href="/gone/">n</a>', "<p>n</p>", [Note("Link removed: its page did not come", "n (/gone/)")]),
        ('<a href=" java&#10;script:x()">n</a>', "<p>n</p>",
         [Note("Link removed: it began with javascript:", "n")]),
        ('<a href="data:text/html,x">n</a>', "<p>n</p>",
         [Note("Link removed: it began with data:", "n")]),
        ('<a href="#b">n</a><h2 id="a">A</h2><h3>Q</h3><h2><span id="b">B</span></h2>',
         '<p><a href="#section-2">n</a></p><h2>A</h2><h3>Q</h3><h2>B</h2>', []),
        ('<a href="#b">n</a><p>w</p><div id="b"><a name="c"></a> <h2>A</h2></div>',
         '<p><a href="#section-1">n</a></p><p>w</p><h2>A</h2>', []),
        ('<a href="#b">n</a><p id="b">w</p><h2>A</h2>', "<p>n</p><p>w</p><h2>A</h2>",
         [Note("Link removed: it led to another place in the article", "n")]),
        ('<a href="#%C3%A9">n</a><h2 id="é">A</h2>', '<p><a href="#section-1">n</a></p><h2>A</h2>', []),
        ('<a href="#q">n</a><blockquote><h2 id="q">Q</h2></blockquote>', "<p>n</p><blockquote><h2>Q</h2></blockquote>",
         [Note("Link removed: it led to another place in the article", "n")]),
        (f'<a href="/uploads/knee.jpg">{KNEE}</a>', figure(5), []),
    ],
)  # fmt: skip
def test_links_lead_on_or_are_named(text, html, notes):
    body = convert(text)
    assert (body.html, body.notes) == (html, notes)


# What has no place in an article


@pytest.mark.parametrize(
    ("text", "html", "notes"),
    [
        ("a<script>x</script><style>y</style><!-- z --><template>t</template>", "<p>a</p>", []),
        ('<iframe src="https://maps.example/"></iframe>', "", [Note("Left out: embedded page, https://maps.example/")]),
        ('<iframe src="https://www.youtube.com/embed/aaaaaaaaaaa?rel=0"></iframe>',
         '<p><a href="https://www.youtube.com/watch?v=aaaaaaaaaaa">https://www.youtube.com/watch?v=aaaaaaaaaaa</a></p>',
         [Note("Embedded video turned into a link", "https://www.youtube.com/watch?v=aaaaaaaaaaa", is_added=True)]),
        ("<figure><video controls><source src='/v.mp4'>fallback</video></figure>", "",
         [Note("Left out: video, /v.mp4")]),
        ("$50 <s>now</s> <del>gone</del> <u>free</u>", "<p>$50 free</p>",
         [Note("Left out: struck-through words", "now", is_lost=True),
          Note("Left out: struck-through words", "gone", is_lost=True)]),
        ('a <span style="display: none">b</span>', "<p>a</p>",
         [Note("Left out: hidden words", "b", is_lost=True)]),
        ("<form><label>Name</label><input><button>Send</button></form>a", "<p>a</p>",
         [Note("Left out: form", "NameSend", is_lost=True)]),
        ('a<iframe src="/x"><p>b</p></iframe>c<left-out>d</left-out>', "<p>a c</p>",
         [Note("Left out: embedded page, /x"), Note("Left out: shortcode", "d", is_lost=True)]),
        ("<s><img src='/uploads/knee.jpg'>x</s>", figure(5),
         [Note("Left out: struck-through words", "x", is_lost=True)]),
        ('a <svg viewBox="0 0 1 1"><title>Knee</title><style>b{}</style><text>One</text><text>Two</text></svg> b',
         "<p>a b</p>", [Note("Left out: drawing", "Knee One Two", is_lost=True)]),
        ("a <svg><path d='M0 0'/></svg> b <SVG><g></g></SVG>", "<p>a b</p>", [Note("Left out: drawing", is_lost=True)]),
        ("<math><mi>x</mi><mo>=</mo><mn>2</mn></math>", "", [Note("Left out: formula", "x = 2", is_lost=True)]),
        ("""<div style="color:red;background: url('/b.jpg') top">a</div>""", "<p>a</p>",
         [Note("Left out: background picture, /b.jpg")]),
        ("<p>1.&nbsp; One</p><p>2.&nbsp; Two</p>", "<ol><li><p>One</p></li><li><p>Two</p></li></ol>",
         [Note("Left out: other words", "1 2", is_lost=True)]),
    ],
)  # fmt: skip
def test_what_has_no_place_is_left_out_and_named(text, html, notes):
    body = convert(text)
    assert (body.html, body.notes) == (html, notes)


def test_an_address_that_is_unwrapped_as_it_is_stored_is_named():
    body = convert("See https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fx.")
    assert body.html == "<p>See https://a.example/x.</p>"
    assert body.notes == [
        Note("Left out: other words", "https www google com url q 3A 2F 2Fa 2Fx", is_lost=True),
        Note("Added words", "a x", is_added=True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- wp:block [1] /-->a",
        "<!-- wp:block " + "[" * 20_000 + " /-->a",
        '<!-- wp:block {"ref":"11"} /-->a',
        '<a href="http://[bad">a</a>',
        "<svg>" + '<path d="M0 0"/>' * 200 + "</svg>a",
        '<a href="">a</a>',
        f'<img data-id="²" class="wp-image-{"9" * 5_000}">a',
        f'[gallery ids="²,{"9" * 5_000}"]a',
        "\U000f0000\U000f0001a",
    ],
)
def test_broken_pieces_do_not_end_the_conversion(text):
    assert convert(text).html == "<p>a</p>"


# No word is lost in silence

PIECES = st.recursive(
    st.sampled_from(["word", "word ", "\n\nword", "\nword\n", " ", "<br>", KNEE, "<img src='/x.jpg'>", "&nbsp;",
                     "<!--more-->", "[sic]", "[gallery]", '[button text="word"]', "[[word]]", "<hr>"]),
    lambda inner: st.builds(
        lambda template, pieces: template.format("".join(pieces)),
        st.sampled_from([
            *(f"<{name}>{{}}</{name}>" for name in [
                "p", "div", "h1", "h2", "h4", "b", "i", "em", "span", "s", "ul", "ol", "li", "blockquote", "dl", "dt",
                "dd", "table", "tr", "td", "th", "pre", "figure", "figcaption", "details", "form", "section"]),
            '<a href="https://a.example/">{}</a>', '<a href="/gone/">{}</a>', "[caption width=1]{}[/caption]",
            "[col]{}[/col]", "[box a=b]{}[/box]", "<table><tr><td>{}</td><td>word</td></tr></table>",
            "<table><caption>word</caption><tr><th>{}</th><th>word</th></tr><tr><td>word</td></tr></table>",
            "<figure><img src='/uploads/knee.jpg' alt='word'><figcaption>{}</figcaption></figure>", "{}<p>", "{}<b>",
            "<!-- wp:group -->\n{}\n<!-- /wp:group -->", "<iframe src='/x'></iframe>{}",
            "<dl><dt>word</dt><dd>{}</dd></dl>",
        ]),
        st.lists(inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)  # fmt: skip


@pytest.mark.whole
@settings(deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=6))
def test_each_word_is_stored_or_named_once(pieces):
    text = "".join(pieces)
    numbers = iter(range(1000))
    text = re.sub("word", lambda _: f"w{next(numbers)}x", text)
    body = convert(text)
    alternative_texts = re.findall(r"alt='(w\d+x)'", text)
    came = Counter(re.findall(r"w\d+x", text)) - Counter(alternative_texts)
    told = [body.html, *(note.words for note in body.notes if note.is_lost)]
    assert Counter(re.findall(r"w\d+x", " ".join(told))) == came
    assert not {"Added words"} & {note.what for note in body.notes}
    gaps = re.sub(r"</?(?:strong|em|a)\b[^>]*>", "", body.html)
    glued = {word for word in re.findall(r"\w+", gaps) if word.count("x") > 1}
    assert not glued - set(visible_words(body.shown))


@pytest.mark.parametrize(
    "html",
    [
        "<p>One <b>two</b>three</p><h1>Four</h1><h4>Five</h4>",
        "<table><tr><td>a<td>b</table><dl><dt>c<dd>d</dl>e<br>f",
        "x&amp;y &lt;b&gt; 10<sup>9</sup> <i>un<b>closed",
        "<ul><li>a<li>b</ul>Zażółć&nbsp;gęślą<script>no</script><style>no</style><!-- no -->",
    ],
)
def test_visible_words_are_those_that_a_browser_shows(html):
    page = BeautifulSoup(html, "html5lib").body
    for element in page.find_all(["script", "style"]):
        element.decompose()
    lines = re.sub(r"</?(?:b|i|sup)>", "", str(page))
    assert visible_words(html) == re.findall(r"\w+", BeautifulSoup(re.sub(r"<[^>]*>", " ", lines), "html5lib").text)


# Hostile bodies


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("word " * 1_000_000, "The body has 5,000,000 characters; at most 200,000 can be converted."),
        ("<div>" * 10_000 + "x", "More than 100 tags are open at once in the body."),
        ("<b id=1>x<p>" * 10_000, "More than 100 tags are open at once in the body."),
        ("x\n\n" * 60_000, "The body has 119,998 tags; at most 6,000 can be converted."),
        ("[a b=1]" * 20_000, "The body has 40,000 tags; at most 6,000 can be converted."),
        ("[gallery]" * 20_000, "The galleries of the body have more than 6,000 pictures."),
    ],
)
def test_a_body_that_is_too_much_is_refused_in_a_sentence(text, sentence):
    started = time.process_time()
    with pytest.raises(BodyError) as error:
        convert(text)
    assert str(error.value) == sentence
    assert time.process_time() - started < 3


@pytest.mark.whole
@pytest.mark.parametrize(
    "text",
    [
        "[col]" * 15_000 + "x" + "[/col]" * 15_000,
        "[caption]" * 90 + KNEE + "[/caption]" * 90,
        "<table><tr><td>" * 30 + "x",
        "<dl><dt>a<dd>" * 90 + "x",
        "<ul><li>" * 90 + "x",
        "<!-- wp:a " * 19_000,
        "<!-- wp:a" + " " * 190_000,
        "<!--" * 45_000,
        "[" * 190_000,
        "[a " + "x" * 190_000 + "]",
        "[a " + "b=c " * 45_000 + "]",
        " \n" * 90_000,
        "a" + " " * 190_000 + "b",
        "a" + "\t" * 190_000 + KNEE + "https://a.example/",
        "· one\n" * 5_000,
        "<p>word</p>\n" * 2_900,
        "<pre>" + "a\n" * 5_000,
        "https://a.example/\n" * 2_900,
        "<table>" + "<tr><td>a</td><td>b</td></tr>" * 900,
    ],
)
def test_long_and_odd_bodies_take_no_long_time(text):
    started = time.process_time()
    convert(text)
    assert time.process_time() - started < 10


def test_a_picture_within_the_text_does_not_count_for_its_length():
    body = convert(f'<img src="data:image/png;base64,{"iVBORw0KGgo" * 100_000}">Words')
    assert body.html == "<p>Words</p>"


@pytest.mark.whole
def test_reusable_blocks_in_blocks_do_not_multiply():
    text = '<!-- wp:block {"ref":1} /-->'
    blocks = {number: f'<!-- wp:block {{"ref":{number + 1}}} /-->' * 5 for number in range(1, 1_000)}
    surroundings = Surroundings(Item(4, "", "post", "publish", body=text), blocks.get, FILES.get, list, LINKS.get)
    started = time.process_time()
    with pytest.raises(BodyError, match="reusable blocks"):
        convert_body(surroundings)
    assert time.process_time() - started < 5
