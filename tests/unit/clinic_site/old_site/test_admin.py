"""The staff pages of the import: upload, plan and decisions, bringing along, and what an upload leaves behind."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.redirects.models import Redirect
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from articles.models import Article, ArticleText, Picture, TopicName
from articles.pictures import MAX_UPLOAD
from clinic_site.models import ImportedItem, OldSiteImport, WaitingItem, delete_waiting_items
from clinic_site.old_site import admin as pages
from clinic_site.old_site import stored
from clinic_site.old_site.choices import Choices
from clinic_site.old_site.contents import UPLOADS, Contents
from clinic_site.old_site.items import Term
from clinic_site.old_site.planning import Planner
from clinic_site.old_site.reading import Export
from clinic_site.old_site.report import as_text, tell
from clinic_site.old_site.stored import StoredExport
from clinic_site.operations.scheduled import TASKS
from tests import old_sites
from tests.factories import make_article, make_clinic, make_topic, picture_file
from tests.old_site import ADDRESS, make_export, make_item, make_picture
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db

LIST = "/admin/clinic_site/oldsiteimport/"
ADD = f"{LIST}add/"
NECK = {"neck": "Neck"}
SECRETS = {  # by what they are words of
    "a message of a patient": make_item(
        90,
        "Ms. Nobody",
        "My knee has hurt since May.",
        type="flamingo_inbound",
        slug="nobody",
        meta={"_from": "n@mail.example"},
    ),
    "comments": make_item(91, "Ice", comments=["I am in pain."]),
    "a private post": make_item(92, "Party", "Bring a cake.", status="private", excerpt="Friday", slug="cake-party"),
    "a post in the trash": make_item(93, "Thrown away", "Old nonsense.", status="trash"),
    "a password": make_item(94, "Locked", "Behind the door.", password="open & shut"),
    "a private page": make_item(95, "Plans", "We buy the house.", type="page", status="private"),
    "a private block": make_item(96, "Block", "A surprise.", type="wp_block", status="private"),
}
SECRET_WORDS = [
    *("Ms. Nobody", "My knee", "n@mail.example", "in pain", "visitor@mail.example", "cake", "Friday", "nonsense"),
    *("Behind the door", "open & shut", "buy the house", "surprise"),
]


@pytest.fixture(autouse=True)
def clinic():
    return make_clinic()


@pytest.fixture
def editor():
    return signed_in("eva")


def signed_in(name, group="Editor"):
    client = Client()
    client.force_login(make_account(name, groups=[group]))
    return client


@pytest.fixture
def uploads(tmp_path, settings):
    """The folder of uploads with one picture."""
    settings.DATA_DIR = tmp_path
    folder = tmp_path / UPLOADS / "2022" / "06"
    folder.mkdir(parents=True)
    (folder / "shoulder.jpg").write_bytes(picture_file())
    return tmp_path / UPLOADS


def xml_file(*items, name="export.xml", **site):
    return SimpleUploadedFile(name, make_export(*items, **site).encode(), "text/xml")


def upload(client, *items, **site):
    """Uploads an export of these items. Returns the address of its plan."""
    response = client.post(ADD, {"files": [xml_file(*items, **site)]})
    assert response.status_code == 302, Page(response).texts(".errorlist li")
    return response["Location"]


def send(client, address, button, **changes):
    """Presses a button of the plan, with what its fields have."""
    fields = {**Page(client.get(address)).fields("#content-main form"), **changes}
    return client.post(address, {**fields, button: "on"}, follow=True)


def field_of(client, address, label):
    """The name of the field with this label."""
    page = Page(client.get(address))
    label = next(each for each in page.all(".old-site label") if each.get_text().startswith(label))
    return page.one(f"#{label['for']}")["name"]


def told(response):
    return Page(response).texts(".messagelist li")


def everything_stored():
    """Every value of every row of every table, as one text."""
    return "\n".join(str(row) for model in apps.get_models() for row in model._base_manager.values_list())


# The upload


def test_upload_leads_to_the_plan_and_adds_nothing_yet(editor):
    page = Page(editor.get(upload(editor, make_item(4, categories=NECK))))

    assert page.text("h1") == "Import articles from the old site"
    assert "New texts: 1" in page.text("#content-main")
    assert page.one("[name=apply]")["value"] == "Import 1 article (1 as a draft)"
    assert not Article.objects.exists()
    assert OldSiteImport.objects.get().started_by.username == "eva"


def test_plan_of_what_is_stored_is_that_of_the_file(editor):
    categories = [Term("body", "Body", 2), Term("neck", "Neck", 3, "body")]
    items = [
        make_item(4, categories=NECK, tags={"ice": "Ice"}, meta={"_wp_old_slug": "stiff", "_thumbnail_id": "7"}),
        make_item(5, "Szyja", language="pl"),
        make_item(6, "About us", type="page"),
        make_picture(7, sizes=["shoulder-300x225.jpg"]),
        *SECRETS.values(),
    ]
    upload(editor, *items, categories=categories)
    export = Export([io.BytesIO(make_export(*items, categories=categories).encode())])
    plans = [
        Planner(Contents(each, None), Choices()).make() for each in (export, StoredExport(OldSiteImport.objects.get()))
    ]

    assert as_text(tell(plans[0])) == as_text(tell(plans[1]))
    assert plans[0].digest == plans[1].digest


@pytest.mark.whole
@pytest.mark.parametrize("file", sorted(Path(old_sites.__file__).parent.glob("*.xml")), ids=lambda file: file.stem)
def test_plan_of_a_real_export_is_that_of_the_command(editor, file):
    response = editor.post(ADD, {"files": [SimpleUploadedFile(file.name, file.read_bytes())]})
    assert editor.get(response["Location"]).status_code == 200
    plans = [
        Planner(Contents(each, None), Choices()).make()
        for each in (Export([file]), StoredExport(OldSiteImport.objects.get()))
    ]

    assert as_text(tell(plans[0])) == as_text(tell(plans[1]))
    assert plans[0].digest == plans[1].digest != ""


@pytest.mark.whole
def test_nothing_is_kept_of_what_was_not_for_everybody(editor, caplog):
    page = editor.get(upload(editor, make_item(4), *SECRETS.values()))

    report = Page(page).text("#content-main")
    for line in ("Patient messages (Flamingo): 1", "Comments: 1", "Party (post 92): private", "Locked (post 94): "):
        assert line in report
    assert "Stiff neck in the morning" in everything_stored()
    for words in SECRET_WORDS:
        for place in (everything_stored(), caplog.text, report):
            assert words not in place, words


def test_large_file_is_never_written_to_the_disk(editor, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a temporary file")

    monkeypatch.setattr("django.core.files.uploadedfile.TemporaryUploadedFile.__init__", refuse)
    upload(editor, make_item(4, body="A word. " * 500_000))

    assert WaitingItem.objects.count() == 1


def test_several_files_are_one_export(editor):
    files = [xml_file(make_item(4), name="posts.xml"), xml_file(make_item(5, "Knee"), name="more.xml")]
    address = editor.post(ADD, {"files": files})["Location"]

    assert OldSiteImport.objects.get().file_names == "posts.xml, more.xml"
    assert Page(editor.get(address)).one("[name=apply]")["value"] == "Import 2 articles (2 as drafts)"


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([], "Choose a file."),
        ([SimpleUploadedFile("empty.xml", b"")], "Choose another file: this one is empty."),
        ([SimpleUploadedFile("photo.xml", b"GIF89a")], "photo.xml is not a WordPress export."),
        (
            [SimpleUploadedFile(name, b" " * (MAX_UPLOAD * 2 // 3)) for name in ("a.xml", "b.xml")],
            "These files are 20.0 MB; the limit is 15 MB together. Ask the person who runs the site",
        ),
    ],
)
def test_file_that_is_none_or_too_large_is_refused_with_a_sentence(editor, files, sentence):
    page = Page(editor.post(ADD, {"files": files}))

    assert page.title.startswith("Error: ")
    assert page.text(".errorlist").startswith(sentence)
    assert not OldSiteImport.objects.exists()


def test_export_that_breaks_off_leaves_nothing(editor):
    broken = make_export(make_item(4))[:-40].encode()
    page = Page(editor.post(ADD, {"files": [SimpleUploadedFile("half.xml", broken)]}))

    assert page.text(".errorlist").startswith("half.xml is incomplete")
    assert not WaitingItem.objects.exists()


# The plan and the decisions


def test_page_says_all_that_the_command_says(editor, tmp_path, capsys):
    items = [make_item(4, categories=NECK), make_item(5, "Szyja", language="pl"), make_item(6, "Us", type="page")]
    items += SECRETS.values()
    page = Page(editor.get(upload(editor, *items)))
    file = tmp_path / "export.xml"
    file.write_text(make_export(*items))
    call_command("import_wordpress", file)
    report = [
        " ".join(line.split())
        for line in capsys.readouterr().out.partition("\n\nNothing is written yet")[0].splitlines()
    ]

    shown = page.text("#content-main")
    fields = ["Choose a topic", "New topics", "Decide what happens to pages"]
    advice = ["These articles have no category", "No topic of this site has", "Pages stay behind unless you choose"]
    missing = [line for line in report if line.strip("=") and line.removeprefix("- ") not in shown]
    assert len(report) > 40
    assert [line for line in missing if not line.startswith((*fields, *advice))] == ["- Us (6)"]
    assert page.texts(".old-site fieldset label")[:3] == ["Articles without a category (2)", "Neck (1)", "Us"]


def test_category_becomes_a_topic_of_this_site(editor):
    topic = make_topic("neck-pain", en="Neck pain")
    address = upload(editor, make_item(4, categories=NECK), make_item(5, "Knee"))
    send(editor, address, "update", **{field_of(editor, address, "Neck"): "neck-pain"})
    send(editor, address, "apply")

    assert Article.objects.get(texts__title="Stiff neck in the morning").topic == topic
    assert set(TopicName.objects.values_list("name", flat=True)) == {"Neck pain", "Other"}


def test_two_categories_become_one_new_topic(editor):
    address = upload(editor, make_item(4, categories=NECK), make_item(5, "Knee", categories={"knee": "Knee"}))
    send(editor, address, "update", **{field_of(editor, address, "Knee"): "Neck"})
    send(editor, address, "apply")

    assert TopicName.objects.get().name == "Neck"


def test_everything_is_a_draft_unless_there_is_a_reason(editor):
    address = upload(editor, make_item(4))
    refused = Page(send(editor, address, "update", is_public="on"))
    assert refused.texts(".errorlist li") == ["Give a reason, or untick the box above."]
    assert not OldSiteImport.objects.get().choices

    send(editor, address, "update", is_public="on", publish="Our doctors wrote it.", next_review_on="2027-06-30")
    send(editor, address, "apply")
    text = ArticleText.objects.get()
    assert (text.state, text.unreviewed_because) == ("published", "Our doctors wrote it.")
    assert text.article.next_review_on.isoformat() == "2027-06-30"


def test_reason_alone_publishes_nothing(editor):
    address = upload(editor, make_item(4))
    send(editor, address, "update", publish="Our doctors wrote it.")
    send(editor, address, "apply")

    assert ArticleText.objects.get().state == "draft"


def test_language_is_asked_for_texts_that_do_not_say_it(editor):
    assert not Page(editor.get(upload(editor, make_item(4, language="en")))).all("[name=language]")
    address = upload(editor, make_item(5, "Cuello"))
    send(editor, address, "update", language="es")
    send(editor, address, "apply")

    assert ArticleText.objects.get().language == "es"


@pytest.mark.whole
def test_language_of_each_text_can_be_chosen_and_other_letters_are_warned_of(editor):
    items = (
        make_item(4, "Neck"),
        make_item(5, "Cuello"),
        make_item(6, "ألم الرقبة", "استرح أسبوعًا."),
        make_item(7, "Hip"),
    )
    address = upload(editor, *items)
    page = Page(editor.get(address))
    assert page.texts("details[open] > .form-row > label") == ["ألم الرقبة", "Neck", "Cuello", "Hip"]
    assert "Choose another language (1)" in page.text("#content-main")

    chosen = {field_of(editor, address, "Cuello"): "es", field_of(editor, address, "ألم"): "ar"}
    page = Page(send(editor, address, "update", **chosen))
    assert "Choose another language" not in page.text("#content-main")
    send(editor, address, "apply")
    languages = dict(ArticleText.objects.values_list("title", "language"))
    assert languages == {"Neck": "en", "Cuello": "es", "ألم الرقبة": "ar", "Hip": "en"}

    again = Page(editor.get(upload(editor, *items, make_item(8, "Arm"))))
    assert again.texts("details label") == ["Arm"]


def test_text_without_an_arabic_letter_is_not_arabic(editor):
    items = make_item(4, "Neck", language="ar"), make_item(5, "Neck", "قال “Rest”", language="en")
    page = Page(editor.get(upload(editor, *items)))

    assert "Choose another language (1)" in page.text("#content-main")


def test_picture_gets_its_sentence_and_can_be_looked_at(editor, uploads):
    address = upload(editor, make_item(4, meta={"_thumbnail_id": "7"}), make_picture(7))
    page = Page(editor.get(address))
    assert "Pictures that these articles show: 1. All of them are in the uploads folder." in page.text("#content-main")
    thumbnail = editor.get(page.one(".old-site__thumbnail")["src"])
    assert (thumbnail["Content-Type"], thumbnail.content[8:12]) == ("image/webp", b"WEBP")

    name = field_of(editor, address, "2022/06/shoulder.jpg")
    send(editor, address, "update", **{name: "A shoulder."})
    assert Page(editor.get(address)).one(f"[name={name}]").get_text().strip() == "A shoulder."
    send(editor, address, "apply")
    assert Picture.objects.get().alternative_text == "A shoulder."


@pytest.mark.parametrize("path", ["2022/06/shoulder.jpg", "../secret.jpg:signed", ""])
def test_file_that_no_page_shows_is_not_sent(editor, uploads, path):
    response = editor.get(f"{LIST}picture/", {"path": path})

    assert response.status_code == 400


def test_without_a_folder_of_uploads_the_page_says_whom_to_ask(editor, tmp_path, settings):
    settings.DATA_DIR = tmp_path
    for address in (ADD, upload(editor, make_item(4, meta={"_thumbnail_id": "7"}), make_picture(7))):
        assert "Ask the person who runs the site to copy its folder wp-content/uploads to old-uploads" in Page(
            editor.get(address)
        ).text("#content-main")


def test_page_comes_as_an_article_or_its_address_leads_on(editor, client):
    old = [make_item(n, title, type="page") for n, title in ((5, "Our method"), (6, "Find us"), (7, "Nothing"))]
    address = upload(editor, *old)
    choices = {field_of(editor, address, "Our method"): "article", field_of(editor, address, "Find us"): "/contact/"}
    send(editor, address, "update", **choices)
    send(editor, address, "apply")

    assert ArticleText.objects.get().title == "Our method"
    assert client.get("/find-us/")["Location"] == "/contact/"
    assert client.get("/nothing/").status_code == 404


def test_address_of_a_polish_page_leads_to_a_polish_one(editor):
    address = upload(editor, make_item(5, "Kontakt", type="page", language="pl"))

    options = [each["value"] for each in Page(editor.get(address)).all("optgroup option")]
    assert "/pl/contact/" in options
    assert "/contact/" not in options


@pytest.mark.whole
def test_many_pages_are_asked_about_in_turns(editor):
    address = upload(editor, *(make_item(n, f"Page {n}", type="page") for n in range(1, 302)))
    page = Page(editor.get(address))
    rows = [each["name"] for each in page.all("select") if each["name"].startswith("pages-")]
    assert len(rows) == 200
    send(editor, address, "update", **dict.fromkeys(rows, "/contact/"))

    undecided = Page(editor.get(address)).all("select[name^=pages-]:not(:has(option[value]:not([value=''])[selected]))")
    assert len(undecided) == 101
    assert len(OldSiteImport.objects.get().choices["pages"]) == 200


def test_command_finds_the_folder_of_uploads_by_itself(uploads, tmp_path, capsys):
    file = tmp_path / "export.xml"
    file.write_text(make_export(make_item(4, meta={"_thumbnail_id": "7"}), make_picture(7, alternative_text="Alt.")))
    call_command("import_wordpress", file)
    assert "New pictures: 1" in capsys.readouterr().out

    call_command("import_wordpress", file, uploads=tmp_path / "old-uploads" / "2022")
    assert "New pictures: 0" in capsys.readouterr().out


# Bringing along


def test_accepted_plan_comes_along_and_the_export_goes(editor):
    address = upload(editor, make_item(4), make_item(5, "Knee"))
    page = send(editor, address, "apply")

    assert told(page) == ["Import finished: 2 articles imported. Open the list of articles"]
    assert ArticleText.objects.count() == 2
    assert not WaitingItem.objects.exists()
    assert LogEntry.objects.filter(user__username="eva", change_message="Imported from the old site.").count() == 2
    shown = Page(page).text("pre")
    assert "New texts: 2" in shown
    download = editor.get(Page(page).links("Download it as text")[0])
    assert download["Content-Disposition"].startswith('attachment; filename="old-site-')
    assert " ".join(download.content.decode().split()) == shown


@pytest.mark.whole
def test_button_and_message_tell_new_articles_from_updated_ones(editor):
    reason = {"is_public": "on", "publish": "Our doctors wrote it."}
    address = upload(editor, make_item(1, "One"), make_item(2, "Two", "Rest."))
    send(editor, address, "update", **reason)
    assert Page(editor.get(address)).one("[name=apply]")["value"] == "Import 2 articles (2 public at once)"
    send(editor, address, "apply")
    new = [make_item(3, "Three"), make_item(4, "Four", status="draft"), make_item(5, "Five")]
    address = upload(editor, make_item(1, "One"), make_item(2, "Two", "Move."), *new)
    send(editor, address, "update", **reason)

    button = "Import 3 articles (2 public at once, 1 as a draft), update 1 article (1 of them public)"
    assert Page(editor.get(address)).one("[name=apply]")["value"] == button
    sentence = "Import finished: 3 articles imported, 1 updated. Open the list of articles"
    assert told(send(editor, address, "apply")) == [sentence]

    address = upload(editor, make_item(1, "One", "Rest."), make_item(2, "Two", "Heat."))
    assert Page(editor.get(address)).one("[name=apply]")["value"] == "Update 2 articles (2 of them public)"
    sentence = "Import finished: 2 articles updated. Open the list of articles"
    assert told(send(editor, address, "apply")) == [sentence]


def test_articles_to_check_are_open_and_long_notes_folded(editor):
    words = " ".join(f"word{number}" for number in range(100))
    page = Page(editor.get(upload(editor, make_item(4, "Neck", f"Rest <s>{words}</s>."), make_item(5, "Knee"))))

    neck, knee = (
        next(each.parent for each in page.all("summary") if each.get_text() == name) for name in ("Neck", "Knee")
    )
    assert neck.has_attr("open")
    assert not neck.find_parent("details")
    assert not neck.select_one("details").has_attr("open")
    assert words in neck.select_one("details").get_text()
    assert not knee.find_parent("details").has_attr("open")


def test_page_that_this_site_answers_itself_is_not_redirected(editor):
    page = Page(editor.get(upload(editor, make_item(5, "Contact", type="page"), make_item(6, "Rooms", type="page"))))

    contact, rooms = page.all("select[name^=pages-]")
    assert [option.get_text() for option in contact.select("option")] == ["Not imported", "Imported as an article"]
    assert "(this site’s own page answers there)" in contact.parent.get_text()
    assert len(rooms.select("optgroup option")) > 1


def test_finished_page_tells_what_was_done_and_what_is_left(editor, uploads):
    picture = make_picture(7)
    items = [make_item(4, meta={"_thumbnail_id": "7"}), make_item(5, "Knee", status="draft"), picture]
    address = upload(editor, *items, make_item(6, "About us", type="page"))
    asked = ["Choose a topic", "New topics", "Decide what happens to pages"]
    assert all(title in as_text(tell(pages.make_plan(OldSiteImport.objects.get()).plan)) for title in asked)
    page = Page(send(editor, address, "apply"))

    assert page.texts("#content-main h2") == ["What is left to do", "The report"]
    shown = page.text("#content-main")
    assert "Texts from the old site that are drafts now: 2." in shown
    assert "Upload an export again to import the pictures that are waiting." in shown
    assert page.text("pre").startswith("What was imported")
    assert "2022/06/shoulder.jpg: It has no alternative text in English." in page.text("pre")
    assert not [each for each in [*asked, "will be", "your decisions"] if each in shown]

    ArticleText.objects.update(state="published", unreviewed_because="Our doctors wrote it.")
    address = upload(editor, make_item(8, "Hip"))
    send(editor, address, "apply")
    ArticleText.objects.update(state="published", unreviewed_because="Our doctors wrote it.")
    left = Page(editor.get(address)).texts("#content-main ul li")
    assert [each.partition(" ")[0] for each in left] == ["Read", "Delete", "Ask"]


def test_person_lands_where_the_work_is(editor):
    address = upload(editor, make_item(4))
    fields = {**Page(editor.get(address)).fields("#content-main form"), "update": "on"}
    response = editor.post(address, fields)
    assert response["Location"] == f"{address}#counts"
    assert Page(editor.get(address)).one("#counts")["tabindex"] == "-1"

    page = Page(editor.post(address, {**fields, "is_public": "on", "tag_base": ""}))
    summary = page.one(".errornote[autofocus][tabindex='-1']")
    targets = [link["href"] for link in summary.select("a")]
    assert [page.one(target)["name"] for target in targets] == ["publish", "tag_base"]
    assert page.texts(".errornote li") == [
        "Reason for publishing without a review: Give a reason, or untick the box above.",
        "Tag base: This field is required.",
    ]


def test_plan_that_is_not_the_one_that_was_read_is_not_applied(editor):
    address = upload(editor, make_item(4))
    fields = Page(editor.get(address)).fields("#content-main form")
    make_clinic()
    changed = {**fields, "is_public": "on", "publish": "Our doctors wrote it.", "apply": "on"}
    page = editor.post(address, changed, follow=True)

    assert told(page) == ["The report below now follows your decisions. Check it, then import."]
    assert not Article.objects.exists()
    assert Page(page).one("[name=is_public]").has_attr("checked")

    fields = Page(page).fields("#content-main form")
    make_article(slug="stiff-neck-in-the-morning")
    page = editor.post(address, {**fields, "apply": "on"}, follow=True)
    assert told(page) == ["The plan has changed. Check it again before importing."]
    assert not ImportedItem.objects.exists()


def test_import_that_takes_long_is_continued(editor, monkeypatch):
    monkeypatch.setattr(pages, "SECONDS", 0)
    monkeypatch.setattr(pages, "LEAST_SECONDS", 0.0001)
    address = upload(editor, *(make_item(n, f"Article {n}", categories=NECK) for n in (1, 2, 3)))
    page = send(editor, address, "apply")
    assert told(page) == ["Articles imported just now: 1. Left: 2. Select Continue."]
    assert Page(page).one("[name=apply]")["value"] == "Continue"

    send(editor, address, "apply")
    page = send(editor, address, "apply")
    assert told(page) == ["Import finished: 1 more article imported. Open the list of articles"]
    assert ArticleText.objects.count() == ImportedItem.objects.count() == 3
    assert "New texts: 3" in OldSiteImport.objects.get().report
    assert "What could not be imported" not in OldSiteImport.objects.get().report


def test_import_that_is_continued_can_be_stopped(editor, monkeypatch):
    monkeypatch.setattr(pages, "SECONDS", 0)
    monkeypatch.setattr(pages, "LEAST_SECONDS", 0.0001)
    address = upload(editor, make_item(1, "One"), make_item(2, "Two"))
    send(editor, address, "apply")
    page = send(editor, address, "cancel")

    assert told(page) == ["Stopped. What has been imported stays, and the uploaded export is deleted."]
    assert (ArticleText.objects.count(), WaitingItem.objects.count()) == (1, 0)
    assert Page(page).text("pre").startswith("This import was stopped before everything named below was done.")


def test_import_that_cannot_be_continued_says_why(editor, monkeypatch):
    monkeypatch.setattr(pages, "SECONDS", 0)
    monkeypatch.setattr(pages, "LEAST_SECONDS", 0.0001)
    address = upload(editor, make_item(1, "One"), make_item(2, "Two"))
    send(editor, address, "apply")
    ImportedItem.objects.update(guid="another")
    [message] = told(send(editor, address, "apply"))

    assert "is not the one that was imported with this number before" in message
    assert ArticleText.objects.count() == 1


def test_second_click_brings_nothing_twice(editor):
    address = upload(editor, make_item(4))
    fields = {**Page(editor.get(address)).fields("#content-main form"), "apply": "on"}
    for _ in range(2):
        page = editor.post(address, fields, follow=True)

    assert page.status_code == 200
    assert ArticleText.objects.count() == 1


def test_second_click_waits_for_the_first(editor):
    address = upload(editor, make_item(4))
    fields = {**Page(editor.get(address)).fields("#content-main form"), "apply": "on"}
    assert OldSiteImport.objects.get().claim()
    for button in ("apply", "cancel"):
        page = editor.post(address, {**fields, button: "on"}, follow=True)
        assert told(page) == ["This import is already running. Wait a minute, then try again."]
    assert WaitingItem.objects.exists()
    assert not Article.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(minutes=3)):  # the first one died
        editor.post(address, fields)
    assert ArticleText.objects.count() == 1


def test_article_that_fails_is_named_and_the_rest_comes(editor, uploads, monkeypatch):
    items = [make_item(4, "Neck", meta={"_thumbnail_id": "7"}), make_item(5, "Knee")]
    address = upload(editor, *items, make_picture(7, alternative_text="A shoulder."))
    monkeypatch.setattr("articles.pictures.store_files", fail)
    page = send(editor, address, "apply")

    sentence = "Neck: Nothing could be written: No space left on device."
    assert told(page) == [f"Not imported: {sentence}", "Import finished: 1 article imported. Open the list of articles"]
    assert "What could not be imported" in Page(page).text("pre")
    assert sentence in Page(page).text("pre")
    assert ArticleText.objects.get().title == "Knee"
    assert not Picture.objects.exists()


def fail(*_):
    raise OSError(28, "No space left on device")


def test_second_upload_of_the_same_export_has_nothing_to_do(editor):
    send(editor, upload(editor, make_item(4)), "apply")
    page = Page(editor.get(upload(editor, make_item(4))))

    assert not page.all("[name=apply]")
    assert "There is nothing to import" in page.text("#content-main")


def test_export_of_another_site_is_refused_with_a_sentence(editor):
    send(editor, upload(editor, make_item(4)), "apply")
    page = Page(editor.get(upload(editor, make_item(4, guid=f"{ADDRESS}/?p=400"))))

    assert "is not the one that was imported with this number before" in page.text(".errornote")


def test_old_site_that_was_set_up_anew_can_be_imported_as_new_articles(editor):
    anew = make_item(4, "Knee", guid=f"{ADDRESS}/?p=400")
    send(editor, upload(editor, make_item(4, "Neck")), "apply")
    address = upload(editor, anew)
    page = send(editor, address, "renumbered")
    assert "Imported before and no longer in the export (1)" in Page(page).text("#content-main")
    send(editor, address, "apply")

    assert set(ArticleText.objects.values_list("title", flat=True)) == {"Neck", "Knee"}
    assert not Page(editor.get(upload(editor, anew))).all(".errornote, [name=apply]")
    other = make_item(4, "Hip", guid=f"{ADDRESS}/?p=4000")
    assert Page(editor.get(upload(editor, other))).all("[name=renumbered]")  # asked again


def test_only_an_export_with_other_posts_can_be_imported_as_new(editor):
    page = Page(
        editor.get(upload(editor, make_item(4, "Neck"), make_item(4, "Knee", guid="https://other.example/?p=4")))
    )

    assert "If you chose the wrong file, cancel" in page.text("#content-main")
    assert not page.all("[name=renumbered]")


def test_export_of_a_site_under_another_address_is_told(editor):
    send(editor, upload(editor, make_item(4)), "apply")
    address = upload(editor, make_item(4), address="https://staging.example")
    sentence = "Imported before: old.example. This export: https://staging.example."
    assert sentence in Page(editor.get(address)).text("#content-main")
    send(editor, address, "apply")

    again = upload(editor, make_item(4), address="https://staging.example")
    assert sentence not in Page(editor.get(again)).text("#content-main")


def test_exports_of_two_sites_in_one_upload_are_refused_with_a_sentence(editor):
    other = make_item(4, "Knee", guid="https://other.example/?p=4")
    page = Page(editor.get(upload(editor, make_item(4, "Neck"), other)))

    assert "Item 4 comes twice and is not the same." in page.text(".errornote")


def test_canceled_import_leaves_nothing(editor):
    address = upload(editor, make_item(4))
    page = send(editor, address, "cancel")

    assert told(page) == ["Canceled: nothing was imported, and the uploaded export is deleted."]
    assert not OldSiteImport.objects.exists()
    assert "Stiff neck" not in everything_stored()
    page = editor.get(address, follow=True)
    assert page.redirect_chain == [(LIST, 302)]
    assert told(page) == ["This import was canceled, and its uploaded export is deleted."]


# Who and how long


def test_colleague_of_the_group_may_go_on(editor):
    address = upload(editor, make_item(4))
    colleague = signed_in("ewa", "Manager")
    assert Page(colleague.get(LIST)).texts(".field-file_names a") == ["export.xml"]
    send(colleague, address, "apply")

    assert ArticleText.objects.count() == 1


@pytest.mark.parametrize("group", ["Front desk", "nobody"])
def test_others_may_neither_look_nor_upload(editor, group):
    address = upload(editor, make_item(4))
    other = signed_in("otto", group)

    for page in (ADD, LIST, address, f"{LIST}picture/", f"{address.removesuffix('change/')}report/"):
        assert [other.get(page).status_code, other.post(page, {"cancel": "on"}).status_code] == [403, 403], page
    assert WaitingItem.objects.count() == 1


@pytest.mark.parametrize(("hours", "is_kept"), [(22.9, True), (23.1, False)])
def test_uploaded_export_is_kept_for_a_day_at_most(editor, hours, is_kept):
    address = upload(editor, make_item(4))
    [task] = [task for task in TASKS if task.run is delete_waiting_items]
    assert task.every == timedelta(hours=1)
    OldSiteImport.objects.update(started_at=timezone.now() - timedelta(hours=hours))
    fields = {"apply": "on", "digest": "any"}
    response = editor.post(address, fields, follow=True)
    task.run()

    assert WaitingItem.objects.exists() == is_kept
    assert ("The export was deleted after 24 hours" in Page(response).text("#content-main")) != is_kept
    assert not Article.objects.exists()


def test_lists_lead_to_it(editor):
    assert ADD in Page(editor.get("/admin/articles/article/")).links("Articles from the old site")
    assert ADD in Page(editor.get(LIST)).links("Import articles from the old site")


# What an accepted plan promises


def test_picture_that_turns_out_to_be_damaged_is_named_in_the_report(editor, uploads):
    whole = picture_file("PNG", size=(300, 300))
    (uploads / "half.png").write_bytes(whole[: len(whole) // 2])
    picture = make_picture(7, "half.png", alternative_text="A knee.")
    address = upload(editor, make_item(4, meta={"_thumbnail_id": "7"}), picture)
    page = send(editor, address, "apply")

    assert any("The picture half.png" in sentence for sentence in told(page))
    assert "The picture half.png" in OldSiteImport.objects.get().report
    assert ArticleText.objects.count() == 1


def test_redirects_of_an_accepted_plan_are_written_even_if_the_last_answer_plans_others(editor, monkeypatch):
    monkeypatch.setattr(pages, "SECONDS", 0)
    monkeypatch.setattr(pages, "LEAST_SECONDS", 0.0001)
    address = upload(editor, *(make_item(n, f"Article {n}", categories=NECK) for n in (1, 2)))
    send(editor, address, "apply")
    Redirect.objects.create(site_id=1, old_path="/feed/", new_path="/contact/")
    send(editor, address, "apply")

    redirects = dict(Redirect.objects.values_list("old_path", "new_path"))
    assert (redirects["/feed/"], redirects["/rss/"]) == ("/contact/", "/articles/feed/")


def test_export_of_more_posts_than_a_browser_waits_for_is_led_to_the_command(editor, monkeypatch):
    monkeypatch.setattr(stored, "MOST_POSTS", 2)
    page = editor.post(ADD, {"files": [xml_file(*(make_item(n, f"Article {n}") for n in (1, 2, 3)))]})

    assert "The export has more than 2 posts and pages." in Page(page).text(".errorlist")
    assert not WaitingItem.objects.exists()


def test_damaged_picture_of_an_earlier_answer_is_named_once(editor, uploads, monkeypatch):
    monkeypatch.setattr(pages, "SECONDS", 0)
    monkeypatch.setattr(pages, "LEAST_SECONDS", 0.0001)
    whole = picture_file("PNG", size=(300, 300))
    (uploads / "half.png").write_bytes(whole[: len(whole) // 2])
    items = [make_item(4, "Neck", meta={"_thumbnail_id": "7"}), make_item(5, "Knee")]
    address = upload(editor, *items, make_picture(7, "half.png", alternative_text="A knee."))
    assert any("The picture half.png" in sentence for sentence in told(send(editor, address, "apply")))
    page = send(editor, address, "apply")

    assert told(page) == ["Import finished: 1 more article imported. Open the list of articles"]
    assert OldSiteImport.objects.get().report.count("The picture half.png: ") == 1


@pytest.mark.parametrize("what", ["is running", "is accepted", "is finished", "is deleted"])
def test_choices_are_not_saved_when_a_colleagues_import(editor, what):
    upload(editor, make_item(4))
    opened, other = OldSiteImport.objects.get(), OldSiteImport.objects.get()
    if what == "is running":
        assert other.claim()
    elif what == "is accepted":
        OldSiteImport.objects.update(accepted=["a digest"])
    elif what == "is finished":
        other.finish()
    else:
        other.delete()

    assert not opened.save_choices({"language": "es"})
    assert not OldSiteImport.objects.exclude(choices={}).exists()
    assert OldSiteImport.objects.exists() == (what != "is deleted")


def test_choices_sent_while_a_colleague_imports_are_refused(editor):
    address = upload(editor, make_item(4))
    fields = Page(editor.get(address)).fields("#content-main form")
    assert OldSiteImport.objects.get().claim()
    page = editor.post(address, {**fields, "category_base": "topics", "update": "on"}, follow=True)

    assert told(page) == ["This import is already running. Wait a minute, then try again."]
    assert OldSiteImport.objects.get().choices == {}


def test_names_of_authors_go_with_an_export_that_expires(editor):
    upload(editor, make_item(4, author="jane-at-mail"))
    OldSiteImport.objects.update(started_at=timezone.now() - timedelta(hours=24))
    delete_waiting_items()

    assert "jane-at-mail" not in everything_stored()


def test_names_of_authors_go_with_the_export(editor):
    address = upload(editor, make_item(1, author="jane-at-mail"))
    assert OldSiteImport.objects.get().site["authors"] == ["editor", "jane-at-mail"]
    send(editor, address, "apply")

    assert OldSiteImport.objects.get().site == {}


def test_reason_without_the_tick_is_not_dropped_in_silence(editor):
    address = upload(editor, make_item(1))
    page = send(editor, address, "update", publish="Our doctors wrote it.")

    assert "Tick this box to publish, or empty the reason below." in Page(page).text("#content-main")


def test_next_import_of_the_same_site_begins_with_the_last_decisions(editor):
    make_topic("neck-pain", en="Neck pain")
    items = make_item(1, categories=NECK), make_item(2, "About us", type="page")
    address = upload(editor, *items)
    topic, page = (field_of(editor, address, label) for label in ("Neck", "About us"))
    decided = {topic: "neck-pain", page: "/contact/", "is_public": "on", "publish": "Our doctors wrote it."}
    send(editor, address, "update", **decided)
    send(editor, address, "apply")
    again = upload(editor, *items, make_item(3, "Knee", categories=NECK))

    fields = Page(editor.get(again)).fields("#content-main form")
    assert (fields[field_of(editor, again, "Neck")], fields["publish"]) == ("neck-pain", "")
    assert "Decide what happens to pages" not in Page(editor.get(again)).text("#content-main")
    assert OldSiteImport.objects.first().choices["pages"] == {"2": "/contact/"}
    assert upload(editor, make_item(1), address="https://other.example") != again
    assert OldSiteImport.objects.first().choices == {}


def test_review_that_is_due_in_the_past_is_refused(editor):
    address = upload(editor, make_item(1))
    page = send(editor, address, "update", next_review_on="2020-01-01")

    assert "Choose today or a later day" in Page(page).text("#content-main")
    assert OldSiteImport.objects.get().choices == {}


def test_decision_that_the_next_export_has_no_use_for_is_no_mistake_of_the_editor(editor):
    address = upload(editor, make_item(1), make_item(2, "About us", type="page"))
    send(editor, address, "update", **{field_of(editor, address, "About us"): "/contact/"})
    send(editor, address, "apply")
    again = upload(editor, make_item(1), make_item(3, "Knee"))

    assert OldSiteImport.objects.first().choices["pages"] == {"2": "/contact/"}
    assert "match nothing" not in Page(editor.get(again)).text("#content-main")
