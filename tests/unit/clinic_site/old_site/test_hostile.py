"""Files that mean harm or are wrong, given to the command: a sentence each, and nothing is written."""

import errno
import io
import os

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from articles.models import ArticlePicture, ArticleText, Picture
from clinic_site.models import ImportedItem
from tests.factories import make_clinic, picture_file
from tests.old_site import ADDRESS, make_export, make_item, make_picture
from tests.unit.clinic_site.old_site.test_import import everything_stored, stored_rows

pytestmark = pytest.mark.django_db

DIGEST = "0" * 64
LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'


@pytest.fixture(autouse=True)
def clinic():
    return make_clinic()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "uploads/2022/06").mkdir(parents=True)
    return tmp_path


def save(folder, *exports):
    """The paths of files with these texts."""
    paths = []
    for number, export in enumerate(exports):
        paths.append(folder / f"export{number}.xml")
        paths[-1].write_text(export, encoding="utf-8")
    return paths


def run(paths, *options):
    """What the command says."""
    said = io.StringIO()
    call_command("import_wordpress", *map(str, paths), *map(str, options), stdout=said, stderr=said)
    return said.getvalue()


def refuse(paths, *options):
    """The sentence with which the command refuses, as it does when it is to write."""
    before = stored_rows()
    sentences = []
    for more in ([], ["--apply", DIGEST]):
        with pytest.raises(CommandError) as refusal:
            run(paths, *options, *more)
        sentences.append(str(refusal.value))
    assert stored_rows() == before
    assert sentences[0] == sentences[1]
    return sentences[0]


def bring(paths, *options):
    """Imports as an operator does: reads the report, and copies the digest at its end. Returns both answers."""
    report = run(paths, *options)
    return report, run(paths, *options, "--apply", report.split()[-1])


# Exports


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE, "<!DOCTYPE rss>"])
def test_entities_are_refused(folder, doctype):
    export = make_export(make_item(4, "Neck &b; &secret;")).replace("<rss", f"{doctype}<rss", 1)

    assert refuse(save(folder, export)) == (
        "export0.xml has a <!DOCTYPE>, so it is not a WordPress export. Make one in WordPress under Tools, Export. If "
        "you have a ZIP file, unzip it first."
    )


def test_elements_in_ten_thousand_elements_are_refused(folder):
    export = make_export("<item>" + "<a>" * 10_000 + "</a>" * 10_000 + "</item>")

    assert refuse(save(folder, export)) == (
        "export0.xml contains something that no WordPress export contains. Export it again, and do not edit the file."
    )


def test_item_of_more_than_5_mb_is_refused(folder):
    export = make_export(make_item(3), make_item(4, body="word " * 1_000_001))

    assert "cannot be read: item 2 of the export, on line " in (sentence := refuse(save(folder, export)))
    assert sentence.endswith("is larger than 5 MB.")


@pytest.mark.whole
@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("<div>" * 10_000 + "words", "More than 100 tags are open at once in the body."),
        ("<b>w</b> " * 10_000, "The body has 20,000 tags; at most 6,000 can be converted."),
        ("word " * 999_000, "The body has 4,995,000 characters; at most 200,000 can be converted."),
    ],
)
def test_body_that_is_too_much_stays_behind_alone(folder, body, sentence):
    report, answer = bring(save(folder, make_export(make_item(4, "Neck", body), make_item(5, "Knee"))))

    assert f"    {sentence}\n" in report
    assert "Texts not imported: 1" in report
    assert answer.startswith("1 article imported.")
    assert ArticleText.objects.get().title == "Knee"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("page.xml", "<html><body>No export.</body></html>", "page.xml is not a WordPress export. "),
        ("half.xml", make_export(make_item(4))[:-30], "half.xml is incomplete: it ends in the middle. "),
        ("site.zip", "PK\x03\x04", "site.zip is not a WordPress export. "),
        ("absent.xml", None, "absent.xml cannot be opened (No such file or directory)."),
    ],
)
def test_file_that_is_no_export_is_refused(folder, name, content, sentence):
    if content is not None:
        (folder / name).write_text(content, encoding="utf-8")

    assert refuse([folder / name]).startswith(sentence)


def test_folder_of_uploads_that_is_not_there_is_refused(folder):
    paths = save(folder, make_export(make_item(4)))

    assert refuse(paths, "--uploads", folder / "absent") == f"There is no folder {folder / 'absent'}."


def test_plan_that_was_not_told_is_not_done(folder):
    paths = save(folder, make_export(make_item(4)))
    with pytest.raises(CommandError, match="That is not the plan any more"):
        run(paths, "--apply", DIGEST)

    assert not ArticleText.objects.exists()


def test_export_of_another_site_in_place_of_the_first_is_refused(folder):
    bring(save(folder, make_export(make_item(4, "Neck"))))
    other = save(folder, make_export(make_item(4, "Knee", guid=f"{ADDRESS}/?p=400")))

    assert refuse(other) == (
        "Post 4 (“Knee”) is not the one that was imported with this number before. Is this an export of the same site, "
        f"{ADDRESS}?"
    )


def test_exports_of_two_sites_in_one_run_are_refused(folder):
    other = make_export(make_item(4, "Knee", guid="https://other.example/?p=4"), address="https://other.example")

    assert refuse(save(folder, make_export(make_item(4, "Neck")), other)) == (
        "Item 4 comes twice and is not the same. Import the files of one site at a time."
    )


@pytest.mark.parametrize("address", ["", "old", "http://[old.example"])
def test_export_that_does_not_say_whose_it_is_is_refused(folder, address):
    assert refuse(save(folder, make_export(make_item(4), address=address))) == (
        "The export does not say the address of its site. Export it again."
    )


def test_two_files_of_one_export_are_one_import(folder):
    link = f'<a href="{ADDRESS}/2022/06/knee/">Knee</a>'
    first = make_export(make_item(4, "Neck", f"See {link}."), make_item(6, "Hip"))
    _, answer = bring(save(folder, first, make_export(make_item(5, "Knee"), make_item(6, "Hip"))))

    assert answer.startswith("3 articles imported.")
    assert ArticleText.objects.get(title="Neck").body == '<p>See <a href="/articles/knee/">Knee</a>.</p>'
    assert sorted(ImportedItem.objects.values_list("post_id", flat=True)) == [4, 5, 6]


# Pictures


def make_picture_outside(folder, way):
    """A picture that is not in the uploads, and the path by which an export tries to reach it."""
    (folder / "private.jpg").write_bytes(picture_file())
    if way == "link to a file":
        os.symlink(folder / "private.jpg", folder / "uploads/2022/06/private.jpg")
        return "2022/06/private.jpg"
    if way == "link to a folder":
        os.symlink(folder, folder / "uploads/2022/07")
        return "2022/07/private.jpg"
    return {
        "up": "../private.jpg",
        "far up": "2022/06/../../../private.jpg",
        "absolute": str(folder / "private.jpg"),
        "long": "a" * 5000 + ".jpg",
    }[way]


@pytest.mark.parametrize("way", ["up", "far up", "absolute", "link to a file", "link to a folder", "long"])
def test_no_file_outside_the_folder_of_uploads_comes(folder, way):
    path = make_picture_outside(folder, way)
    item = make_item(4, meta={"_thumbnail_id": "7"}, body=f'<img src="/wp-content/uploads/{path}" alt="A secret.">')
    export = make_export(item, make_picture(7, path, alternative_text="A secret."))
    report, answer = bring(save(folder, export), "--uploads", folder / "uploads")

    assert "Its file is not in the uploads folder." in report
    assert answer.startswith("1 article imported. Pictures imported: 0.")
    assert not Picture.objects.exists()


def test_picture_that_is_none_is_named_and_its_article_comes(folder):
    (folder / "uploads/2022/06/shoulder.jpg").write_bytes(b"<?php echo 'no picture'; ?>")
    export = make_export(make_item(4, meta={"_thumbnail_id": "7"}), make_picture(7, alternative_text="A shoulder."))
    report, _ = bring(save(folder, export), "--uploads", folder / "uploads")

    assert (
        "2022/06/shoulder.jpg: Choose a JPEG, PNG, WebP, HEIC or AVIF file. This one cannot be read as a picture"
        in report
    )
    assert ArticleText.objects.exists()
    assert not ArticlePicture.objects.exists()


def test_picture_that_turns_out_to_be_damaged_is_named(folder):
    whole = picture_file("PNG", size=(300, 300))
    (folder / "uploads/2022/06/half.png").write_bytes(whole[: len(whole) // 2])
    picture = make_picture(7, "2022/06/half.png", alternative_text="A knee.")
    export = make_export(make_item(4, meta={"_thumbnail_id": "7"}), picture)
    paths = save(folder, export)
    digest = run(paths, "--uploads", folder / "uploads").split()[-1]
    said = io.StringIO()
    arguments = ["import_wordpress", *map(str, paths), "--uploads", str(folder / "uploads"), "--apply", digest]
    with pytest.raises(CommandError, match="Run the command again"):
        call_command(*arguments, stdout=said, stderr=said)

    assert "1 article imported. Pictures imported: 0." in said.getvalue()
    assert "The picture 2022/06/half.png was not imported: " in said.getvalue()
    assert ArticleText.objects.exists()


def test_full_disk_is_said_and_the_command_fails(folder, monkeypatch):
    (folder / "uploads/2022/06/shoulder.jpg").write_bytes(picture_file())
    picture = make_picture(7, alternative_text="A shoulder.")
    paths = save(folder, make_export(make_item(4, "Neck"), make_item(5, "Knee", meta={"_thumbnail_id": "7"}), picture))
    digest = run(paths, "--uploads", folder / "uploads").split()[-1]

    def break_off(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(default_storage, "save", break_off)
    said = io.StringIO()
    arguments = ["import_wordpress", *map(str, paths), "--uploads", str(folder / "uploads"), "--apply", digest]
    with pytest.raises(CommandError, match="Run the command again: what has been imported stays"):
        call_command(*arguments, stdout=said, stderr=said)

    assert "“Knee” was not imported: Nothing could be written: No space left on device." in said.getvalue()
    assert ArticleText.objects.get().title == "Neck"


def test_disk_that_is_full_while_the_words_are_kept_is_a_sentence(folder, monkeypatch, settings):
    monkeypatch.setattr("clinic_site.old_site.planning.MOST_IN_MEMORY", 1)
    settings.DATA_DIR = folder / "absent"

    assert refuse(save(folder, make_export(make_item(4)))) == (
        "The words of the articles cannot be kept: No such file or directory."
    )


@pytest.mark.parametrize("named", ["", "wp-content", "wp-content/uploads"])
def test_folder_around_the_uploads_is_taken_for_the_uploads(folder, named):
    uploads = folder / "wp-content/uploads/2022/06"
    uploads.mkdir(parents=True)
    (uploads / "shoulder.jpg").write_bytes(picture_file())
    (folder / "uploads").rename(folder / "elsewhere")
    export = make_export(make_item(4, meta={"_thumbnail_id": "7"}), make_picture(7, alternative_text="A shoulder."))

    _, answer = bring(save(folder, export), "--uploads", folder / named)

    assert "Pictures imported: 1." in answer


def test_folder_of_a_year_is_answered_with_a_sentence(folder):
    (folder / "uploads/2022/06/shoulder.jpg").write_bytes(picture_file())
    paths, sentence = save(folder, make_export(make_item(4), make_picture(7))), "None of the export’s files is in "

    assert sentence not in run(paths, "--uploads", folder / "uploads")
    assert f"{sentence}{folder}/uploads/2022. Use the folder" in run(paths, "--uploads", folder / "uploads/2022")


# Choices


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ("publish = ", "choices.toml is not a TOML file: "),
        ("\x00", "choices.toml is not a TOML file: "),
        ('publsh = "yes"', "“publsh” is not a choice. The choices are again, alternative_texts, "),
        ("publish = true", "Write publish in quotation marks."),
        (f'publish = "{"a" * 251}"', "Shorten the reason for publishing to 250 characters."),
        ("language = 4", "Write language in quotation marks."),
        ('language = "de"', "language is one of ar, en, es, pl."),
        ("category_base = 4", "Write category_base in quotation marks."),
        ("tag_base = []", "Write tag_base in quotation marks."),
        ('topics = "neck"', "Write [topics] as lines of a number or name, = and a text in quotation marks."),
        ("[alternative_texts]\n7 = 8", "Write [alternative_texts] as lines of a number or name, = and a text in "),
        ("[pages]\n7 = true", "Write [pages] as lines of a number or name, = and a text in quotation marks."),
        ("[slugs]\n7 = 8", "Write [slugs] as lines of a number or name, = and a text in quotation marks."),
        ("next_review_on = 2027", "Write next_review_on as a day like 2027-06-30."),
        ('next_review_on = "June"', "Write next_review_on as a day like 2027-06-30."),
        ("next_review_on = 2027-06-30T10:00:00", "Write next_review_on as a day like 2027-06-30."),
        ('bring = "4"', "Write bring as numbers in brackets, like [12, 15]."),
        ('bring = ["4"]', "Write bring as numbers in brackets, like [12, 15]."),
        ("bring = [true]", "Write bring as numbers in brackets, like [12, 15]."),
        (
            '[pages]\n2 = "/nowhere/"',
            "Page 2 (“Our method”): “/nowhere/” is not a page on this site.",
        ),
        ('[pages]\n2 = "https://evil.example/"', "Page 2 (“Our method”): “https://evil.example/” is on another site. "),
        (
            '[pages]\n2 = "/admin/"',
            "Page 2 (“Our method”): “/admin/” is not a page on this site.",
        ),
    ],
)
def test_wrong_choices_are_refused(folder, choices, sentence):
    paths = save(folder, make_export(make_item(2, "Our method", type="page"), make_item(4)))
    (folder / "choices.toml").write_text(choices, encoding="utf-8")

    assert sentence in refuse(paths, "--choices", folder / "choices.toml")


def test_choices_that_are_not_there_or_no_text_are_refused(folder):
    paths, choices = save(folder, make_export(make_item(4))), folder / "choices.toml"

    assert "choices.toml cannot be read: No such file or directory." in refuse(paths, "--choices", choices)
    choices.write_bytes(b"\xff\xfe")
    assert "choices.toml is not a TOML file: " in refuse(paths, "--choices", choices)


def test_choices_that_match_nothing_are_named_and_the_command_fails(folder):
    """In the plan and after the import: the choices may be those of another part of the export."""
    paths, choices = save(folder, make_export(make_item(4, "Neck"))), folder / "choices.toml"
    choices.write_text('topics = {nekc = "Neck"}\nbring = [44]\n', encoding="utf-8")
    arguments, said = ["import_wordpress", *map(str, paths), "--choices", str(choices)], io.StringIO()
    sentence = "These choices match nothing in the export: topics: nekc, bring: 44."

    with pytest.raises(CommandError, match=sentence):
        call_command(*arguments, stdout=said)
    assert not ArticleText.objects.exists()
    with pytest.raises(CommandError, match=sentence):
        call_command(*arguments, "--apply", said.getvalue().split()[-1], stdout=said)
    assert ArticleText.objects.get().title == "Neck"


# Private words


def test_nothing_that_patients_wrote_is_told_or_stored(folder, caplog):
    """Not even when an item between them cannot be read."""
    patients = [
        make_item(n, "Ms. Nobody", f"My knee has hurt since May {n}.", type="flamingo_inbound", status="publish")
        for n in (20, 21)
    ]
    items = [*patients, make_item(4, "Neck", comments=["I am in pain.", "So am I."])]
    report, answer = bring(save(folder, make_export(*items)))
    refused = refuse(save(folder, make_export(*items, make_item(5, body="word " * 1_000_001))))

    assert "Patient messages (Flamingo): 2" in report
    assert "Comments: 2" in report
    everything = report + answer + refused + caplog.text + everything_stored()
    for words in ("Nobody", "knee has hurt", "in pain", "So am I", "visitor@mail.example"):
        assert words not in everything
