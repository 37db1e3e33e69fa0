"""The list of requests, as the front desk goes through it. The clock stands on Monday noon."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from consultations.admin import ConsultationRequestAdmin
from consultations.desk import inbox
from consultations.desk.workflow import CAME, DID_NOT_COME
from consultations.models import AccessRecord, ConsultationRequest
from tests.factories import MONDAY_NOON, handle, make_clinic, make_request
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
LIST = "/admin/consultations/consultationrequest/"
HOUR = timedelta(hours=1)


@pytest.fixture
def clinic(clock, staff):
    return make_clinic()


def ask(**changes):
    """A request of somebody else than all the others."""
    number = ConsultationRequest.objects.count()
    return make_request(**{"phone": f"(312) 555-{number:04}", "email": "", "reason": f"Reason {number}", **changes})


def somebody(name, *, permissions=("view", "change"), **fields):
    user = get_user_model().objects.create_user(name, is_staff=True, **fields)
    user.user_permissions.set(
        Permission.objects.filter(codename__in=[f"{action}_consultationrequest" for action in permissions])
    )
    return user


def browser_of(user):
    client = Client()
    client.force_login(user)
    return client


def listed(staff, query=""):
    return Page(staff.get(LIST + query)).texts("#result_list .field-reference")


# Tabs


def test_list_opens_on_the_calls_to_make_with_the_oldest_promise_first(clinic, clock, admin_user):
    first = ask()
    clock.shift(21 * HOUR)
    later = ask()
    again = handle(ask(), outcome="no_answer")
    handle(ask(), state="scheduled")
    ask(subject="x")
    clock.shift(2 * HOUR)
    assert listed(browser_of(admin_user)) == [first.reference, again.reference, later.reference]


def test_who_wishes_to_be_called_later_in_the_day_comes_behind_those_to_call_now(clinic, clock, admin_user):
    clock.shift(-2 * HOUR)
    later, midday = ask(best_time="afternoon"), ask(best_time="midday")
    any_time, morning = ask(best_time="any"), ask(best_time="morning")
    assert listed(browser_of(admin_user)) == [row.reference for row in (morning, any_time, later, midday)]
    clock.shift(90 * timedelta(minutes=1))  # half past eleven
    assert listed(browser_of(admin_user)) == [row.reference for row in (morning, midday, any_time, later)]
    clock.shift(HOUR)
    assert listed(browser_of(admin_user)) == [row.reference for row in (midday, later, any_time, morning)]


def test_a_promise_that_is_over_counts_more_than_a_wish(clinic, clock, admin_user):
    ConsultationRequest.objects.filter(pk=(late := ask(best_time="afternoon")).pk).update(
        call_by=timezone.now() - HOUR, call_due_at=timezone.now() - HOUR
    )
    now = ask(best_time="midday")
    assert listed(browser_of(admin_user)) == [late.reference, now.reference]


def test_each_tab_shows_its_own(staff, clinic, admin_user):
    new, called, booked = ask(), handle(ask(), outcome="no_answer"), handle(ask(), state="scheduled")
    closed, held, mine = handle(ask(), state="closed"), ask(subject="x"), handle(ask(), assigned_to=admin_user)
    assert listed(staff, "?tab=to-call") == [new.reference, mine.reference]
    assert listed(staff, "?tab=mine") == [mine.reference]
    assert listed(staff, "?tab=waiting") == [called.reference]
    assert listed(staff, "?tab=scheduled") == [booked.reference]
    assert listed(staff, "?tab=held") == [held.reference]
    assert set(listed(staff, "?tab=all")) == {
        *(row.reference for row in (new, called, booked, closed, held, mine)),
    }
    assert listed(staff, "?tab=nowhere") == listed(staff)


def test_undecided_requests_are_above_those_with_a_next_call(staff, clinic):
    called, reached = handle(ask(), outcome="no_answer"), handle(ask(), outcome="reached")
    assert listed(staff, "?tab=waiting") == [reached.reference, called.reference]


def test_visits_whose_day_has_come_are_first_and_decided_by_two_buttons(staff, clinic):
    days = [date(2026, 3, 9), date(2026, 2, 27), date(2026, 3, 2)]
    later, overdue, today = (handle(ask(), state="scheduled", visit_on=day) for day in days)
    came, undated = handle(ask(), state="scheduled", visit_on=date(2026, 3, 2)), handle(ask(), state="scheduled")
    handle(came, **CAME)
    ConsultationRequest.objects.filter(pk=undated.pk).update(visit_on=None)  # scheduled in an older version
    page = Page(staff.get(f"{LIST}?tab=scheduled"))
    assert page.texts(".field-reference") == [row.reference for row in (undated, overdue, today, later)]
    assert page.texts(".field-visit") == ["", "Came Did not come", "Came Did not come", ""]
    for name, row, told in (
        ("came", overdue, "is closed: the patient came to the visit"),
        ("missed", today, "needs a decision: the patient did not come to the visit"),
    ):
        (button,) = [each for each in page.all(f"button[name={name}]") if f"/{row.pk}/" in each["formaction"]]
        response = staff.post(button["formaction"], {name: button["value"]}, follow=True)
        assert Page(response).texts(".messagelist li") == [f"{row.reference} {told}. Open it to check or undo"]
        assert response.request["QUERY_STRING"] == "tab=scheduled"
    assert listed(staff, "?tab=scheduled") == [undated.reference, later.reference]
    assert listed(staff, "?tab=waiting") == [today.reference]
    assert listed(staff, "?tab=all&closed_because__exact=came") == [came.reference, overdue.reference]


def test_a_visit_that_a_colleague_decided_meanwhile_is_a_conflict(staff, clinic):
    row = handle(ask(), state="scheduled", visit_on=date(2026, 3, 2))
    handle(row, **DID_NOT_COME)
    response = staff.post(f"{LIST}{row.pk}/verdict/", {"came": row.version}, follow=True)
    assert Page(response).texts(".messagelist li") == [
        f"Check {row.reference} again. Your choice wasn't saved: someone else saved first."
    ]
    row.refresh_from_db()
    assert row.came is False


def test_a_button_that_no_tab_has_is_refused(staff, clinic):
    row = handle(ask(), state="scheduled")
    for sent in ({}, {"deleted": row.version}, {"came": row.version}):  # its day has not come
        assert staff.post(f"{LIST}{row.pk}/verdict/", sent).status_code == 400


def test_tabs_are_links_with_counts_and_the_chosen_one_is_marked(staff, clinic):
    for _ in range(2):
        ask()
    ask(subject="x")
    page = Page(staff.get(f"{LIST}?tab=held"))
    assert page.texts(".tabs a") == [
        "To call (2)",
        "Questions (0)",
        "Mine (0)",
        "Waiting",
        "Scheduled",
        "Possible spam (1)",
        "All",
    ]
    assert page.text(".tabs [aria-current=page]") == "Possible spam (1)"
    assert page.links("To call (2)") == ["?tab=to-call"]


def test_counts_stop_at_a_maximum(staff, clinic, monkeypatch):
    monkeypatch.setattr(inbox, "MAX_COUNTED", 3)
    for _ in range(4):
        ask()
    assert Page(staff.get(LIST)).texts(".tabs a")[0] == "To call (2+)"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "No calls to make right now."),
        ("?tab=held", "No requests here."),
        ("?language=ar", "No matching requests."),
    ],
)
def test_an_empty_list_says_so(staff, clinic, query, words):
    assert Page(staff.get(LIST + query)).text(".empty-list") == words


# Filters and search


def test_filters_narrow_the_tab_they_are_chosen_on(staff, clinic):
    polish, spanish = ask(language="pl"), ask(language="es")
    unsaid = ask(language=None, page_language="es")
    ewa = somebody("ewa")
    hers = handle(ask(language="es"), assigned_to=ewa, state="scheduled")
    assert listed(staff, "?language=pl") == [polish.reference]
    assert listed(staff, "?language=es") == [spanish.reference, unsaid.reference]
    assert listed(staff, f"?tab=all&assignee={ewa.pk}") == [hers.reference]
    assert listed(staff, f"?assignee={ewa.pk}") == []
    assert listed(staff, "?assignee=nobody") == [polish.reference, spanish.reference, unsaid.reference]
    assert listed(staff, "?tab=all&state__exact=scheduled") == [hers.reference]
    page = Page(staff.get(f"{LIST}?tab=all&language=es"))
    assert page.links("Scheduled")[-1] == "?language=es&state__exact=scheduled&tab=all"
    assert page.links("✖ Clear all filters") == ["?tab=all"]


def test_filters_with_made_up_values_break_nothing(staff, clinic):
    ask()
    for query in ("?assignee=x", "?assignee=99999", "?language=x", "?state__exact=x", "?p=77", "?o=3.-1", "?since=x"):
        assert staff.get(LIST + query).status_code in (200, 302), query


def test_a_search_looks_through_all_tabs_and_goes_with_filters(staff, clinic):
    closed = handle(ask(full_name="Rosa Nowak", language="es"), state="closed")
    held = ask(full_name="Rosa Nowak", subject="x", language="pl")
    found = staff.post(f"{LIST}search/", {"term": "rosa"})["Location"]
    page = Page(staff.get(found))
    assert set(page.texts(".field-reference")) == {closed.reference, held.reference}
    assert page.text(".tabs [aria-current=page]") == "All"
    assert Page(staff.get(f"{found}&language=es")).texts(".field-reference") == [closed.reference]


# What a call needs


def cells(staff, column, query=""):
    return Page(staff.get(LIST + query)).texts(f"#result_list .field-{column}")


def test_list_names_the_number_to_call_and_whether_to_leave_a_voicemail(staff, clinic):
    handle(ask(phone="(312) 555-0142", voicemail_ok="no", best_time="any"), corrected_phone="312-555-0199")
    assert cells(staff, "call") == ["(312) 555-0199 Any time No voicemail"]
    assert Page(staff.get(LIST)).links("(312) 555-0199") == ["tel:+13125550199"]


def test_voicemail_is_left_only_for_those_who_said_yes(staff, clinic):
    ask(voicemail_ok=None)
    assert cells(staff, "call")[0].endswith("No voicemail")


def test_list_shows_the_first_words_of_a_message_in_its_own_direction(staff, clinic):
    ask(reason="First line.\r\n\r\nSecond " + "word " * 30, best_time="any")
    words = Page(staff.get(LIST)).one("#result_list .message")
    assert (words["dir"], len(words.get_text())) == ("auto", 80)
    assert words.get_text().startswith("First line. Second word word ")
    assert words.get_text().endswith("…")


def test_list_says_when_the_last_call_was(staff, clinic, clock):
    handle(ask(), outcome="no_answer")
    clock.shift(timedelta(minutes=5))
    assert cells(staff, "next_step", "?tab=all") == [
        "Call again after 2 p.m. today: nobody answered Last call noon today"
    ]


def test_held_requests_show_their_message_and_why_they_are_held(staff, clinic):
    held = ask(subject="x", reason="It hurts.")
    assert cells(staff, "message", "?tab=held") == [
        "It hurts. Held because the hidden field was filled in Received noon today"
    ]
    handle(held, state="spam")
    assert cells(staff, "message", "?tab=all") == ["It hurts. Received noon today"]


# What a list costs


def test_list_reads_only_the_columns_it_shows(staff, clinic):
    ask()
    with CaptureQueriesContext(connection) as queries:
        staff.get(LIST)
    (rows,) = [query["sql"] for query in queries if "full_name" in query["sql"]]
    for column in (
        '"email"',
        "unverified_phone",
        "source_page",
        "from_service",
        "consent_wording",
        "token",
        "password",
    ):
        assert column not in rows


@pytest.mark.whole
def test_a_tab_costs_the_same_for_one_and_many(staff, clinic, admin_user):
    def fill():
        ask(subject="x")
        for what in ({}, {"outcome": "no_answer"}, {"state": "scheduled"}, {"assigned_to": admin_user}):
            handle(ask(), **what)

    fill()
    staff.get(LIST)  # content types are read once
    costs = []
    for _ in range(2):
        costs.append({tab.name: cost_of(staff, f"{LIST}?tab={tab.name}") for tab in inbox.TABS})
        fill()
    assert costs[0] == costs[1]


def cost_of(staff, address):
    with CaptureQueriesContext(connection) as queries:
        assert staff.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    ("query", "index", "columns"),
    [
        ("?tab=all&language=es", "request_by_language", "spoken_language=?"),
        ("?tab=all&state__exact=closed", "request_by_state", "state=?"),
        ("?tab=all&closed_because__exact=other", "request_by_reason", "closed_because=?"),
        ("?tab=all&assignee=nobody", "request_by_who", "assigned_to_id=?"),
    ],
)
def test_filtered_requests_are_read_in_the_order_of_an_index(staff, clinic, query, index, columns):
    with CaptureQueriesContext(connection) as queries:
        staff.get(LIST + query)
    (rows,) = [query["sql"] for query in queries if "full_name" in query["sql"]]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {rows}")
            plan = [line[-1] for line in cursor.fetchall()]
            assert plan[0].endswith(f"USING INDEX {index} ({columns})")
            assert [line for line in plan if "TEMP B-TREE" in line] == []
        else:  # it would read and sort so few rows: is there another way?
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute(f"EXPLAIN {rows}")
            plan = "\n".join(line[0] for line in cursor.fetchall())
            assert "Presorted Key: consultations_consultationrequest.received_at\n" in plan


def test_a_long_list_is_counted_some_pages_ahead_and_goes_on_from_there(staff, clinic, monkeypatch):
    monkeypatch.setattr(inbox, "PAGES_AHEAD", 1)
    monkeypatch.setattr(ConsultationRequestAdmin, "list_per_page", 2)
    monkeypatch.setattr(ConsultationRequestAdmin, "list_max_show_all", 2)
    oldest_first = [ask().reference for _ in range(5)]
    first, second, third = (Page(staff.get(f"{LIST}?p={page}")) for page in (1, 2, 3))
    told = [page.text(".paginator").removesuffix(" consultation requests") for page in (first, second, third)]
    assert told == ["1 2 4+", "1 2 3 5", "1 2 3 5"]
    listed = [page.texts(".field-reference") for page in (first, second, third)]
    assert [reference for page in listed for reference in page] == oldest_first
    assert "Select all 4+ consultation requests" in first.text(".actions")
    assert staff.get(f"{LIST}?p=4").status_code == 302


def test_language_filter_uses_the_language_to_speak(clinic):
    for answered in ({"language": "pl"}, {"language": None}, {"language": "other"}):
        row = ask(page_language="es", **answered)
        assert row.spoken_language == (row.language or "es")


# News


def news(staff, since):
    return staff.get(f"{LIST}news/", {"since": since}, headers={"x-background-refresh": "1"})


def test_news_are_a_number_and_leave_no_record(staff, clinic, clock):
    ask()
    address = Page(staff.get(LIST)).one("[data-news]")["data-news"]
    records = AccessRecord.objects.count()
    assert staff.get(address).json() == {"count": 0}
    clock.shift(timedelta(minutes=1))
    ask(), ask(), ask(subject="x"), handle(ask(), outcome="reached")
    changes = AccessRecord.objects.filter(action="change").count()
    assert staff.get(address).json() == {"count": 2}
    assert AccessRecord.objects.count() == records + changes


@pytest.mark.parametrize(
    "since", ["", "yesterday", "2026-03-02T12:00", "2026-99-99T12:00:00+00:00", "9999-12-31T23:59:59-23:00"]
)
def test_news_need_a_valid_moment(staff, clinic, since):
    assert news(staff, since).status_code == 400


def test_news_need_the_permission_to_view_requests(clinic):
    nobody = browser_of(somebody("jan", permissions=()))
    assert news(nobody, timezone.now().isoformat()).status_code == 403
    assert nobody.get(f"{LIST}next/").status_code == 403
    assert nobody.post(f"{LIST}news/").status_code == 405


def test_news_do_not_keep_a_session_awake(staff, clinic, clock):
    staff.get(LIST)
    for _ in range(5):
        clock.shift(timedelta(minutes=4))
        answer = news(staff, MONDAY_NOON.isoformat())
    assert answer.status_code == 403


# Next to call


def test_next_to_call_is_the_oldest_promise_that_no_colleague_works_on(staff, clinic, admin_user, clock):
    ewa = somebody("ewa")
    hers, seen, next_one, other = ask(), ask(), ask(), ask()
    handle(hers, assigned_to=ewa)
    handle(other, assigned_to=admin_user)
    browser_of(ewa).get(f"{LIST}{seen.pk}/change/")
    assert staff.get(f"{LIST}next/")["Location"] == f"{LIST}{next_one.pk}/change/"
    assert staff.get(f"{LIST}next/?after={next_one.pk}")["Location"] == f"{LIST}{other.pk}/change/"
    clock.shift(11 * timedelta(minutes=1))
    assert staff.get(f"{LIST}next/?after=x")["Location"] == f"{LIST}{seen.pk}/change/"


def test_requests_of_a_deactivated_account_are_called_by_others(staff, clinic):
    left = ask()
    ewa = somebody("ewa")
    handle(left, assigned_to=ewa)
    ewa.is_active = False
    ewa.save()
    assert staff.get(f"{LIST}next/")["Location"] == f"{LIST}{left.pk}/change/"
    assert Page(staff.get(LIST)).texts(".field-assignee") == ["ewa (account deactivated)"]


def test_missed_promises_of_a_colleague_are_called_by_others_but_later_calls_are_not(staff, clinic, clock):
    ewa = somebody("ewa")
    again = handle(ask(), assigned_to=ewa)
    handle(again, outcome="no_answer")
    late = handle(ask(), assigned_to=ewa)
    assert staff.get(f"{LIST}next/")["Location"] == LIST
    clock.shift(6 * HOUR)
    assert set(ConsultationRequest.objects.to_call(timezone.now())) == {again, late}
    felix = browser_of(somebody("felix"))
    assert felix.get(f"{LIST}next/")["Location"] == f"{LIST}{late.pk}/change/"
    assert felix.get(f"{LIST}next/?after={late.pk}")["Location"] == LIST


def test_requests_are_assigned_only_to_staff_who_may_handle_them(staff, clinic):
    somebody("ewa"), somebody("editor", permissions=()), somebody("reader", permissions=["view"])
    page = Page(staff.get(f"{LIST}{ask().pk}/change/"))
    assert page.texts("[name=assigned_to] option") == ["Nobody", "admin", "ewa"]
    assert {"ewa", "editor"} & set(Page(staff.get(LIST)).texts("#changelist-filter a")) == {"ewa"}


def test_list_says_so_when_colleagues_are_at_all_other_calls(staff, clinic):
    taken = ask()
    ConsultationRequest.objects.filter(pk=taken.pk).update(assigned_to=somebody("ewa"))
    response = staff.get(f"{LIST}next/", follow=True)
    assert Page(response).texts(".messagelist li") == [
        "The other calls are assigned to colleagues, or colleagues are looking at them."
    ]


def test_list_says_so_when_no_calls_are_left(staff, clinic):
    response = staff.get(f"{LIST}next/?after={ask().pk}", follow=True)
    assert Page(response).texts(".messagelist li") == ["You have no more calls to make."]


# Held


def test_held_request_is_released_from_the_list(staff, clinic):
    held = ask(subject="x")
    page = Page(staff.get(f"{LIST}?tab=held"))
    button = page.one("button[name=genuine]")
    assert page.one(f"form#{button['form']}")["method"] == "post"
    response = staff.post(button["formaction"], {"genuine": button["value"]}, follow=True)
    (told,) = Page(response).texts(".messagelist li")
    assert told == f"{held.reference} is genuine and on the list of calls. Open it to check or undo"
    assert response.request["QUERY_STRING"] == "tab=held"
    assert listed(staff) == [held.reference]


def test_held_request_is_marked_as_spam_from_the_list(staff, clinic):
    held = ask(subject="x")
    button = Page(staff.get(f"{LIST}?tab=held")).one("button[name=spam]")
    staff.post(button["formaction"], {"spam": button["value"]})
    held.refresh_from_db()
    assert (held.state, held.entries.get().by_name) == ("spam", "admin")
    assert listed(staff, "?tab=held") == []


def test_verdict_on_a_changed_request_is_a_conflict(staff, clinic):
    held = ask(subject="x")
    handle(held, held=False)
    for version in ("1", "", "x", "-1", "99999999999999999999"):
        response = staff.post(f"{LIST}{held.pk}/verdict/", {"spam": version}, follow=True)
        assert Page(response).texts(".messagelist li") == [
            f"Check {held.reference} again. Your choice wasn't saved: someone else saved first."
        ]
    held.refresh_from_db()
    assert held.state == "new"


def test_verdict_on_an_erased_request_says_so(staff, clinic):
    response = staff.post(f"{LIST}99/verdict/", {"spam": "1"}, follow=True)
    assert Page(response).texts(".messagelist li") == [
        "This request does not exist. It may have been erased. Nothing was saved."
    ]


def test_verdict_needs_the_permission_to_change_requests(staff, clinic):
    held = ask(subject="x")
    looker = browser_of(somebody("jan", permissions=["view"]))
    assert Page(looker.get(f"{LIST}?tab=held")).all("#result_list button") == []
    assert looker.post(f"{LIST}{held.pk}/verdict/", {"spam": "1"}).status_code == 403
    assert staff.get(f"{LIST}{held.pk}/verdict/").status_code == 405
    guarded = Client(enforce_csrf_checks=True)
    guarded.force_login(get_user_model().objects.get(username="admin"))
    assert guarded.post(f"{LIST}{held.pk}/verdict/", {"spam": "1"}).status_code == 403
    held.refresh_from_db()
    assert held.state == "new"


def test_no_address_title_or_message_of_the_list_names_the_patient(staff, clinic):
    ask(full_name="Maria Kowalska", subject="x")
    page = Page(staff.get(f"{LIST}?tab=held"))
    assert "Kowalska" not in page.title
    for element in page.all("[href], [formaction], [data-news], [value]"):
        assert "Kowalska" not in str(element.attrs)
