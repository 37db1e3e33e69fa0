"""The report of the import: what it asks a person to look at, and what the command says when it is done."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import ArticleText, Topic
from tests import old_sites
from tests.factories import make_clinic, picture_file
from tests.old_site import ADDRESS, make_export, make_item, make_picture
from tests.unit.clinic_site.old_site.test_hostile import bring, run, save

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clinic():
    return make_clinic()


def section(report, title):
    """The lines of the section with this title."""
    return report.partition(f"{title}\n{'=' * len(title)}\n")[2].partition("\n\n")[0].splitlines()


def test_text_that_changed_on_both_sites_is_to_be_compared(tmp_path):
    bring(save(tmp_path, make_export(make_item(4, "Neck", "Rest it."))))
    ArticleText.objects.update(body="<p>Move it.</p>")
    report = run(save(tmp_path, make_export(make_item(4, "Neck", "Cool it."))))

    advice, title, *notes = section(report, "Changed on both sites")
    assert (advice, title) == ("Your versions are kept. Compare them and decide.", "- Neck")
    assert "    Body here: Move it." in notes
    assert "    Body on the old site: Cool it." in notes


def test_articles_that_lose_something_come_before_the_others(tmp_path):
    items = [
        make_item(4, "As it was", "Rest it.", categories={"neck": "Neck", "back": "Back"}),
        make_item(5, "Struck", "Rest <s>much</s>."),
        make_item(6, "Without its picture", '<img src="/wp-content/uploads/a.jpg" alt="A knee.">'),
        make_item(7, "With a shortcode", '[slider id="3"]'),
        make_item(8, "Waits for a sentence", "Words.", meta={"_thumbnail_id": "9"}),
        make_item(10, "Szyja", language="pl"),
    ]
    (tmp_path / "2022/06").mkdir(parents=True)
    (tmp_path / "2022/06/shoulder.jpg").write_bytes(picture_file())
    report = run(save(tmp_path, make_export(*items, make_picture(9))), "--uploads", tmp_path)

    names = ["Struck", "Without its picture", "With a shortcode", "Waits for a sentence", "Szyja"]
    assert titles(section(report, "Articles to check")) == names
    assert titles(section(report, "Other articles")) == ["As it was"]
    assert "    picture that is not imported yet: 2022/06/shoulder.jpg" in section(report, "Articles to check")


def titles(lines):
    return [line.removeprefix("- ") for line in lines if line.startswith("- ")]


def test_article_that_is_updated_says_what_changes(tmp_path):
    items = [make_item(4, "Neck", "Rest it.\n\nCool it."), make_item(5, "Knee", slug="knee", status="draft")]
    bring(save(tmp_path, make_export(*items)))
    changed = [
        make_item(4, "Neck pain", "Move it.\n\nCool it.\n\nCall us.", guid=f"{ADDRESS}/?p=4"),
        make_item(5, "Knee", slug="knee"),
    ]
    report = run(save(tmp_path, make_export(*changed)))

    assert [line.strip() for line in section(report, "Articles to check")[1:]] == [
        "- Neck pain",
        f"{ADDRESS}/2022/06/neck-pain/ → /articles/neck-pain/: updated",
        *("Title before: Neck", "Title after: Neck pain"),
        *("Body before: Rest it.", "Body after: Move it.", "Body after: Call us."),
        *("Slug before: neck", "Slug after: neck-pain"),
        "- Knee",
        f"{ADDRESS}/2022/06/knee/ → /articles/knee/: updated",
        "the words stay as they are: only its date or state changed there",
    ]


def test_later_report_leaves_out_what_it_does_not_touch(tmp_path):
    old = make_item(4, "Neck", categories={"neck": "Neck"})
    bring(save(tmp_path, make_export(old)))
    Topic.objects.update(slug="another")
    changed = make_item(4, "Neck", "Move it.", categories={"neck": "Neck"})
    report = run(save(tmp_path, make_export(changed, make_item(5, "Knee", categories={"neck": "Neck"}))))

    assert section(report, "Redirects that are kept as they are") == []
    assert [line for line in report.splitlines() if "topic: " in line] == ["    topic: another"]
    assert titles(section(report, "Old addresses of articles")) == ["/articles/knee/ (not found until it is published)"]


def test_later_report_repeats_no_notes_of_an_article_that_only_gets_a_picture(tmp_path):
    (tmp_path / "2022/06").mkdir(parents=True)
    (tmp_path / "2022/06/shoulder.jpg").write_bytes(picture_file())
    item, deleted = (
        make_item(4, "Neck", "<s>Old.</s>", meta={"_thumbnail_id": "9"}),
        make_item(5, "Knee", "<s>Old.</s>"),
    )
    first, _ = bring(save(tmp_path, make_export(item, deleted, make_picture(9))), "--uploads", tmp_path)
    assert first.count("struck-through words: Old.") == 2
    ArticleText.objects.filter(title="Knee").delete()
    picture = make_picture(9, alternative_text="A shoulder.")
    report = run(save(tmp_path, make_export(item, deleted, picture)), "--uploads", tmp_path)

    assert "struck-through" not in report
    assert titles(section(report, "Other articles")) == ["Neck", "Knee"]
    assert "    picture: 2022/06/shoulder.jpg, which leads the article" in section(report, "Other articles")


def test_posts_and_pages_of_the_export_add_up(tmp_path):
    items = [
        *(make_item(4, "Neck"), make_item(5, "Knee"), make_item(6, "Hip", "<b>" * 10_000)),
        *(make_item(7, status="private"), make_item(8, status="trash"), make_item(9, password="x")),
        *(make_item(10, "Us", type="page"), make_item(11, "Rooms", type="page"), make_item(12, "Team", type="page")),
    ]
    bring(save(tmp_path, make_export(items[0])))
    choices = tmp_path / "choices.toml"
    choices.write_text('[pages]\n10 = "article"\n11 = "/contact/"')
    report = run(save(tmp_path, make_export(*items)), "--choices", choices)

    assert section(report, "What is imported")[:2] == [
        "- Posts in the export: 6 = 1 new + 1 already imported + 1 that cannot be imported + 1 private "
        "+ 1 in the trash + 1 protected by a password. WordPress shows 5 under “All”, without the trash.",
        "- Pages in the export: 3 = 1 new + 1 redirected + 1 not imported.",
    ]


@pytest.mark.parametrize("file", sorted(Path(old_sites.__file__).parent.glob("*.xml")), ids=lambda file: file.stem)
def test_sums_of_a_real_export_add_up(file):
    lines = section(run([file]), "What is imported")
    sums = [line.partition(".")[0] for line in lines if " in the export: " in line]

    assert sums
    for line in sums:
        total, _, parts = line.partition(": ")[2].partition(" = ")
        assert int(total) == sum(int(part.split()[0]) for part in parts.split(" + "))


def test_page_whose_address_this_site_answers_is_not_called_not_found(tmp_path):
    items = [make_item(5, "Contact", type="page"), make_item(6, "Rooms", type="page")]
    lines = section(run(save(tmp_path, make_export(*items))), "Decide what happens to pages")

    assert f"    {ADDRESS}/contact/ (this site’s own page answers there)" in lines
    assert f"    {ADDRESS}/rooms/" in lines


def test_text_that_cannot_be_converted_is_named_with_the_reason(tmp_path):
    report = run(save(tmp_path, make_export(make_item(4, "Neck", "<b>" * 10_000), make_item(5, "Knee"))))

    _, title, reason = section(report, "Articles that cannot be imported")
    assert title == "- Neck"
    assert reason.strip()


def test_choices_that_match_nothing_are_named(tmp_path):
    choices = tmp_path / "choices.toml"
    choices.write_text('bring = [8]\n[topics]\nknees = "Knee"\n[pages]\n9 = "article"\n[slugs]\n7 = "x"\n')
    said, (path,) = io.StringIO(), save(tmp_path, make_export(make_item(4)))
    with pytest.raises(CommandError):
        call_command("import_wordpress", str(path), "--choices", str(choices), stdout=said)

    lines = section(said.getvalue(), "Choices that match nothing in the export")
    assert sorted(lines[1:]) == ["- bring: 8", "- pages: 9", "- slugs: 7", "- topics: knees"]


def test_report_says_which_language_was_assumed(tmp_path):
    choices = tmp_path / "choices.toml"
    choices.write_text('language = "es"')
    items = [make_item(4, "Cuello"), make_item(5, "Rodilla"), make_item(6, "Szyja", language="pl")]
    report = run(save(tmp_path, make_export(*items)), "--choices", choices)

    assert "- Texts without a language in the export, taken as Spanish: 2\n" in report
    choices.write_text('language = "es"\n[languages]\n5 = "en"')
    report = run(save(tmp_path, make_export(*items)), "--choices", choices)
    assert "- Texts without a language in the export, taken as Spanish: 1\n" in report
    report = run(save(tmp_path, make_export(make_item(4, language="en"))))
    assert "Texts without a language" not in report


def test_block_whose_text_a_post_overrides_is_to_be_checked(tmp_path):
    block = make_item(11, "Hours", "<!-- wp:paragraph --><p>Rest.</p><!-- /wp:paragraph -->", type="wp_block")
    body = '<!-- wp:block {"ref":11,"content":{"a":"Move."}} /-->'
    report = run(save(tmp_path, make_export(make_item(4, "Neck", body), block)))

    assert '    Check reusable block 11: this post overrides its text: {"a": "Move."}\n' in report


def test_command_counts_the_pictures_that_it_imported(tmp_path):
    folder = tmp_path / "uploads/2022/06"
    folder.mkdir(parents=True)
    (folder / "shoulder.jpg").write_bytes(picture_file())
    picture = make_picture(7, alternative_text="A shoulder.")
    export = make_export(make_item(4, meta={"_thumbnail_id": "7"}), make_item(5, "Knee"), picture)
    _, answer = bring(save(tmp_path, export), "--uploads", tmp_path / "uploads")

    assert answer.startswith("2 articles imported. Pictures imported: 1.\n")
