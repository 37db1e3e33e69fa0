"""An editor writes an article in the admin, looks at it, publishes it, and keeps its translations up to date."""

import secrets
from datetime import date, timedelta

import pytest

from tests.browser.conftest import PHONE
from tests.browser.people import Editor, FrontDesk

REASON = "[name=texts-0-reason_despite_warnings]"
UNTIL_SEEN_EVERYWHERE = 2000  # milliseconds: a process may show the page that it kept until it looks for changes again


def test_an_editor_writes_previews_and_publishes(site, new_page):
    title = f"Stiff hips {secrets.token_hex(4)}"
    editor = FrontDesk(new_page(), site)
    editor.signs_in()
    page = editor.page

    # Given a draft written in the editor
    page.goto("/admin/articles/article/add/")
    page.select_option("[name=topic]", index=1)
    page.fill("[name=texts-0-title]", title)
    page.fill("[name=texts-0-summary]", "Hips like to move.")
    page.locator("#texts-0 .tiptap").click()
    page.keyboard.type("Move them ")
    page.keyboard.press("Control+b")
    page.keyboard.type("often")
    page.click("[name=_continue]")
    slug = page.input_value("[name=texts-0-slug]")
    assert slug == title.lower().replace(" ", "-")

    # When it is previewed, it looks as the public will see it
    with page.expect_popup() as popup:
        page.get_by_role("button", name="Preview English").click()
    preview = popup.value
    assert preview.locator("h1").inner_text() == title
    assert preview.locator(".article__body strong").inner_text() == "often"
    assert preview.locator(".site-header").evaluate("e => getComputedStyle(e).borderBottomStyle") == "solid"

    # And the public does not see it
    assert page.request.get(f"/articles/{slug}/").status == 404

    # When it is published, the public does
    page.select_option("[name=texts-0-state]", "published")
    page.fill("[name=next_review_on]", "2100-01-01")
    page.fill("[name=texts-0-reviewed_by]", "A. Clinician, DC")
    page.fill("[name=texts-0-reviewed_on]", "2026-01-05")
    page.fill(REASON, "It says what everybody can see.")
    page.click("[name=_save]")
    page.goto(f"/articles/{slug}/")
    assert page.locator(".article__body").inner_html().strip() == "<p>Move them <strong>often</strong></p>"
    page.wait_for_timeout(UNTIL_SEEN_EVERYWHERE)
    page.goto("/articles/")
    assert page.locator(".card__title").first.inner_text() == title


@pytest.mark.whole
def test_a_manager_fills_in_a_fact_and_the_public_reads_it(site, new_page):
    manager = FrontDesk(new_page(), site)
    manager.signs_in()
    page = manager.page
    page.goto("/admin/clinic_site/clinic/")
    page.fill("[name=language_notice]", "We speak your language.")
    page.click("[name=_save]")
    page.wait_for_timeout(UNTIL_SEEN_EVERYWHERE)
    page.goto("/language-help/")
    assert "We speak your language." in page.locator("main").inner_text()


@pytest.mark.whole
def test_saving_an_article_untouched_leaves_its_translations_up_to_date(site, new_page):
    editor = FrontDesk(new_page(), site)
    editor.signs_in()
    page = editor.page

    # Given the editors, which rearrange the tags of what they are given
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="Knee Pain After Running: What to Know").click()
    page.locator(".tiptap").nth(3).wait_for(state="attached")

    # When it is saved as it is
    page.click("[name=_save]")

    # Then no wording counts as changed
    row = page.locator("tr", has_text="Knee Pain After Running")
    assert row.locator(".field-languages").inner_text() == "en, ar, es, pl: published and not reviewed"


@pytest.mark.whole
def test_publishing_asks_for_a_review_and_for_a_reason_where_illinois_forbids_the_words(editor):
    page = editor.page

    # Given a draft with a claim
    editor.writes_a_draft(f"Sure hips {secrets.token_hex(4)}", words="We guarantee that your hips get well.")
    assert "“guarantee” reads as a guarantee." in page.locator("#texts-0 .advice").inner_text()

    # When it is published without further ado
    page.select_option("[name=texts-0-state]", "published")
    editor.saves()

    # Then it is asked for a review, for the next one, and for a reason, and nothing that was typed is gone
    assert editor.asked_for() == [
        "English: Reason for publishing without a review To publish, enter a review of this text (reviewer and date) "
        "and a date in “Next review due”, or give a reason here.",
        "English: Reason for publishing despite warnings Fix the issues above, or say why you are publishing anyway.",
    ]
    assert page.locator("[name=texts-0-state]").input_value() == "published"
    assert editor.card("English").locator(".text-form__state").inner_text() == "Draft"

    # When the link to the first of them is followed, the cursor stands where the answer goes
    page.locator(".problems a").first.click()
    assert page.locator(":target").get_attribute("name") == "texts-0-unreviewed_because"

    # When both are given, the article is public
    page.fill("[name=next_review_on]", "2100-01-01")
    editor.reviews("texts-0", who="A. Clinician, DC")
    page.fill(REASON, "It quotes a poster.")
    editor.saves()
    assert editor.card("English").locator(".text-form__state").inner_text() == "Published"
    assert "Reviewed by A. Clinician, DC" in editor.card("English").inner_text()
    editor.card("English").get_by_role("link", name="Public page").click()
    assert page.locator(".article__body").inner_text() == "We guarantee that your hips get well."
    page.go_back()

    # And the history tells who published it over what, and why
    history = editor.history()
    assert "Published the English text despite warnings: “guarantee” reads as a guarantee." in history
    assert "“We guarantee that your hips get well.”" in history
    assert "Reason: It quotes a poster." in history
    assert editor.site.staff[0] in history


@pytest.mark.whole
def test_preview_shows_unsaved_words_and_the_form_keeps_them(editor):
    page = editor.page

    # Given a saved draft in which the editor types on
    editor.writes_a_draft(f"Seen hips {secrets.token_hex(4)}", words="Move them.")
    address = page.url
    page.fill("[name=texts-0-title]", "Hips unsaved")
    editor.writes("texts-0", "Move them twice.")
    page.fill("[name=byline]", "Somebody")

    # When it is previewed, another tab shows what was typed
    preview = editor.previews("English")
    assert preview.locator("h1").inner_text() == "Hips unsaved"
    assert preview.locator(".article__body").inner_text() == "Move them twice."

    # Then the form still has it, and a second preview shows what was typed since
    assert page.url.partition("#")[0] == address
    assert page.input_value("[name=texts-0-title]") == "Hips unsaved"
    assert page.locator("#texts-0 .tiptap").inner_text() == "Move them twice."
    assert page.input_value("[name=byline]") == "Somebody"
    editor.writes("texts-0", "Move them thrice.")
    assert editor.previews("English").locator(".article__body").inner_text() == "Move them thrice."

    # And Enter in a field saves, as it always did
    page.locator("[name=texts-0-title]").press("Enter")
    page.locator(".messagelist .success").wait_for()


@pytest.fixture
def asked(editor):
    """The questions that the browser asks before it leaves a page. The editor stays each time."""
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    editor.page.on("dialog", stay)
    yield asked
    editor.page.remove_listener("dialog", stay)  # which would keep the page from being closed


@pytest.mark.whole
def test_leaving_with_unsaved_words_asks_first(editor, asked):
    page = editor.page

    # Given an article in which nothing is typed, leaving asks nothing
    editor.writes_a_draft(f"Left hips {secrets.token_hex(4)}", words="Move them.")
    address = page.url
    page.goto("/admin/articles/article/")
    page.goto(address)
    page.locator("#texts-0 .tiptap").wait_for()
    assert asked == []

    # When words stand in the prose editor, it asks, and whoever stays has them still
    editor.writes("texts-0", "Move them twice.")
    page.get_by_role("link", name="Topics").click()
    page.wait_for_timeout(300)
    assert (asked, page.url) == (["beforeunload"], address)
    assert page.locator("#texts-0 .tiptap").inner_text() == "Move them twice."

    # When they are previewed and not saved, it asks still
    editor.previews("English")
    page.get_by_role("link", name="Topics").click()
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"] * 2

    # When a form is not accepted, its words are not saved, and it asks
    page.fill("[name=texts-0-title]", "")
    editor.saves()
    assert asked == ["beforeunload"] * 2
    page.get_by_role("link", name="Topics").click()
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"] * 3

    # When it is saved, leaving asks nothing
    page.fill("[name=texts-0-title]", "Right hips")
    editor.saves()
    page.get_by_role("link", name="Topics").click()
    page.wait_for_url("**/topic/")
    assert asked == ["beforeunload"] * 3


@pytest.mark.whole
def test_an_article_is_scheduled(editor):
    page = editor.page

    # Given a reviewed draft
    editor.writes_a_draft(f"Hips tomorrow {secrets.token_hex(4)}", words="Move them.")
    editor.reviews("texts-0", who="A. Clinician, DC")

    # When it is published with a date that is still to come
    slug = page.input_value("[name=texts-0-slug]")
    page.fill("[name=published_at_0]", (date.today() + timedelta(days=3)).isoformat())
    page.fill("[name=published_at_1]", "09:00")
    page.fill("[name=next_review_on]", "2100-01-01")
    page.select_option("[name=texts-0-state]", "published")
    page.fill(REASON, "It says what everybody can see.")
    editor.saves()

    # Then the screen says so, the preview shows it, and the public does not see it yet
    assert editor.card("English").locator(".text-form__state").inner_text().startswith("Scheduled for ")
    assert page.request.get(f"/articles/{slug}/").status == 404
    assert editor.previews("English").locator(".article__body").inner_text() == "Move them."


@pytest.mark.whole
def test_a_translation_is_made_falls_behind_and_is_brought_up_to_date(editor):
    page = editor.page

    # Given an article in English
    title = f"Calm hips {secrets.token_hex(4)}"
    editor.writes_a_draft(title, words="Rest for two days.")
    address = page.url

    # When Spanish is added in its form
    form = editor.card("Spanish").get_attribute("id")
    page.fill(f"[name={form}-title]", "Caderas tranquilas")
    editor.writes(form, "Descanse dos días.")
    editor.saves()

    # Then it is there, a draft that matches the English
    assert editor.card("Spanish").locator(".text-form__state").inner_text() == "Draft"
    assert "Up to date with the English text" in editor.card("Spanish").inner_text()
    assert page.locator("#texts-1 [name$=-slug]").input_value() == "caderas-tranquilas"

    # When the English is corrected
    editor.writes("texts-0", "Rest for three days.")
    editor.saves()

    # Then the Spanish is out of date, on its card and on the home page, which leads to what changed
    assert "Out of date: the English text has changed since" in editor.card("Spanish").inner_text()
    page.goto("/admin/")
    page.get_by_role("link", name=f"Spanish: {title}").click()
    changes = page.locator("#since-es")
    changes.wait_for()  # the link opens it
    assert " ".join(changes.locator("dd").inner_text().split()) == ("Rest for [removed:] two [added:] three days.")
    assert changes.locator("del").inner_text().endswith("two")

    # When the translator brings it up to date and reviews it
    page.goto(address)
    editor.writes("texts-1", "Descanse tres días.")
    page.check("[name=texts-1-matches_original]")
    editor.reviews("texts-1", who="Ana Ruiz")
    editor.saves()

    # Then it matches again, and the home page is rid of it
    assert "Up to date with the English text" in editor.card("Spanish").inner_text()
    assert "Reviewed by Ana Ruiz" in editor.card("Spanish").inner_text()
    page.goto("/admin/")
    assert page.get_by_role("link", name=f"Spanish: {title}").count() == 0


MOST_AROUND_A_TEXT = 2_500  # pixels


@pytest.mark.whole
def test_one_language_is_seen_at_a_time_and_saving_is_in_view(site, new_page):
    # Given an article in four languages
    editor = Editor(new_page(viewport={"width": 1280, "height": 900}), site)
    editor.signs_in()
    page = editor.page
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="Knee Pain After Running: What to Know").click()
    page.locator("#texts-0 .tiptap").wait_for()

    # Then the page is little higher than its text, and what saves it is in view, before and after the text
    for language in ("English", "Arabic", "Spanish", "Polish"):
        form = editor.card(language).get_attribute("id")
        assert page.locator(".text-form:visible").count() == 1
        assert page.locator(".language-tab [aria-current=true]").inner_text().startswith(language)
        text = page.locator(f"#{form} .tiptap").bounding_box()["height"]
        around = page.evaluate("document.documentElement.scrollHeight") - text
        assert around <= MOST_AROUND_A_TEXT, (language, around)
        for place in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
            page.evaluate(f"scrollTo(0, {place})")
            box = page.locator(".submit-row [name=_save]").bounding_box()
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 900
    # And a translation stands beside the original
    assert "Knee pain" in page.locator("#texts-3 .original").inner_text()

    # When a language is chosen and the article is saved, it is shown again
    editor.shows("texts-2")
    page.fill("[name=texts-2-summary]", f"Una rodilla {secrets.token_hex(4)}")
    assert page.locator(".language-tab .is-changed").inner_text().startswith("Spanish")
    editor.saves()
    assert page.locator(".text-form:visible").get_attribute("id") == "texts-2"

    # When the summary of mistakes names another language, its link opens that language
    page.fill("[name=texts-2-title]", "")
    editor.saves()
    editor.shows("texts-0")
    page.locator(".problems a", has_text="Spanish").click()
    assert page.locator("[name=texts-2-title]").is_visible()


@pytest.mark.whole
def test_the_signs_are_seen_whole_on_a_phone(site, new_page):
    # Given an article with more signs than fit into a few lines, on a phone
    editor = Editor(new_page(viewport=PHONE), site)
    editor.signs_in()
    editor.page.goto("/admin/articles/article/")
    editor.page.get_by_role("link", name="Knee Pain After Running: What to Know").click()
    editor.page.locator("#texts-0 summary", has_text="When to get help").click()
    signs = editor.page.locator("[name=texts-0-emergency_signs]")

    # When the editor looks at them, and adds others
    assert signs.evaluate("field => field.scrollHeight <= field.clientHeight + 1")
    signs.fill("\n".join(["the foot is cold, pale or numb after an injury to the knee"] * 9))

    # Then none is cut off
    assert signs.evaluate("field => field.scrollHeight <= field.clientHeight + 1")


@pytest.mark.whole
def test_two_editors_do_not_write_over_each_other(editor, site, new_page):
    # Given an article that two editors have open
    editor.writes_a_draft(f"Shared hips {secrets.token_hex(4)}", words="Move them.")
    other = Editor(new_page(), site)
    other.signs_in()
    other.page.goto(editor.page.url)

    # When the first saves another summary, and then the second another title
    editor.page.fill("[name=texts-0-summary]", "Hips love to move.")
    editor.saves()
    other.page.fill("[name=texts-0-title]", "Hips for two")
    other.saves()

    # Then the second is told what the first changed, and still has the title
    message = other.page.locator(".meanwhile")
    assert "Your changes weren't saved: someone else saved first" in message.inner_text()
    assert message.locator("dt").all_inner_texts() == ["Summary"]
    assert other.page.input_value("[name=texts-0-title]") == "Hips for two"
    assert other.page.input_value("[name=texts-0-summary]") == "Hips love to move."

    # When the second saves again, both changes stand
    other.saves()
    editor.page.reload()
    assert editor.page.input_value("[name=texts-0-title]") == "Hips for two"
    assert editor.page.input_value("[name=texts-0-summary]") == "Hips love to move."


@pytest.mark.whole
def test_going_back_in_the_browser_brings_no_old_words_back(site, editor, new_page):
    # Given an article whose byline somebody typed over and left without saving
    editor.writes_a_draft(f"Back {secrets.token_hex(4)}", words="Walk a little.")
    page, address = editor.page, editor.page.url
    page.fill("[name=byline]", "Nobody")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("/admin/")

    # When another editor saves one, and the first goes back
    other = Editor(new_page(), site)
    other.signs_in()
    other.page.goto(address)
    other.page.fill("[name=byline]", "The clinic")
    other.saves()
    page.go_back()

    # Then the first sees and keeps it
    assert page.input_value("[name=byline]") == "The clinic"
    editor.saves()
    assert page.input_value("[name=byline]") == "The clinic"
