from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import save_text
from articles.body_pictures import make_figure
from articles.models import ArticleText, Picture
from articles.publishing.diff import ADDED, REMOVED, SAME, find_changes
from tests.factories import make_article, make_clinic, make_picture, make_translation
from tests.pages import Page


def wording(**words):
    return SimpleNamespace(**dict.fromkeys(ArticleText.WORDING, "") | words)


def found(old, new):
    """{field: its changed paragraphs} with [removed] and {added} words."""
    marks = {SAME: "%s", ADDED: "{%s}", REMOVED: "[%s]"}
    return {
        change.name: [
            "".join(marks[part.kind] % (part.label or part.words) for part in paragraph)
            for paragraph in change.paragraphs
        ]
        for change in find_changes(wording(**old), wording(**new), {})
    }


def test_same_wordings_have_no_changes():
    assert found({"title": "Knees", "body": "<p>One</p>"}, {"title": "Knees", "body": "<p> One\n</p>"}) == {}


def test_changed_words_stand_beside_those_that_stayed():
    assert found({"summary": "Rest for two days."}, {"summary": "Rest for three days."}) == {
        "Summary": ["Rest for [two]{three} days."]
    }


def test_words_that_changed_side_by_side_are_one_change():
    assert found({"title": "Rest two days now"}, {"title": "Rest three weeks now"}) == {
        "Title": ["Rest [two days]{three weeks} now"]
    }


def test_only_changed_paragraphs_of_a_body_are_shown():
    old = "<h2>Why</h2><p>Stays.</p><p>Goes.</p><p>Rest well.</p>"
    new = "<h2>Why</h2><p>Stays.</p><p>Rest very well.</p><p>Comes.</p>"
    assert found({"body": old}, {"body": new}) == {"Body": ["[Goes.\n]Rest{ very} well.{\nComes.}"]}


def test_a_new_sign_is_shown_under_its_heading():
    assert found({"emergency_signs": "you fall"}, {"emergency_signs": "you fall\r\nyou faint"}) == {
        "Call 911 or go to the emergency room if": ["{you faint}"]
    }


def test_a_changed_link_target_is_a_change():
    old, new = (f'<p><a href="https://{name}.example/">Read</a></p>' for name in ("one", "two"))
    assert found({"body": old}, {"body": new}) == {"Body": ["Read (https://[one]{two}.example/)"]}


# Pictures

KNEE, HIP = make_figure("a" * 20, "A <em>knee</em>."), make_figure("b" * 20)


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("<p>One</p>", f"<p>One</p>{KNEE}", ["{Picture added}{A knee.}"]),
        (f"<p>One</p>{KNEE}", "<p>One</p>", ["[Picture removed][A knee.]"]),
        (
            f"<p>One</p>{KNEE}<p>Two</p>",
            f"{KNEE}<p>One</p><p>Two</p>",
            ["{Picture moved here}{A knee.}", "[Picture moved away from here][A knee.]"],
        ),
        (KNEE, KNEE.replace("knee", "hip"), ["PictureA [knee]{hip}."]),
        (HIP, HIP.replace("b" * 20, "c" * 20), ["[Picture removed]{Picture added}"]),
        (
            f"<p>Rest now.</p>{KNEE}<p>Walk.</p>",
            f"<p>Rest.</p>{KNEE}{HIP}<p>Walk on.</p>",
            ["Rest[ now].", "{Picture added}Walk{ on}."],
        ),
    ],
)
def test_a_picture_that_came_went_or_moved_is_a_change(old, new, changes):
    assert found({"body": old}, {"body": new}) == {"Body": changes}


@pytest.fixture
def articles_with_pictures(db):
    """One whose text shows a picture that its last wording had elsewhere, and two more that have come and gone."""
    make_clinic()
    article = make_article(body="<p>One.</p>")
    text = article.original
    stays, goes, comes = (make_picture(alternative_text=f"It {what}.") for what in ("stays", "goes", "comes"))
    figures = {each: make_figure(each.content_hash, "A <b>line</b>") for each in (stays, goes, comes)}
    text.body = f"<p>One.</p>{figures[stays]}{figures[goes]}"
    text.reviewed_by, text.reviewed_on = "A. Clinician, DC", "2026-02-01"
    save_text(text)
    make_translation(article, "es")
    text.body = f"{figures[stays]}<p>One.</p>{figures[comes]}<p>Two.</p>"
    save_text(text)
    return article, stays, goes, comes


def small_pictures(page, place):
    return [image["src"] for image in page.all(f"{place} img.small-picture")]


@pytest.mark.whole
def test_editors_see_the_pictures_that_changed(staff, articles_with_pictures):
    article, stays, goes, comes = articles_with_pictures
    sources = [each.versions[0][0] for each in (stays, stays, goes, comes)]
    for address in (
        f"/admin/articles/article/{article.pk}/change/",
        f"/admin/articles/article/text/{article.original.pk}/wordings/",
    ):
        page = Page(staff.get(address))
        changes = page.all(".changes__list")[0].get_text(" ", strip=True)
        assert sorted(set(small_pictures(page, ".changes__list"))) == sorted(set(sources))
        for sentence in (
            "Picture moved here: It stays.",
            "Picture moved away from here: It stays.",
            "Picture removed: It goes.",
            "Picture added: It comes.",
        ):
            assert sentence in changes
        assert "[picture" not in page.text("main")


def test_the_english_text_beside_a_translation_shows_its_pictures(staff, articles_with_pictures):
    article, stays, _, comes = articles_with_pictures
    page = Page(staff.get(f"/admin/articles/article/{article.pk}/change/"))
    place = page.all(".original")[1]  # Spanish is after Arabic
    shown = [" ".join(each.get_text(" ", strip=True).split()) for each in place.select("p, figure")]
    assert shown[-4:] == [
        "[changed:] Picture: It stays. A line",
        "One.",
        "[changed:] Picture: It comes. A line",
        "[changed:] Two.",
    ]
    assert [image["src"] for image in place.select("img")] == [stays.versions[0][0], comes.versions[0][0]]


def test_a_picture_that_is_deleted_by_now_is_named_as_such(staff, articles_with_pictures):
    article, _, goes, _ = articles_with_pictures
    Picture.objects.filter(pk=goes.pk).delete()
    page = Page(staff.get(f"/admin/articles/article/{article.pk}/change/"))
    assert "Picture removed: it has been deleted" in page.text(".changes__list")


def count_queries(staff, address):
    with CaptureQueriesContext(connection) as queries:
        staff.get(address)
    return len(queries)


@pytest.mark.whole
def test_many_pictures_take_as_many_queries_as_one(staff, articles_with_pictures):
    article, *_ = articles_with_pictures
    text, costs = article.original, []
    for more in (0, 5):
        for _ in range(more):
            text.body += make_figure(make_picture().content_hash)
            save_text(text)
        for address in (f"article/{article.pk}/change/", f"article/text/{text.pk}/wordings/"):
            # Once a second, a request looks whether something changed, and reads the clinic's facts again.
            costs.append(min(count_queries(staff, f"/admin/articles/{address}") for _ in range(3)))
    assert costs[:2] == costs[2:]
