"""An editor adds a picture and the public sees it, on a phone too; an old address of the clinic leads on."""

import secrets
import time

import pytest

from tests.browser.conftest import PHONE
from tests.browser.people import FrontDesk
from tests.browser.test_accessibility import problems
from tests.factories import picture_file
from tests.running_site import wait_until

MEGABYTE = 1024**2


def write_article(page, title, body="Move it."):
    page.goto("/admin/articles/article/add/")
    page.select_option("[name=topic]", index=1)
    page.fill("[name=texts-0-title]", title)
    page.fill("[name=texts-0-summary]", "Knees like to move.")
    page.locator("#texts-0 .tiptap").click()
    page.keyboard.type(body)
    page.click("[name=_continue]")
    page.select_option("[name=texts-0-state]", "published")
    page.fill("[name=texts-0-unreviewed_because]", "It only says to move.")
    page.fill("[name=texts-0-reason_despite_warnings]", "It rests on no source.")  # asked for from now on
    page.click("[name=_continue]")
    page.locator(".messagelist .success").wait_for()
    return page.input_value("[name=texts-0-slug]")


def test_an_editor_adds_a_picture_and_the_public_sees_it_on_a_phone(site, new_page, tmp_path):
    mark = secrets.token_hex(4)
    color = tuple(secrets.token_bytes(3))
    photo = tmp_path / "IMG_0001.JPG"
    photo.write_bytes(picture_file(size=(4032, 3024), color=color) + bytes(10 * MEGABYTE))
    editor = FrontDesk(new_page(), site)
    editor.signs_in()
    page = editor.page

    # Given a photo of ten megabytes from a phone, in the library with its alternative text
    page.goto("/admin/articles/picture/add/")
    page.set_input_files("[name=file]", photo)
    page.fill("[name=name]", f"Knee {mark}")
    page.fill("[name=alternative_text]", f"A knee bends, {mark}.")
    page.click("[name=_continue]")
    preview = page.locator("img.preview")
    assert preview.evaluate("image => image.decode().then(() => [image.naturalWidth, image.naturalHeight])") == [
        1200,
        900,
    ]

    # When it leads a published article
    slug = write_article(page, f"Knees {mark}")
    page.select_option("[name=lead_picture]", label=f"Knee {mark}")
    page.click("[name=_save]")
    page.locator(".messagelist .success").wait_for()

    # Then a phone shows it whole, in the smallest version that is sharp, with its text
    phone = new_page(viewport=PHONE, device_scale_factor=2, bypass_csp=True)
    phone.goto(f"/articles/{slug}/")
    image = phone.get_by_alt_text(f"A knee bends, {mark}.")
    image.evaluate("image => image.decode()")
    box = image.bounding_box()
    assert (box["x"], box["width"], box["height"]) == (16, 358, 268.5)
    assert image.evaluate("image => image.currentSrc").endswith("-800.webp")
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert problems(phone) == []

    # And nothing moves when it comes late
    slow = new_page(viewport={**PHONE, "height": 1400})
    slow.route("**/pictures/*", lambda route: (time.sleep(1), route.continue_()))
    slow.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.moved += e.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    slow.goto(f"/articles/{slug}/")
    slow.get_by_alt_text(mark).evaluate("image => image.decode()")
    slow.wait_for_timeout(500)
    assert slow.evaluate("window.moved") == 0


@pytest.mark.whole
def test_an_old_address_redirects_to_the_article_and_a_new_slug_breaks_no_link(site, new_page):
    mark = secrets.token_hex(4)
    editor = FrontDesk(new_page(), site)
    editor.signs_in()
    page = editor.page
    slug = write_article(page, f"Hips {mark}")
    article = page.url

    # Given a table of addresses of the old site with a mistake in it
    page.goto("/admin/redirects/redirect/")
    page.get_by_role("link", name="Paste a table").click()
    lines = [f"https://old.example/2022/06/{mark}/\t/articles/{slug}/", f"/?p={int(mark, 16)}\t/articles/{slug}"]
    page.fill("[name=table]", "\n".join([*lines, "/old/\t/nowhere/"]))
    page.get_by_role("button", name="Save all").click()
    page.locator(".paste__problems").wait_for()
    assert page.locator(".paste__problems li").all_inner_texts() == [
        "Line 3: /old/ /nowhere/\n“/nowhere/” is not a page on this site."
    ]

    # When the mistake is taken out
    page.fill("[name=table]", "\n".join(lines))
    page.get_by_role("button", name="Save all").click()
    assert page.locator(".messagelist .success").inner_text() == "Redirects: 2 added."

    # Then the old addresses lead to the article, also after its slug has changed
    def arrives():
        for old in (f"/2022/06/{mark}", f"/?p={int(mark, 16)}", f"/articles/{slug}/"):
            page.goto(old)
            assert page.locator("h1").inner_text() == f"Hips {mark}"
            yield page.url.removeprefix(site.url)

    assert set(arrives()) == {f"/articles/{slug}/"}
    page.goto(article)
    page.fill("[name=texts-0-slug]", f"new-{mark}")
    page.click("[name=_save]")
    page.locator(".messagelist .success").wait_for()
    wait_until(
        lambda: set(arrives()) == {f"/articles/new-{mark}/"},
        seconds=5,  # of which a finished page may be kept for one
        what="old addresses to lead to the new one",
    )
