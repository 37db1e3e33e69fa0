"""The pictures of docs/for-staff.md, taken from the real pages. `make guide` puts them into the guide."""

import os
import re
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.browser.people import ARTICLE, Editor
from tests.factories import picture_file
from tests.faults.patients import send_request
from tests.old_site import make_export, make_item, make_picture
from tests.running_site import RunningSite

GUIDE = Path(__file__).resolve().parent.parent.parent / "docs" / "for-staff.md"
KEPT = GUIDE.with_suffix("")
WINDOW = {"width": 1280, "height": 800}  # pixels
COLORS = 64  # enough for pages of text and flat colors, at a fraction of the bytes
PATIENTS = [  # invented: (name, phone, language, words), in the order in which they ask
    ("Dana Whitfield", "(312) 555-0101", "en", "My lower back locks up when I get out of the car."),
    ("Łukasz Wójcik", "+1 312 555 0103", "pl", "Boli mnie kark po całym dniu przy komputerze."),
    ("Rosa Jiménez", "312 555 0102", "es", "Me duele la rodilla al bajar escaleras."),
    ("ليلى حداد", "312.555.0104", "ar", "ألم في الكتف منذ أسبوعين."),
    ("Marcus Bell", "(312) 555-0105", "en", "Heel pain in the morning, worse on stairs."),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site of its own, with nothing but these requests on its list."""
    site = RunningSite(tmp_path_factory.mktemp("guide"))
    site.start()
    yield site
    site.stop()


@pytest.fixture
def folder(tmp_path):
    return KEPT if os.environ.get("TAKE_PICTURES") else tmp_path


@pytest.mark.whole
def test_every_picture_of_the_guide_can_be_taken_again(site, new_page, folder):
    page = new_page(viewport=WINDOW)
    editor = Editor(page, site)

    def take(name, part="html"):
        """A picture of the window, or of the first element that `part` selects."""
        shot = page.screenshot() if part == "html" else page.locator(part).first.screenshot()
        Image.open(BytesIO(shot)).convert("RGB").quantize(COLORS).save(folder / f"{name}.png", optimize=True)

    references = ask_for_consultations(site)
    editor.signs_in()
    editor.opens_the_inbox()
    take("inbox")
    editor.opens(references[1])
    take("request", ".call-panel")

    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="Knee Pain After Running: What to Know").click()
    page.locator("#texts-0 .tiptap p").first.click()
    page.keyboard.press("End")
    page.keyboard.type(" Many runners feel it at some time.")
    editor.saves()
    take("article")
    page.locator("details.changes summary").first.click()
    take("changes", "details.changes[open]")

    page.goto("/admin/articles/picture/add/")
    page.set_input_files("[type=file]", {"name": "knee.jpg", "mimeType": "image/jpeg", "buffer": picture_file()})
    take("picture")
    page.fill("[name=name]", "Sample picture")
    page.fill("[name=alternative_text]", "A sample picture.")
    page.click("[name=_save]")
    show_a_picture_in_a_text(page, editor)
    take("picture-in-text")
    page.goto("/admin/redirects/redirect/paste/")
    page.fill("#content textarea", f"https://old.example/knee-pain-after-running/\t{ARTICLE}")
    take("old-addresses")
    upload_the_old_site(page, site)
    take("old-site-plan")
    take("old-site-decisions", ".old-site form")
    fill_two_months(site, references)
    page.goto("/admin/clinic_site/pageviews/")
    take("statistics")
    page.goto("/admin/")
    take("home")

    shown = set(re.findall(r"\(for-staff/([\w-]+)\.png\)", GUIDE.read_text()))
    assert {path.stem for path in folder.glob("*.png")} == shown == {path.stem for path in KEPT.glob("*.png")}


def show_a_picture_in_a_text(page, editor):
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="Neck Pain From Desk and Screen Work").click()
    text = page.locator("#texts-0 .tiptap")
    text.locator("p").first.click()
    with page.expect_popup() as popup:
        page.locator("#texts-0 [title=picture]").click()
    popup.value.get_by_role("link", name="Sample picture", exact=True).evaluate(
        "link => setTimeout(() => link.click())"
    )
    text.locator("figure img").wait_for()
    page.keyboard.type("A sample caption.")
    page.locator("#texts-0 [title=picture]").scroll_into_view_if_needed()
    page.locator(".draft-state", has_text="kept as a draft").wait_for()
    editor.saves()
    text.locator("figure img").wait_for()
    page.locator("#texts-0 .field-summary").evaluate("field => field.scrollIntoView()")


def upload_the_old_site(page, site):
    """Uploads an export with four articles, of which one shows a picture without alternative text, and two pages."""
    file = "2021/07/swimmer.jpg"
    uploaded = Path(site.environment["DATA_DIR"]) / "old-uploads" / file
    uploaded.parent.mkdir(parents=True)
    drawing = Image.new("RGB", (400, 300), "#dce9f0")
    ImageDraw.Draw(drawing).ellipse((150, 60, 250, 160), fill="#c98f6b")
    drawing.save(uploaded)
    shown = {"_thumbnail_id": "9"}
    export = make_export(
        make_item(4, "Shoulder Pain After Swimming", categories={"shoulder": "Shoulder"}, meta=shown),
        make_item(5, "A Stiff Neck at the Desk", categories={"neck": "Neck &amp; back"}),
        make_item(6, "Better Sleep with a Sore Neck", categories={"neck": "Neck &amp; back"}),
        make_item(7, "Dojazd do gabinetu", categories={"news": "News"}, language="pl"),
        make_item(10, "About us", type="page"),
        make_item(11, "Contact us", type="page"),
        make_item(12, "For staff only", status="private"),
        make_item(13, "A message", type="flamingo_inbound"),
        make_picture(9, file),
    )
    page.goto("/admin/clinic_site/oldsiteimport/add/")
    page.set_input_files("[type=file]", {"name": "export.xml", "mimeType": "text/xml", "buffer": export.encode()})
    page.get_by_role("button", name="Upload and show the plan").click()
    page.locator(".old-site__thumbnail").evaluate("(image) => { image.loading = 'eager'; return image.decode() }")


def fill_two_months(site, references):
    """Invented page views of this month and the last one. One patient has a visit, and one came."""
    ((knee,),) = site.query(
        "SELECT article_id FROM articles_articletext WHERE slug = ?", ARTICLE.strip("/").split("/")[-1]
    )
    today = datetime.now(UTC).date()
    for day, share in ((today, 1), (today.replace(day=1) - timedelta(days=1), 0.8)):
        for page, views in ((f"article-{knee}", 240), ("home", 310), ("contact", 90)):
            for language, part in (("en", 0.6), ("es", 0.2), ("pl", 0.15), ("ar", 0.05)):
                site.query(
                    "INSERT INTO clinic_site_pageviews (day, page, language, views) VALUES (?, ?, ?, ?) "
                    "ON CONFLICT (day, page, language) DO UPDATE SET views = excluded.views",
                    *(day.isoformat(), page, language, round(views * part * share)),
                )
    scheduled, came = references[2:4]
    site.query(
        "UPDATE consultations_consultationrequest SET state = 'scheduled', call_due_at = NULL, visit_on = ? "
        "WHERE reference = ?",
        *((today + timedelta(days=3)).isoformat(), scheduled),
    )
    site.query(
        "UPDATE consultations_consultationrequest SET state = 'closed', closed_because = 'came', came = ?, "
        "visit_on = ?, ended_at = received_at, call_due_at = NULL, sameness_key = NULL WHERE reference = ?",
        *(True, today.isoformat(), came),
    )


def ask_for_consultations(site):
    """Returns the references. The first one's promise is over by now: that is shown, too."""
    references = [
        send_request(site, full_name=name, phone=phone, language=language, reason=words, email="")
        for name, phone, language, words in PATIENTS
    ]
    over = (datetime.now(UTC) - timedelta(hours=2)).strftime("%Y-%m-%d %H:%M:%S")
    site.query(
        "UPDATE consultations_consultationrequest SET call_by = ?, call_due_at = ? WHERE reference = ?",
        *(over, over, references[0]),
    )
    return references
