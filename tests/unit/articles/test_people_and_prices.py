"""How staff write people, prices and reviews by people in the admin."""

from datetime import date

import pytest
import time_machine

from articles.models import Article, ArticleText, Person, Price
from tests.factories import make_article, make_person, make_picture, make_price
from tests.pages import Page

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
NO_ADVICE = "Not medical advice."


def new(kind, **fields):
    sent = {
        "kind": kind, "order": "1", "published_at_0": "2026-01-05", "published_at_1": "09:00",
        "texts-TOTAL_FORMS": "1", "texts-INITIAL_FORMS": "0", "texts-0-language": "en", "texts-0-title": "A title",
        "texts-0-body": "<p>Some words.</p>", "texts-0-state": "published", "texts-0-unreviewed_because": NO_ADVICE,
    }  # fmt: skip
    return sent | {name.replace("__", "-"): value for name, value in fields.items()}


def test_a_person_is_written_on_one_page(staff):
    picture = make_picture()
    form = Page(staff.get(f"{LIST}add/?kind=person"))
    assert {"credential", "license_number", "languages", "other_languages", "photograph"} <= {
        field["name"].removeprefix("person-0-") for field in form.all("[name^=person-0-]")
    }
    sent = new("person", person__TOTAL_FORMS="1", person__INITIAL_FORMS="0", person__0__credential="DC")
    sent |= {"person-0-languages": ["en", "pl"], "person-0-photograph": picture.pk, "person-0-license_number": "000"}
    assert staff.post(f"{LIST}add/", sent).status_code == 302
    person = Person.objects.get()
    assert (person.languages, person.photograph, str(person)) == (["en", "pl"], picture, "A title, DC")


def test_a_license_needs_the_credential_that_it_is_for(staff):
    sent = new("person", person__TOTAL_FORMS="1", person__INITIAL_FORMS="0", person__0__license_number="000")
    page = Page(staff.post(f"{LIST}add/", sent))
    assert "Enter the credential that the license is for." in page.texts(".errorlist li")


def test_a_price_needs_an_amount_and_no_text_but_its_name(staff):
    sent = new("price", price__TOTAL_FORMS="1", price__INITIAL_FORMS="0", texts__0__body="")
    page = Page(staff.post(f"{LIST}add/", sent))
    assert page.texts(".errorlist li") == ["This field is required."]
    assert staff.post(f"{LIST}add/", sent | {"price-0-amount": "$00"}).status_code == 302
    assert Price.objects.get().amount == "$00"


def change(staff, article, **fields):
    """Opens the page of an article and sends it with other values."""
    address = f"{LIST}{article.pk}/change/"
    sent = Page(staff.get(address)).fields("#article_form")
    return staff.post(address, sent | {name.replace("__", "-"): value for name, value in fields.items()})


def test_of_two_who_change_a_price_at_once_the_second_is_told(staff):
    price = make_price("$00")
    address = f"{LIST}{price.article_id}/change/"
    opened = Page(staff.get(address)).fields("#article_form")
    assert change(staff, price.article, price__0__amount="$1").status_code == 302
    page = Page(staff.post(address, opened | {"price-0-amount": "$2"}))
    assert "What changed in the price" in page.text(".meanwhile")
    assert Price.objects.get().amount == "$1"


@pytest.fixture
def reviewed(staff):
    """An article that a person on the page of all has reviewed."""
    person = make_person(title="Sample clinician A")
    article = make_article()
    chosen = {"texts__0__reviewer": person.article_id, "texts__0__reviewed_on": "2026-02-01"}
    assert change(staff, article, **chosen).status_code == 302
    return article


def review_of(article):
    text = article.texts.get()
    return (text.reviewed_by, text.reviewer and text.reviewer.original.title, text.is_reviewed)


def test_a_chosen_persons_name_and_credential_are_filled_in(reviewed):
    assert review_of(reviewed) == ("Sample clinician A, DC", "Sample clinician A", True)


@pytest.mark.whole
def test_another_name_that_is_typed_is_another_person(staff, reviewed):
    change(staff, reviewed, texts__0__reviewed_by="Ana Ruiz, DC")
    assert review_of(reviewed) == ("Ana Ruiz, DC", None, True)


@pytest.mark.whole
def test_who_left_keeps_the_review_and_cannot_be_chosen_for_others(staff, reviewed):
    person = Person.objects.get()
    person.article.texts.update(state="draft", title="Somebody else")
    change(staff, reviewed, texts__0__summary="Other words.")
    assert review_of(reviewed) == ("Sample clinician A, DC", "Somebody else", False)
    other = Page(staff.get(f"{LIST}{make_article().pk}/change/"))
    assert other.texts("[name=texts-0-reviewer] option") == ["Someone not on “Our team”"]


def test_only_people_can_be_chosen_as_reviewers(staff):
    article = make_article()
    chosen = {"texts__0__reviewer": article.pk, "texts__0__reviewed_on": "2026-02-01"}
    assert change(staff, article, **chosen).status_code == 200
    assert ArticleText.objects.get().reviewed_on is None


def test_the_library_names_where_a_picture_of_a_person_or_the_clinic_is(staff):
    from tests.factories import make_clinic

    picture = make_picture()
    person = make_person(title="Sample clinician A", photograph=picture)
    make_clinic(entrance_picture=picture)
    page = Page(staff.get(f"/admin/articles/picture/{picture.pk}/change/"))
    assert page.links("Sample clinician A") == [f"{LIST}{person.article_id}/change/"]
    assert page.links("Integrated Health Solutions")[-1] == "/admin/clinic_site/clinic/1/change/"
    assert staff.post(f"/admin/articles/picture/{picture.pk}/delete/", {"post": "yes"}).status_code == 200
    assert Article.objects.count() == 1
    assert person.photograph.__class__.objects.filter(pk=picture.pk).exists()


def test_a_person_of_whom_only_the_name_is_known_can_review(staff):
    sent = new("person", person__TOTAL_FORMS="1", person__INITIAL_FORMS="0")
    assert staff.post(f"{LIST}add/", sent).status_code == 302
    assert str(Person.objects.get()) == "A title"


def test_who_has_left_is_not_offered_for_a_new_article(staff):
    make_person()
    left = make_person()
    left.article.texts.update(state="draft")
    page = Page(staff.get(f"{LIST}add/?kind=article"))
    offered = [option["value"] for option in page.all("[name=texts-0-reviewer] option")]
    assert str(left.article_id) not in offered
    assert len(offered) == 2  # nobody, and who is there


@time_machine.travel("2026-11-28T02:00:00Z", tick=False)
def test_a_price_is_of_the_clinics_day(staff):
    sent = new("price", price__TOTAL_FORMS="1", price__INITIAL_FORMS="0", price__0__amount="$00", texts__0__body="")
    assert staff.post(f"{LIST}add/", sent).status_code == 302
    assert Price.objects.get().changed_on == date(2026, 11, 27)
