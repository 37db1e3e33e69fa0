"""Where what the form of an article could do before release 1.1 is now: nothing that an editor did there is gone.

It was one long page: the article's own fields, a form for each language below one another, pictures with the section
that each stood after, references, and the buttons at the foot.
"""

import pytest

from tests.factories import make_article, make_clinic, make_translation
from tests.pages import Page

pytestmark = [pytest.mark.whole, pytest.mark.django_db]

OF_THE_ARTICLE = {
    "choosing the topic": "#id_topic",
    "the author": "#id_byline",
    "the day and time of publication": "#id_published_at_0",
    "hiding a public article until then": "[name=hide_until_then]",
    "the day of the next review": "#id_next_review_on",
    "a picture below the summary": "#id_lead_picture",  # was the picture at place 0
    "adding a picture on the way": "#add_id_lead_picture",
    "references": "#references-group",
    "adding a reference": "[name=references-TOTAL_FORMS]",
    "saving": "[name=_save]",
    "saving and going on": "[name=_continue]",
    "deleting": ".deletelink",
    "the history": ".historylink",
    "the tabs of the languages": "[data-one-language]",  # were forms below one another
}
OF_EACH_TEXT = {
    "the title": "[name$=-title]",
    "the last part of the address": "[name$=-slug]",
    "the summary": "[name$=-summary]",
    "the words, and pictures after a section": "[name$=-body]",  # pictures stand between the words now
    "when to call 911": "[name$=-emergency_signs]",
    "when to see a doctor": "[name$=-urgent_signs]",
    "when to see the clinic": "[name$=-visit_signs]",
    "publishing and taking back": "[name$=-state]",
    "who reviewed it": "[name$=-reviewed_by]",
    "when": "[name$=-reviewed_on]",
    "why it is published without a review": "[name$=-unreviewed_because]",
    "that a program translated it": "[name$=-is_machine_translation]",
    "that a correction is minor": "[name$=-minor_correction]",
    "that a translation matches the English text": "[name$=-matches_original]",
    "why it is published despite warnings": "[name$=-reason_despite_warnings]",
    "seeing it as the public will": "[name=_preview]",
    "the language": "[name$=-language]",
}


@pytest.fixture
def page(staff):
    make_clinic()
    article = make_article(title="On knees", slug="knees")
    make_translation(article, "es", state="draft")
    return Page(staff.get(f"/admin/articles/article/{article.pk}/change/"))


@pytest.mark.parametrize("what", OF_THE_ARTICLE)
def test_the_article_still_has(page, what):
    assert page.all(f"#content {OF_THE_ARTICLE[what]}"), what


@pytest.mark.parametrize("what", OF_EACH_TEXT)
def test_each_language_still_has(page, what):
    forms = page.all(".text-form")
    assert len(forms) == 4
    for form in forms:
        assert form.select(OF_EACH_TEXT[what]), (what, form["id"])


def test_a_language_can_still_be_deleted_and_a_public_one_leads_to_its_page(page):
    assert len(page.all(".text-form [name$=-DELETE]")) == 2  # of those that there are
    assert page.links("Public page in English") == ["/articles/knees/"]
