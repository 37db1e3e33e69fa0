"""An editor writes an article in the admin, looks at it, and publishes it."""

import secrets

from tests.browser.people import FrontDesk


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
    preview = page.get_by_text("Preview as the public will see it").first.get_attribute("href")
    page.goto(preview)
    assert page.locator("h1").inner_text() == title
    assert page.locator(".article__body strong").inner_text() == "often"
    assert page.locator(".site-header").evaluate("e => getComputedStyle(e).borderBottomStyle") == "solid"

    # And the public does not see it
    assert page.request.get(f"/articles/{slug}/").status == 404

    # When it is published, the public does
    page.go_back()
    page.select_option("[name=texts-0-state]", "published")
    page.click("[name=_save]")
    page.goto(f"/articles/{slug}/")
    assert page.locator(".article__body").inner_html().strip() == "<p>Move them <strong>often</strong></p>"
    page.goto("/articles/")
    assert page.locator(".card__title").first.inner_text() == title


def test_a_manager_fills_in_a_fact_and_the_public_reads_it(site, new_page):
    manager = FrontDesk(new_page(), site)
    manager.signs_in()
    page = manager.page
    page.goto("/admin/clinic_site/clinic/")
    page.fill("[name=parking]", "Behind the building.")
    page.click("[name=_save]")
    page.wait_for_timeout(5500)  # longer than any process keeps the old facts
    page.goto("/contact/")
    assert "Behind the building." in page.locator("main").inner_text()


def test_saving_an_article_untouched_leaves_its_translations_up_to_date(site, new_page):
    editor = FrontDesk(new_page(), site)
    editor.signs_in()
    page = editor.page

    # Given the editors, which rearrange the tags of what they are given
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="Knee Pain After Running: What to Know").click()
    page.locator(".tiptap").nth(3).wait_for()

    # When it is saved as it is
    page.click("[name=_save]")

    # Then no wording counts as changed
    row = page.locator("tr", has_text="Knee Pain After Running")
    assert row.locator(".field-translations").inner_text() == "ar: not checked,\nes: not checked,\npl: not checked"
