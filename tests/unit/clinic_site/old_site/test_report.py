"""The report of the import: what it asks a person to look at, and what the command says when it is done."""

import io

import pytest
from django.core.management import CommandError, call_command

from articles.models import ArticleText
from tests.factories import make_clinic, picture_file
from tests.old_site import make_export, make_item, make_picture
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
