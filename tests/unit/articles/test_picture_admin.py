"""How editors keep pictures and place them in articles."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadhandler import MemoryFileUploadHandler, TemporaryFileUploadHandler
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.actions import discard_pending, save_text
from articles.body_pictures import make_figure
from articles.models import ArticlePicture, Picture, PictureText
from articles.picture_admin import NewPictureForm
from articles.pictures import MAX_UPLOAD, make_versions
from clinic_site.facts import forget_facts
from tests.factories import answers, make_article, make_clinic, make_picture, make_translation, picture_file, upload
from tests.pages import Page
from tests.staff import make_account

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/picture/"
ADD = f"{LIST}add/"


@pytest.fixture(autouse=True)
def _clinic():
    make_clinic()


@pytest.fixture
def editor():
    client = Client()
    client.force_login(make_account("eva", groups=["Editor"]))
    return client


def picture_form(**changes):
    """What a browser posts from the form of a new picture."""
    return {"file": upload(), "name": "Stretching", "alternative_text": "A runner stretches.", **changes}


def errors(response):
    assert response.status_code == 200
    return Page(response).texts(".errorlist li")


def page_of(picture):
    return f"{LIST}{picture.pk}/change/"


# The library


def test_editor_adds_a_picture_with_its_texts(editor):
    texts = {"text_es": "Una corredora.", "text_ar": " عدّاءة "}
    response = editor.post(ADD, picture_form(**texts))
    assert response["Location"] == LIST
    picture = Picture.objects.get()
    assert (picture.name, picture.alternative_text) == ("Stretching", "A runner stretches.")
    assert (picture.width, picture.height) == (1200, 900)
    assert dict(picture.texts.values_list("language", "alternative_text")) == {"es": "Una corredora.", "ar": "عدّاءة"}
    for address, _ in picture.versions:
        assert editor.get(address)["Content-Type"] == "image/webp"


@pytest.mark.on_both_databases
def test_two_editors_who_add_one_picture_at_once_do_not_add_it_twice(editor, monkeypatch):
    """The first look of the second editor is over when the first one's picture is stored."""
    look, looks = NewPictureForm.clean_file, []

    def look_too_early_at_first(form):
        versions = make_versions(form.cleaned_data["file"])
        make_picture(name="The first", content_hash=versions.content_hash)  # undone with all else the first time
        looks.append(form)
        return look(form) if len(looks) > 1 else versions

    monkeypatch.setattr(NewPictureForm, "clean_file", look_too_early_at_first)
    response = editor.post(ADD, picture_form())
    assert errors(response) == ["Use the picture “The first” instead: it is the same one."]
    assert Page(response).text(".messagelist") == "Your changes weren't saved: someone else saved first."
    assert Picture.objects.count() == 1


def test_form_asks_for_every_language_of_the_site(editor, settings):
    fields = Page(editor.get(ADD)).fields("#picture_form")
    assert {name for name in fields if name.startswith("text_")} == {
        f"text_{code}" for code, _ in settings.LANGUAGES if code != "en"
    }


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"file": ""}, "Choose a file."),
        ({"file": upload(b"", "a.jpg")}, "Choose another file: this one is empty."),
        (
            {"file": upload(b"<svg onload='alert(1)'/>", "a.svg")},
            "Choose a JPEG, PNG, WebP, HEIC or AVIF file. Export the drawing as PNG.",
        ),
    ],
)
def test_what_is_missing_or_unusable_is_said_and_nothing_is_stored(editor, changes, sentence):
    assert errors(editor.post(ADD, picture_form(**changes))) == [sentence]
    assert not Picture.objects.exists()


@pytest.mark.parametrize("changes", [{"alternative_text": " "}, {"name": ""}])
def test_an_error_elsewhere_says_that_the_file_is_to_be_chosen_again(editor, changes):
    page = Page(editor.post(ADD, picture_form(**changes)))
    again = "Choose the file again: it is not kept while there are errors."
    assert sorted(page.texts(".errorlist li")) == [again, "This field is required."]
    assert page.texts(".field-file .errorlist li") == [again]
    assert not Picture.objects.exists()


def test_the_same_picture_again_is_reported_by_its_name(editor):
    make_picture(name="Knee", color="teal")
    assert errors(editor.post(ADD, picture_form())) == ["Use the picture “Knee” instead: it is the same one."]


def test_texts_are_changed_emptied_and_added(editor):
    picture = make_picture(texts={"es": "Antes.", "pl": "Przedtem."})
    shown = Page(editor.get(page_of(picture)))
    assert shown.text("[name=text_es]") == "Antes."
    assert shown.all("[type=file]") == []
    changed = {"name": "New name", "alternative_text": "New.", "text_es": "Después.", "text_pl": "", "text_ar": "بعد"}
    assert editor.post(page_of(picture), changed)["Location"] == LIST
    picture.refresh_from_db()
    assert (picture.name, picture.alternative_text) == ("New name", "New.")
    assert dict(picture.texts.values_list("language", "alternative_text")) == {"es": "Después.", "ar": "بعد"}


def test_list_begins_with_the_newest_picture(editor):
    for name in ("B", "A", "C"):
        make_picture(name=name)
    for address in (LIST, f"{LIST}?_popup=1&_to_field=content_hash"):
        assert Page(editor.get(address)).texts("#result_list .field-name") == ["C", "A", "B"]


def test_thumbnail_of_a_picture_is_its_smallest_version(editor):
    picture = make_picture()
    assert editor.get(f"{LIST}{picture.pk}/thumbnail/")["Location"] == picture.versions[0][0]
    assert editor.get(f"{LIST}{picture.pk + 1}/thumbnail/").status_code == 404


def test_page_of_a_picture_shows_it_and_the_articles_that_show_it(editor):
    article = make_article(title="On knees")
    picture = make_picture(in_article=article)
    page = Page(editor.get(page_of(picture)))
    assert page.one("img.preview")["src"] == picture.address
    assert page.links("On knees") == [f"/admin/articles/article/{article.pk}/change/"]
    assert "You can delete it" in Page(editor.get(page_of(make_picture()))).text(".field-where_used .readonly")


def test_list_shows_which_texts_are_missing_and_takes_as_many_queries_for_one_as_for_many(editor):
    make_picture(in_article=make_article(), texts={"es": "Uno."})
    row = Page(editor.get(LIST))
    assert row.texts("#result_list .field-missing_texts") == ["Arabic, Polish"]
    assert row.texts("#result_list .field-articles_shown_in") == ["1"]
    article = make_article()
    picture = make_picture(in_article=article, leads=article, texts={"es": "Uno."})
    assert "1" in Page(editor.get(f"{LIST}?q={picture.name.replace(' ', '+')}")).texts(".field-articles_shown_in")
    counts = []
    for more in (0, 5):
        for _ in range(more):
            make_picture(in_article=make_article(), texts={"es": "Uno."})
        forget_facts()
        with CaptureQueriesContext(connection) as queries:
            editor.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("place", ["in_article", "leads"])
def test_picture_in_use_cannot_be_deleted(editor, place):
    picture = make_picture(**{place: make_article(title="On knees")})
    page = Page(editor.get(f"{LIST}{picture.pk}/delete/"))
    assert "would require deleting the following protected related objects" in page.text("#content")
    editor.post(f"{LIST}{picture.pk}/delete/", {"post": "yes"})
    editor.post(LIST, {"action": "delete_selected", "_selected_action": [picture.pk], "post": "yes"})
    assert Picture.objects.filter(pk=picture.pk).exists()
    assert editor.get(picture.address).status_code == 200


@pytest.mark.parametrize("way", ["its page", "the list"])
def test_picture_of_no_article_is_deleted_with_its_files(editor, django_capture_on_commit_callbacks, way):
    picture = make_picture()
    with django_capture_on_commit_callbacks(execute=True):
        if way == "its page":
            editor.post(f"{LIST}{picture.pk}/delete/", {"post": "yes"})
        else:
            editor.post(LIST, {"action": "delete_selected", "_selected_action": [picture.pk], "post": "yes"})
    assert not Picture.objects.exists()
    assert editor.get(picture.address).status_code == 404


def test_front_desk_adds_no_picture():
    client = Client()
    client.force_login(make_account("fred", groups=["Front desk"]))
    assert client.post(ADD, picture_form()).status_code == 403
    assert not Picture.objects.exists()


# What the database refuses


@pytest.mark.on_both_databases
@pytest.mark.parametrize("change", [{"alternative_text": ""}, {"content_hash": "taken"}])
def test_database_refuses_a_picture_without_text_and_two_of_one_content(change):
    Picture.objects.create(name="A", alternative_text="A.", content_hash="taken", width=1, height=1)
    valid = {"name": "B", "alternative_text": "B.", "content_hash": "free", "width": 1, "height": 1}
    with pytest.raises(IntegrityError), transaction.atomic():
        Picture.objects.create(**valid | change)
    Picture.objects.create(**valid)


@pytest.mark.on_both_databases
@pytest.mark.parametrize("change", [{"alternative_text": ""}, {"language": "en"}, {"language": "es"}])
def test_database_refuses_texts_that_are_empty_english_or_there_already(change):
    picture = make_picture(texts={"es": "Uno."})
    with pytest.raises(IntegrityError), transaction.atomic():
        PictureText.objects.create(**{"picture": picture, "language": "pl", "alternative_text": "Jeden."} | change)


@pytest.mark.on_both_databases
def test_database_refuses_a_picture_twice_in_an_article():
    article = make_article()
    picture = make_picture(in_article=article)
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticlePicture.objects.create(article=article, picture=picture)


# Uploads


@pytest.fixture
def taken(monkeypatch):
    """How many bytes of uploads were kept in memory or on disk."""
    kept = []
    for handler in (MemoryFileUploadHandler, TemporaryFileUploadHandler):
        original = handler.receive_data_chunk

        def noted(self, raw_data, start, original=original):
            rest = original(self, raw_data, start)
            if rest is None:
                kept.append(len(raw_data))
            return rest

        monkeypatch.setattr(handler, "receive_data_chunk", noted)
    return kept


def test_a_photo_of_ten_megabytes_is_taken(editor, taken):
    photo = picture_file() + bytes(10 * 1024**2)
    assert editor.post(ADD, picture_form(file=upload(photo)))["Location"] == LIST
    assert sum(taken) == len(photo)


def test_a_file_that_is_too_large_is_not_kept_anywhere(editor, taken):
    large = upload(picture_file() + bytes(2 * MAX_UPLOAD))
    sentence = "Export the picture smaller (1,200 pixels wide is enough): this file is 30.1 MB; the limit is 15 MB."
    assert errors(editor.post(ADD, picture_form(file=large))) == [sentence]
    assert 0 < sum(taken) <= MAX_UPLOAD


@pytest.mark.parametrize("address", [ADD, "/admin/login/", "/consultation/", "/contact/"])
def test_files_of_strangers_are_dropped(client, taken, address):
    client.post(address, {**answers(), "file": upload()}, headers={"origin": "http://testserver"})
    assert taken == []


# Pictures of an article


def article_form(editor, article, **changes):
    """What a browser posts from the article's form as it stands, with changes."""
    return Page(editor.get(address_of(article))).fields("#article_form") | changes


def address_of(article):
    return f"/admin/articles/article/{article.pk}/change/"


def figure(picture):
    return make_figure(picture.content_hash)


def test_editor_chooses_the_picture_that_leads_by_name_or_adds_one(editor):
    article = make_article()
    knee, _ = make_picture(name="Knee"), make_picture(name="Hip")
    page = Page(editor.get(address_of(article)))
    assert page.texts("[name=lead_picture] option") == ["No picture", "Hip", "Knee"]
    assert page.one("#add_id_lead_picture")["href"].startswith(ADD)
    assert editor.post(address_of(article), article_form(editor, article, lead_picture=knee.pk)).status_code == 302
    article.refresh_from_db()
    assert article.lead_picture == knee


@pytest.mark.whole
def test_pictures_stand_where_the_words_say_and_are_noted(editor):
    article, one, other = make_article(body="<p>Bend.</p>"), make_picture(), make_picture()
    form = article_form(editor, article)
    form["texts-0-body"] = f"<p>Bend.</p>{figure(one)}<h2>Why</h2>{figure(other)}"
    assert editor.post(address_of(article), form).status_code == 302
    assert article.original.body == form["texts-0-body"]
    assert set(article.pictures.values_list("picture", flat=True)) == {one.pk, other.pk}
    form = article_form(editor, article)
    form["texts-0-body"] = f"<p>Bend.</p>{figure(other)}"
    assert editor.post(address_of(article), form).status_code == 302
    assert set(article.pictures.values_list("picture", flat=True)) == {other.pk}


def test_picture_of_a_draft_of_changes_is_kept_while_there_is_a_draft(editor):
    article, picture = make_article(body="<p>Bend.</p>"), make_picture()
    form = article_form(editor, article)
    form |= {"texts-0-body": f"<p>Bend.</p>{figure(picture)}", "texts-0-release": "keep"}
    assert editor.post(address_of(article), form).status_code == 302
    assert article.original.body == "<p>Bend.</p>"
    with pytest.raises(ProtectedError):
        picture.delete()
    discard_pending(article.original)
    picture.delete()


def test_deleted_language_keeps_no_picture(editor):
    article = make_article()
    make_translation(article, "es", state="draft")
    text = article.texts.get(language="es")
    picture = make_picture()
    text.body += figure(picture)
    save_text(text)
    form = article_form(editor, article)
    number = next(name[:-9] for name, value in form.items() if name.endswith("-language") and value == "es")
    assert editor.post(address_of(article), form | {f"{number}-DELETE": "on"}).status_code == 302
    picture.delete()


def test_a_text_with_a_picture_that_is_gone_is_not_saved(editor):
    article = make_article()
    written = make_figure("0" * 20, "Knee").replace("<img ", '<img alt="picture" ')  # as the editor writes it
    form = article_form(editor, article) | {"texts-0-body": written}
    sentence = "A picture in this text has been deleted. Take it out, or choose another one."
    assert sentence in errors(editor.post(address_of(article), form))


def test_pop_up_list_gives_the_editor_what_bodies_call_a_picture(editor):
    picture = make_picture(name="Knee")
    page = Page(editor.get(f"{LIST}?_to_field=content_hash&_popup=1"))
    (link,) = page.all("#result_list [data-popup-opener]")
    assert link["data-popup-opener"] == picture.content_hash
    assert editor.get(f"{LIST}?_to_field=width&_popup=1").status_code == 400


def test_choices_cost_the_same_for_one_picture_and_many(editor):
    article = make_article()
    editor.get(address_of(article))  # content types are read once
    counts = []
    for more in (1, 5):
        for _ in range(more):
            make_picture(in_article=article)
        forget_facts()
        with CaptureQueriesContext(connection) as queries:
            editor.get(address_of(article))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_editor_is_warned_of_published_texts_that_lack_an_alternative_text(editor):
    article = make_article()
    make_translation(article, "es")
    make_translation(article, "pl")
    make_translation(article, "ar", state="draft")
    picture = make_picture(name="Knee", texts={"es": "Rodilla."})
    form = article_form(editor, article, lead_picture=picture.pk)
    response = editor.post(address_of(article), form)
    warnings = [str(message) for message in get_messages(response.wsgi_request) if message.level_tag == "warning"]
    assert warnings == [
        f'<a href="/admin/articles/picture/{picture.pk}/change/">Write the alternative text</a> of “Knee” in Polish. '
        "Until then, these pages use the English one."
    ]


def test_no_warning_where_nothing_is_missing(editor):
    article = make_article()
    response = editor.post(address_of(article), article_form(editor, article, lead_picture=make_picture().pk))
    assert [message.level_tag for message in get_messages(response.wsgi_request)] == ["success"]
