"""What is read from an export of WordPress, what is refused, and of what no word is kept."""

import io
import json
import tracemalloc
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from clinic_site.old_site import reading
from clinic_site.old_site.items import Item, Term, from_json, to_json
from clinic_site.old_site.php import read_sizes
from clinic_site.old_site.reading import Export, ExportError
from tests.old_site import ADDRESS, NAMESPACE, make_export, make_item, make_picture, serialize

MAKE_ONE = "Make one in WordPress under Tools, Export. If you have a ZIP file, unzip it first."
NO_EXPORT = f"The file is not a WordPress export. {MAKE_ONE}"
STRANGE = "The file contains something that no WordPress export contains. Export it again, and do not edit the file."


def opened(text):
    return io.BytesIO(text if isinstance(text, bytes) else text.encode())


def read(*items, **changes):
    return list(Export([opened(make_export(*items, **changes))]))


def read_one(number=4, *words, **changes):
    [item] = read(make_item(number, *words, **changes))
    return item


def read_through(*texts):
    """The export, after everything is read."""
    export = Export([opened(text) for text in texts])
    list(export)
    return export


def refusal(text):
    with pytest.raises(ExportError) as refused:
        list(Export([opened(text)]))
    return str(refused.value)


def full_item():
    return make_item(
        4,
        "Stiff neck &amp; shoulders",
        "First.\n\n[gallery]",
        date="2022-06-18 23:30:00",
        gmt="2022-06-19 04:30:00",
        excerpt="What <em>to</em> know",
        parent=3,
        order=-2,
        categories={"neck": "Neck", "neck-back": "Neck &amp; back"},
        tags={"żel": "żel &amp; lód"},
        language="pl",
        group="pll_1",
        meta={
            "_wp_old_slug": ["first-name", "szyja-%c5%bc"],
            "_wp_old_date": ["2021-01-20", "2021-02-03"],
            "_thumbnail_id": 7,
            "_yoast_wpseo_primary_category": 3,
            "_yoast_wpseo_metadesc": "Why a neck is stiff.",
            "_edit_lock": "1654:1",
        },
    )


# What is read


def test_post_is_read_with_all_that_belongs_to_it():
    assert read(full_item()) == [
        Item(
            post_id=4,
            guid=f"{ADDRESS}/?p=4",
            type="post",
            status="publish",
            title="Stiff neck & shoulders",
            slug="stiff-neck-amp-shoulders",
            link=f"{ADDRESS}/2022/06/stiff-neck-amp-shoulders/",
            body="First.\n\n[gallery]",
            excerpt="What to know",
            posted_at=datetime(2022, 6, 19, 4, 30, tzinfo=UTC),
            posted_on=date(2022, 6, 18),
            author="editor",
            parent_id=3,
            menu_order=-2,
            categories=(Term("neck", "Neck"), Term("neck-back", "Neck & back")),
            tags=(Term("żel", "żel & lód"),),
            language="pl",
            translation_group="pll_1",
            old_slugs=("first-name", "szyja-ż"),
            old_days=(date(2021, 1, 20), date(2021, 2, 3)),
            featured_id=7,
            primary_category_id=3,
            description="Why a neck is stiff.",
        )
    ]


def test_picture_is_read_with_its_files():
    [picture] = read(
        make_picture(
            6,
            "2022/06/shoulder-scaled.jpg",
            original="shoulder.jpg",
            sizes=["shoulder-300x225.jpg", "shoulder-150x150.jpg", "shoulder-150x150.jpg"],
            meta={"_wp_attachment_image_alt": ["A <b>shoulder</b> &amp; an arm ", "Another text"]},
        )
    )
    assert (picture.type, picture.status, picture.alternative_text) == ("attachment", "inherit", "A shoulder & an arm")
    assert picture.file == "2022/06/shoulder-scaled.jpg"
    assert picture.original_file == "2022/06/shoulder.jpg"
    assert picture.sizes == ("shoulder-300x225.jpg", "shoulder-150x150.jpg")
    assert picture.file_address == f"{ADDRESS}/wp-content/uploads/2022/06/shoulder-scaled.jpg"


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "not serialized",
        'O:8:"stdClass":1:{s:14:"original_image";s:5:"a.jpg";}',
        'a:1:{s:14:"original_image";O:8:"stdClass":0:{}}',
        'a:1:{s:14:"original_image";s:9999:"a.jpg";}',
        'a:9:{s:14:"original_image";s:5:"a.jpg";}',
        'a:1:{s:5:"sizes";s:5:"a.jpg";}',
        "a:1:{" * 5000,
        serialize({"original_image": 7}),
        serialize({"original_image": "../../settings.py"}),
        serialize({"sizes": {"medium": {"file": "..\\settings.py"}}}),
        serialize({"original_image": "a.jpg"})[:-1],
        'a:1:{a:0:{}s:5:"a.jpg";}',
    ],
)
def test_odd_notes_on_sizes_are_given_up(odd):
    assert read_sizes(odd) == ("", ())


def test_numbers_and_other_values_between_the_sizes_are_passed_over():
    sizes = serialize({"medium": {"file": "b.jpg"}})
    noted = 'a:5:{s:5:"width";i:400;s:4:"crop";b:1;s:5:"ratio";d:1.5E-7;s:4:"none";N;s:5:"sizes";'
    assert read_sizes(f"{noted}{sizes}}}") == ("", ("b.jpg",))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ice &amp; heat", "Ice & heat"),
        ("Ice & heat", "Ice & heat"),
        ("Ice &#038; <em>heat</em>", "Ice & heat"),
        ("Ice<br />heat", "Ice heat"),
        ("&amp;lt;b&amp;gt; &lt;b&gt;", "&lt;b&gt; <b>"),
        ("Pain < 3 or > 5", "Pain < 3 or > 5"),
        (" Ice \n heat ", "Ice heat"),
        ("The end ]]> of it", "The end ]]> of it"),
        ("", ""),
    ],
)
def test_title_is_read_as_it_was_shown(written, shown):
    assert read_one(4, written).title == shown


def test_end_of_a_section_inside_a_text_is_read_as_it_was_written():
    item = read_one(4, "T", "If a[b[0]]]>1, rest. And ]]]]>]]> again.", excerpt="and ]]> here")
    assert (item.body, item.excerpt) == ("If a[b[0]]]>1, rest. And ]]]]>]]> again.", "and ]]> here")


def test_slug_loses_what_no_database_takes():
    assert read_one(slug="stiff\x00neck").slug == "stiffneck"


def test_arabic_slug_is_decoded_and_the_link_stays_as_it_is():
    item = read_one(slug="ألم-الكتف")
    assert item.slug == "ألم-الكتف"
    assert item.link == f"{ADDRESS}/2022/06/%d8%a3%d9%84%d9%85-%d8%a7%d9%84%d9%83%d8%aa%d9%81/"


def test_ampersand_in_a_link_is_decoded():
    assert read_one(link=f"{ADDRESS}/?p=4&#038;lang=pl").link == f"{ADDRESS}/?p=4&lang=pl"


@pytest.mark.parametrize("gmt", ["0000-00-00 00:00:00", "-0001-11-30 00:00:00", "", "0001-01-01 00:00:00"])
def test_draft_without_a_time_has_none(gmt):
    item = read_one(status="draft", slug="", gmt=gmt)
    assert (item.posted_at, item.slug, item.link) == (None, "", f"{ADDRESS}/?p=4")


@pytest.mark.parametrize("status", ["publish", "draft", "pending", "future", "private", "trash"])
def test_each_status_is_told(status):
    assert read_one(status=status).status == status


def test_only_that_there_is_a_password_is_known():
    item = read_one(password="open & shut")
    assert item.has_password
    assert "shut" not in repr(item)
    assert not read_one().has_password


def test_posts_name_their_author_as_addresses_do():
    export = read_through(make_export(make_item(4, author="jan.nowak@mail.example"), authors=["Clinic Editor"]))
    assert export.site.authors == {"clinic-editor", "jan-nowakmail-example"}
    [item] = export
    assert item.author == "jan-nowakmail-example"


def test_empty_guid_becomes_the_one_that_wordpress_makes():
    text = make_export(make_item(4)).replace(f">{ADDRESS}/?p=4</guid>", "></guid>")
    [item] = Export([opened(text)])
    assert item.guid == f"{ADDRESS}/?p=4"


@pytest.mark.parametrize(
    ("meta", "description"),
    [
        ({"rank_math_description": "Why &amp; when"}, "Why & when"),
        ({"_yoast_wpseo_metadesc": "By Yoast", "rank_math_description": "By Rank Math"}, "By Yoast"),
        ({"_yoast_wpseo_metadesc": "Half, 50 % to 60 %"}, "Half, 50 % to 60 %"),
        ({"_yoast_wpseo_metadesc": "%%excerpt%% at the clinic"}, ""),
        ({"rank_math_description": "%excerpt%"}, ""),
    ],
)
def test_description_for_search_engines_is_read_unless_it_is_a_template(meta, description):
    assert read_one(meta=meta).description == description


def test_language_of_wpml_is_read():
    assert read_one(meta={"_icl_lang_code": "es"}).language == "es"


# The site


def test_lists_of_the_site_are_read():
    categories = [Term("neck-back", "Neck &amp; back", 2), Term("ból", "Ból", 3, "neck-back")]
    export = read_through(make_export(categories=categories, tags=[Term("sleep", "sleep &amp; rest", 6)]))
    assert vars(export.site) == {
        "title": "Old Clinic",
        "address": ADDRESS,
        "language": "en-US",
        "categories": {
            "neck-back": Term("neck-back", "Neck & back", 2),
            "ból": Term("ból", "Ból", 3, "neck-back"),
        },
        "tags": {"sleep": Term("sleep", "sleep & rest", 6)},
        "authors": {"editor"},
    }


def test_export_of_posts_only_takes_its_categories_from_them():
    export = read_through(make_export(full_item(), authors=[]))
    assert export.site.categories == {"neck": Term("neck", "Neck"), "neck-back": Term("neck-back", "Neck & back")}
    assert export.site.tags == {"żel": Term("żel", "żel & lód")}
    assert export.site.authors == {"editor"}


def test_several_files_are_one_export():
    listing = make_export(make_picture(7), categories=[Term("neck", "Neck", 3)])
    export = read_through(make_export(make_item(4, categories={"neck": "Neck"}, comments=["One"])), listing)
    assert [item.post_id for item in export] == [4, 7]
    assert export.site.categories == {"neck": Term("neck", "Neck", 3)}
    assert export.left_out == {"comment": 1}


def test_each_loop_reads_the_same():
    export = read_through(make_export(full_item(), make_picture(7), make_item(8, type="feedback", comments=["x"])))
    site, left_out = repr(export.site), dict(export.left_out)
    assert list(export) == list(export)
    assert (repr(export.site), export.left_out) == (site, left_out)


def test_site_stays_whole_while_it_is_read_again():
    export = read_through(make_export(full_item()))
    next(iter(export))
    assert list(export.site.categories) == ["neck", "neck-back"]


# Forms of the file


def test_export_of_wordpress_3_0_is_read():
    text = (
        make_export(make_item(4, "Ice &amp;amp; heat", "First."))
        .replace("<![CDATA[", "")
        .replace("]]>", "")
        .replace("export/1.2/", "export/1.0/")
        .replace(
            "<item>",
            "<wp:category><wp:category_nicename>neck</wp:category_nicename><wp:category_parent>Neck &amp; back"
            "</wp:category_parent><wp:cat_name>Neck</wp:cat_name></wp:category><wp:category><wp:category_nicename>both"
            "</wp:category_nicename><wp:cat_name><![CDATA[Neck &amp; back]]></wp:cat_name></wp:category><item>"
            '<category>Neck</category><category domain="category" nicename="neck">Neck</category>'
            '<category domain="tag">sleep</category><category domain="tag" nicename="sleep">sleep</category>',
        )
    )
    export = Export([opened(text)])
    [item] = export
    assert (item.title, item.body) == ("Ice & heat", "First.")
    assert (item.categories, item.tags) == ((Term("neck", "Neck"),), (Term("sleep", "sleep"),))
    assert export.site.categories == {"neck": Term("neck", "Neck", 0, "both"), "both": Term("both", "Neck & back")}


def test_export_of_wordpress_com_is_read():
    text = make_export(full_item()).replace("http://wordpress.org/", "https://wordpress.org/")
    assert list(Export([opened(text)])) == read(full_item())


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace("\n<", "<"),
        lambda text: text.replace("\n<", "\r\n\t\t<"),
        lambda text: f"\ufeff\n\n{text}",
        lambda text: text.replace('encoding="UTF-8"', 'encoding="ISO-8859-2"'),
    ],
    ids=["one line", "many lines", "empty lines before it", "another encoding named"],
)
def test_other_shapes_of_the_same_file_are_read_alike(changed):
    [item] = Export([opened(changed(make_export(full_item())))])
    assert item == read(full_item())[0]


def test_file_is_a_path_or_an_uploaded_file(tmp_path):
    text, path = make_export(full_item()), tmp_path / "old.xml"
    path.write_text(text)
    for file in (path, str(path), SimpleUploadedFile("old.xml", text.encode())):
        export = Export([file])
        assert list(export) == list(export) == read(full_item())


def test_forbidden_characters_are_dropped_and_counted_for_their_item():
    body = "Pasted\x0bfrom\x02 a word\x1e\ufffe processor 😀.\ufffd"
    first, second = read(make_item(4, "A\x00B"), make_item(5, "Word", body))
    assert (first.title, first.dropped) == ("AB", 1)
    assert (second.body, second.dropped) == ("Pasted from a word processor 😀.\ufffd", 4)


def test_broken_bytes_are_replaced():
    text = make_export(make_item(4, body="caf\u00e9")).encode().replace(b"caf\xc3\xa9", b"caf\xe9 \xed\xa0\x80")
    [item] = Export([opened(text)])
    assert item.body.replace("\ufffd", "?").startswith("caf? ?")


@pytest.mark.parametrize("space", range(7))
def test_letters_across_two_chunks_are_read_whole(space):
    body = "x" * (65_536 + space) + "ألم 😀\x0b" * 20_000
    item = read_one(body=body)
    assert (item.body, item.dropped) == (body.replace("\x0b", " "), 20_000)


# What is left out


def test_messages_comments_and_unknown_types_are_only_counted():
    words = "My shoulder hurts since Tuesday"
    kinds = ["flamingo_inbound", "flamingo_inbound", "feedback", "nav_menu_item", "custom_css", "event", f"{words}!"]
    items = [
        make_item(number, words, words, type=kind, categories={words: words}, author=words, comments=[words])
        for number, kind in enumerate(kinds, 10)
    ]
    export = Export([opened(make_export(*items, make_item(4, comments=[words, words])))])
    kept = list(export)
    assert [item.post_id for item in kept] == [4]
    assert export.left_out == {
        "flamingo_inbound": 2,
        "feedback": 1,
        "nav_menu_item": 1,
        "custom_css": 1,
        "event": 1,
        "unknown": 1,
        "comment": 9,
    }
    told = repr(kept) + repr(export.site) + repr(export.left_out)
    assert "houlder" not in told
    assert "visitor@mail.example" not in told


def test_reusable_block_comes_along():
    assert read_one(type="wp_block", body="<p>Call us.</p>").body == "<p>Call us.</p>"


def test_refusal_repeats_no_word_of_the_file():
    text = make_export(make_item(4, type="feedback", body="My shoulder hurts")).replace("</item>", "</wp:Anna>")
    assert refusal(text) == "The file is damaged on line 18: mismatched tag. Export it again."


# What is refused


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>',
        '<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE rss SYSTEM "https://old.example/rss.dtd">',
        "<!DOCTYPE rss>",
        "<!-- --> \n<!DOC\x00TYPE html>",
    ],
)
def test_doctype_is_refused(doctype):
    assert refusal(make_export(make_item(4)).replace("<rss", f"{doctype}<rss")) == (
        f"The file has a <!DOCTYPE>, so it is not a WordPress export. {MAKE_ONE}"
    )


def test_doctype_in_a_body_is_only_text():
    assert read_one(body="<!DOCTYPE html> &lol;").body == "<!DOCTYPE html> &lol;"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "Dear all",
        b"PK\x03\x04\x14\x00\x08\x08",
        "<!doctype html><html><title>Log In</title></html>",
        "<html><body>Log in</body></html>",
        "<rss><channel><item><title>A feed</title></item></channel></rss>",
        f'<feed xmlns:wp="{NAMESPACE}"><wp:post_id>4</wp:post_id></feed>',
    ],
)
def test_file_that_is_no_export_is_refused(text):
    assert refusal(text) == NO_EXPORT


def test_file_that_ends_in_the_middle_is_refused():
    text = make_export(make_item(4), make_item(5))
    for end in (text.index("</channel>"), text.rindex("]]>"), text.rindex("<item>") + 3):
        assert refusal(text[:end]) == "The file is incomplete: it ends in the middle. Export or download it again."


def test_something_behind_the_export_is_refused():
    text = make_export(make_item(4))
    assert refusal(f"{text}{text}").startswith("The file is damaged on line ")


def test_refusal_names_the_file(tmp_path):
    path = tmp_path / "missing.xml"
    with pytest.raises(ExportError, match=r"^missing\.xml cannot be opened \(No such file or directory\)\.$"):
        list(Export([path]))
    with pytest.raises(ExportError, match=r"^old\.xml is not a WordPress export"):
        list(Export([SimpleUploadedFile("old.xml", b"?")]))


def test_ten_thousand_nested_tags_in_a_body_are_only_text():
    body = "<div>" * 10_000
    assert read_one(body=body).body == body


def test_elements_that_no_export_has_are_refused():
    text = make_export(make_item(4))
    for strange in (
        "<b>" * 100 + "</b>" * 100,  # nested
        "".join(f"<a{number}/>" for number in range(1_001)),  # of many names
        "".join(f'<a b{number}=""/>' for number in range(1_001)),
        f'<a b="{"x" * 6_000_000}"/>',  # one that does not end
        f"<!-- {'x' * 6_000_000} -->",
    ):
        assert refusal(text.replace("<item>", f"<item>{strange}")) == STRANGE
    assert refusal(text.replace("<![CDATA[Stiff", "<b/><![CDATA[Stiff")) == STRANGE  # a text with elements in it


def test_item_over_5_mb_is_refused():
    too_large = "The file cannot be read: item 2 of the export, on line 22, is larger than 5 MB."
    assert len(read_one(body="x" * 4_900_000).body) == 4_900_000
    assert refusal(make_export(make_item(4), make_item(5, body="x" * 5_000_000))) == too_large
    assert refusal(make_export(make_item(4), make_item(5, excerpt="</div>" * 1_000_000))) == too_large
    text = make_export(make_item(4), make_item(5))
    assert " item 1 of " in refusal(text.replace("</wp:status>", "</wp:status>" + "<category/>" * 100_001, 1))


def test_large_fields_that_are_not_kept_are_no_reason_to_refuse():
    meta = {"_elementor_data": "x" * 6_000_000}
    assert read_one(meta=meta, comments=["x" * 6_000_000]) == read_one()


def test_50_001_items_are_refused():
    text = make_export()
    assert read_through(text.replace("</channel>", "<item/>" * 50_000 + "</channel>")).left_out == {"unknown": 50_000}
    assert refusal(text.replace("</channel>", "<item/>" * 50_001 + "</channel>")) == (
        "The file brings the export to more than 50,000 items. Import it in parts, such as by year."
    )


def test_file_over_200_mb_is_refused(monkeypatch):
    assert reading.MOST_BYTES == 200_000_000
    monkeypatch.setattr(reading, "MOST_BYTES", 2_000_000)
    text = make_export(make_item(4, comments=["x" * 1_900_000]))
    assert read_through(text).left_out == {"comment": 1}
    assert refusal(text.replace("</channel>", " " * 100_000 + "</channel>")) == (
        "The file is larger than 2 MB. Export the site in parts, such as by year."
    )


@pytest.mark.whole
def test_memory_does_not_grow_with_the_file(tmp_path):
    path = tmp_path / "old.xml"
    path.write_text(make_export(*(make_item(number, body="A word " * 1_500) for number in range(500))))
    tracemalloc.start()
    number_of_items = sum(1 for _ in Export([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert number_of_items == 500
    assert peak < path.stat().st_size / 5


# Kept for some hours


def test_item_survives_being_kept_as_json():
    picture = make_picture(7, sizes=["a-1.jpg"], original="a.jpg", alternative_text="A")
    items = read(full_item(), picture, make_item(8, gmt="0000-00-00 00:00:00", date="", password="x"))
    assert [from_json(json.loads(json.dumps(to_json(item)))) for item in items] == items
