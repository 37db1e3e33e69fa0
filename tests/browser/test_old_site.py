"""An editor brings the articles of the old site along, and a reader follows an old address."""

import secrets
from pathlib import Path

import pytest

from tests.browser.conftest import PHONE
from tests.browser.people import Editor
from tests.browser.test_accessibility import STAFF, problems_in_full
from tests.factories import picture_file
from tests.old_site import make_export, make_item, make_picture

WORDS = {  # (title, body) by language
    "en": ("Shoulder pain after swimming", "Rest it for a week."),
    "es": ("Dolor de hombro después de nadar", "Descanse una semana."),
    "pl": ("Ból barku po pływaniu", "Odpocznij przez tydzień."),
    "ar": ("ألم الكتف بعد السباحة", "استرح أسبوعًا."),
}


def make_old_site(site, name):
    """An export with an article of the block editor in four languages, whose picture has no alternative text."""
    file = f"2021/07/{name}.jpg"
    uploaded = Path(site.environment["DATA_DIR"]) / "old-uploads" / file
    uploaded.parent.mkdir(parents=True, exist_ok=True)
    uploaded.write_bytes(picture_file(color=tuple(secrets.token_bytes(3))))
    address = f"https://{name}.example"
    items = []
    for number, (language, (title, words)) in enumerate(WORDS.items(), start=4):
        start = "" if language == "en" else f"/{language}"
        items.append(
            make_item(
                number,
                f"{title} {name}",
                f"<!-- wp:paragraph --><p>{words}</p><!-- /wp:paragraph -->"
                f'<!-- wp:image {{"id":9}} --><figure class="wp-block-image"><img class="wp-image-9" alt="" '
                f'src="{address}/wp-content/uploads/{file}"></figure><!-- /wp:image -->',
                slug=f"{name}-{language}",
                link=f"{address}{start}/2021/07/{name}-{language}/",
                guid=f"{address}/?p={number}",
                date="2021-07-01 09:00:00",
                gmt="2021-07-01 14:00:00",
                categories={"swim": f"Swimming {name}"},
                language=language,
                group="pll_1",
            )
        )
    message = make_item(10, "Ms. Nobody", "My knee has hurt since May.", type="flamingo_inbound")
    export = make_export(*items, make_picture(9, file), message, address=address)
    return {"name": f"{name}.xml", "mimeType": "text/xml", "buffer": export.encode()}


def test_an_editor_brings_an_article_in_four_languages_along(site, new_page):
    name = f"old{secrets.token_hex(4)}"
    editor = Editor(new_page(), site)
    editor.signs_in()
    page = editor.page

    # Given an export of the old site and its folder of uploads
    file = make_old_site(site, name)

    # When an editor uploads it
    page.goto("/admin/articles/article/")
    page.locator(".add-menu__opener").click()
    page.get_by_role("link", name="Articles from the old site").click()
    page.set_input_files("[name=files]", file)
    page.get_by_role("button", name="Upload and show the plan").click()

    # Then the plan says what is imported, what waits and what is not, and nothing is public
    plan = page.locator("#content-main").inner_text()
    for line in ("New texts: 4", "Pictures not imported yet: 1", "Patient messages (Flamingo): 1"):
        assert line in plan
    assert "My knee" not in page.content()
    assert page.request.get(f"/pl/articles/{name}-pl/").status == 404

    # When the editor decides about topic and publishing, and describes the picture that the page shows
    assert page.locator(".old-site__thumbnail").evaluate(
        "async (image) => { await image.decode(); return image.width }"
    )
    page.get_by_label(f"Swimming {name} (1)").select_option(index=0)
    topic = page.get_by_label(f"Swimming {name} (1)").locator("option:checked").inner_text()
    page.get_by_label(f"2021/07/{name}.jpg").fill("A swimmer holds a shoulder.")
    page.get_by_label("Publish at once what was public on the old site").check()
    page.get_by_label("Reason for publishing without a review").fill("Our clinicians wrote it.")
    page.get_by_role("button", name="Update the report").click()

    # Then the report follows
    plan = page.locator("#content-main").inner_text()
    for line in ("Pictures not imported yet: 0", "Texts published immediately, without review: 4"):
        assert line in plan

    # When the plan is accepted, the article is imported
    page.get_by_role("button", name="Import 1 article").click()
    assert editor.message.startswith("Import finished: 1 article imported.")
    assert "delete the file from your computer" in page.locator("#content-main").inner_text().lower()

    # And whoever follows an old Polish address reads it in Polish, with its picture
    reader = new_page(viewport=PHONE)
    reader.goto(f"/pl/2021/07/{name}-pl/")
    assert reader.url.endswith(f"/pl/articles/{name}-pl/")
    assert reader.locator("h1").inner_text() == f"Ból barku po pływaniu {name}"
    assert "Odpocznij przez tydzień." in reader.locator(".article__body").inner_text()
    assert reader.locator("main img").first.get_attribute("alt") == "A swimmer holds a shoulder."
    reader.goto(f"/articles/{name}-en/")
    assert topic in reader.locator(".breadcrumb").inner_text()


@pytest.mark.whole
@pytest.mark.parametrize("site", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("width", "look"), STAFF)
def test_pages_of_the_import_are_accessible(site, new_page, width, look):
    page = new_page(viewport={**PHONE, "width": width}, bypass_csp=True, color_scheme=look)
    editor = Editor(page, site)
    editor.signs_in()
    page.goto("/admin/clinic_site/oldsiteimport/add/")
    assert problems_in_full(page) == [], "upload"
    page.get_by_role("button", name="Upload and show the plan").click()
    page.locator(".errorlist").wait_for()
    assert problems_in_full(page) == [], "upload without a file"

    page.set_input_files("[name=files]", make_old_site(site, f"axe{secrets.token_hex(4)}"))
    page.get_by_role("button", name="Upload and show the plan").click()
    page.locator("#decisions").wait_for()
    page.evaluate("document.querySelectorAll('.old-site details').forEach((each) => { each.open = true })")
    assert problems_in_full(page) == [], "plan"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Update the report").click()
    page.locator("#counts:focus").wait_for()
    assert page.locator(".messagelist").is_visible()
    assert page.locator(".messagelist").evaluate("(list) => list.getBoundingClientRect().top >= 0"), "message in view"
    page.get_by_label("Publish at once").check()
    page.get_by_role("button", name="Update the report").click()
    page.locator(".errornote:focus").wait_for()
    assert problems_in_full(page) == [], "plan with a mistake"
    page.locator(".errornote a").click()
    page.locator("[name=publish]:focus").wait_for()

    page.get_by_label("Publish at once").uncheck()
    page.get_by_role("button", name="Import 1 article").click()
    page.locator(".old-site__report").wait_for()
    assert problems_in_full(page) == [], "report"
    page.goto("/admin/clinic_site/oldsiteimport/")
    assert problems_in_full(page) == [], "imports"
    assert page.locator("#changelist .results").evaluate("(list) => list.scrollWidth <= list.clientWidth")
