"""The list of requests: its tabs, filters and columns. It reads only the columns that it shows.

The home page begins with the first of those to call, by the same tabs, counts and cells.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator

from consultations import phones, spam
from consultations.desk.forms import list_assignable_users
from consultations.desk.greetings import get_english_name
from consultations.desk.next_steps import format_age, format_moment, get_next_step
from consultations.desk.workflow import CAME, DID_NOT_COME
from consultations.models import (
    AWAITING_STATES,
    LANGUAGES,
    OPEN_STATES,
    AccessRecord,
    ConsultationRequest,
    overdue_condition,
)

MAX_COUNTED = 100  # beside a tab; a full count would get slower with every request
PAGES_AHEAD = 10  # that the paginator links to
LAST_PAGE = 10_000  # more than any clinic needs
VIEWED_WITHIN = timedelta(minutes=10)  # how long a colleague counts as viewing a request
FIRST_CHARACTERS = 80  # of the message
AT_HOME = 5  # of those to call
READ = [
    *("reference", "full_name", "state", "held", "held_because", "received_at", "call_by", "call_due_at"),
    *("phone", "corrected_phone", "voicemail_ok", "best_time", "reason", "matter", "patient_changed_at"),
    *("closed_because", "visit_on", "came"),
    *("spoken_language", "interpreter", "first_called_at", "last_outcome", "last_called_at", "version"),
    *("assigned_to__username", "assigned_to__is_active"),
]


@dataclass(frozen=True)
class Tab:
    """`narrow` gets all requests, the user and the time. Without an `ordering`, the order is that of `narrow`."""

    name: str
    label: str
    narrow: Callable
    ordering: tuple = ("-received_at", "-pk")
    is_counted: bool = False


OLDEST_FIRST = ("received_at", "pk")
VISIT_FIRST = (F("visit_on").asc(nulls_first=True), "pk")  # those without a day
UNDECIDED_FIRST = (F("call_due_at").asc(nulls_first=True), "pk")  # those without a next call
TABS = [
    Tab("to-call", "To call", lambda requests, user, now: requests.to_call(now), (), is_counted=True),
    Tab("questions", "Questions", lambda requests, user, now: requests.questions(), OLDEST_FIRST, is_counted=True),
    Tab("mine", "Mine", lambda requests, user, now: requests.assigned_to(user), UNDECIDED_FIRST, is_counted=True),
    Tab("waiting", "Waiting", lambda requests, user, now: requests.waiting(now), UNDECIDED_FIRST),
    Tab("scheduled", "Scheduled", lambda requests, user, now: requests.scheduled(), VISIT_FIRST),
    Tab("held", "Possible spam", lambda requests, user, now: requests.held_for_review(), is_counted=True),
    Tab("all", "All", lambda requests, user, now: requests),
]
TABS_BY_NAME = {tab.name: tab for tab in TABS}


def get_tab(request):
    """The chosen tab. A search covers all requests."""
    if request.GET.get("q"):
        return TABS_BY_NAME["all"]
    return TABS_BY_NAME.get(request.GET.get("tab"), TABS[0])


def count_tabs(user):
    """[(tab, its count as text or empty)], for the list and for the home page."""
    now = timezone.now()
    tabs = []
    for tab in TABS:
        words = ""
        if tab.is_counted:
            requests = tab.narrow(ConsultationRequest.objects.all(), user, now)
            count = requests.order_by()[:MAX_COUNTED].count()
            words = str(count) if count < MAX_COUNTED else f"{MAX_COUNTED - 1}+"
        tabs.append((tab, words))
    return tabs


class AtLeast(int):
    """A count that stopped early, and prints a + to say so."""

    def __str__(self):
        return f"{int(self)}+"


class PagesAhead(Paginator):
    """Counts only PAGES_AHEAD pages beyond the current one: a full count would get slower with every request."""

    def __init__(self, *args, current_page, **kwargs):
        super().__init__(*args, **kwargs)
        self.max_counted = (min(current_page, LAST_PAGE) + PAGES_AHEAD) * self.per_page

    @cached_property
    def count(self):
        count = self.object_list.order_by()[: self.max_counted].count()
        return AtLeast(count) if count == self.max_counted else count


class Inbox(ChangeList):
    """The requests on the chosen tab."""

    def __init__(self, request, *args, **kwargs):
        self.tab = get_tab(request)
        super().__init__(request, *args, **kwargs)
        self.title = "Requests"

    def get_filters_params(self, params=None):
        return {name: value for name, value in super().get_filters_params(params).items() if name != "tab"}

    def get_queryset(self, request, exclude_parameters=None):
        queryset = super().get_queryset(request, exclude_parameters)
        narrowed = self.tab.narrow(queryset, request.user, timezone.now())
        return narrowed.order_by(*self.get_ordering(request, queryset)) if self.tab.ordering else narrowed

    def get_results(self, request):
        super().get_results(request)
        self.result_list = read_rows(self.result_list, request.user, timezone.now())


def read_rows(queryset, user, now, *, fields=READ):
    """Rows with these columns: the rest of the patient's answers is not even decrypted."""
    rows = queryset.select_related("assigned_to").only(*fields)
    viewers = find_viewers([row.pk for row in rows], user, now)
    for row in rows:
        row.viewer = viewers.get(row.pk)
    return rows


def read_first_to_call(user, now):
    """What the home page shows of the list of calls, in at most AT_HOME rows."""
    fields = [field for field in READ if field != "reason"]
    return read_rows(ConsultationRequest.objects.to_call(now)[:AT_HOME], user, now, fields=fields)


def find_viewers(pks, user, now):
    """{pk: access record} of the last colleague who opened the request within VIEWED_WITHIN."""
    records = AccessRecord.objects.filter(
        at__gte=now - VIEWED_WITHIN, action=AccessRecord.Action.VIEW, request_id__in=pks
    ).exclude(actor_id=user.pk)
    return {record.request_id: record for record in records.order_by("at")}


def find_next_to_call(user, now, *, after=None):
    """The primary key of the oldest promise that no colleague is working on, other than `after`; None if there is none.

    Requests assigned to a deactivated account are free, and so are those whose promise the assignee has missed.
    """
    free = Q(assigned_to=None) | Q(assigned_to=user) | Q(assigned_to__is_active=False)
    others = ConsultationRequest.objects.to_call(now).filter(free | overdue_condition(now))
    pks = list(others.exclude(pk=after).values_list("pk", flat=True)[:MAX_COUNTED])
    viewers = find_viewers(pks, user, now)
    return next((pk for pk in pks if pk not in viewers), None)


# Filters


class LanguageFilter(admin.SimpleListFilter):
    title = "language"
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return [(code, get_english_name(code)) for code, _ in LANGUAGES]

    def queryset(self, request, queryset):
        return queryset.filter(spoken_language=self.value()) if self.value() else queryset


class AssigneeFilter(admin.SimpleListFilter):
    title = "assigned to"
    parameter_name = "assignee"
    NOBODY = "nobody"

    def lookups(self, request, model_admin):
        names = [(str(pk), name) for pk, name in list_assignable_users().values_list("pk", "username")]
        return [(self.NOBODY, "Nobody"), *names]

    def queryset(self, request, queryset):
        if self.value() == self.NOBODY:
            return queryset.filter(assigned_to=None)
        return queryset.filter(assigned_to=self.value()) if self.value() in dict(self.lookup_choices) else queryset


# Columns, for ModelAdmin.list_display


@admin.display(description="Name")
def name(row):
    return format_html('<bdi>{}</bdi> <span class="aside field-reference">{}</span>', row.full_name, row.reference)


@admin.display(description="Call")
def call(row):
    """The number as a link, the part of the day that the patient prefers, and whether to leave a voicemail."""
    shown = phones.format_for_reading(row.phone_to_call)
    dialled = row.dialled_phone
    number = format_html('<a class="number" href="tel:{}"><bdi>{}</bdi></a>', dialled, shown) if dialled else shown
    voicemail = "Voicemail allowed" if row.voicemail_ok else "No voicemail"
    best_time = f"Best time: {row.get_best_time_display()}" if row.prefers_part_of_day else "Any time"
    return show_with_asides(number, [best_time, voicemail])


@admin.display(description="Next step")
def next_step(row):
    """With the last call, and when the patient last changed the request."""
    now = timezone.now()
    step = get_next_step(row, now)
    words = format_html('<strong class="overdue">{}</strong>' if step.is_overdue else "{}", step.words)
    notes = []
    if row.last_outcome:
        called_at = f"Last call {format_moment(row.last_called_at, now)}"
        is_said = row.state in AWAITING_STATES  # by the next step
        notes.append(called_at if is_said else f"{called_at}: {row.get_last_outcome_display()}")
    if row.patient_changed_at:
        notes.append(f"Changed by the patient {format_age(row.patient_changed_at, now)}")
    return show_with_asides(words, notes)


def show_with_asides(words, notes):
    """The notes in lines of their own."""
    asides = format_html_join("", ' <span class="aside">{}</span>', ((note,) for note in notes))
    return format_html("{}{}", words, asides)


@admin.display(description="Message")
def message(row):
    """Its first words, why it is held, and when it came."""
    words = Truncator(" ".join(row.reason.split())).chars(FIRST_CHARACTERS)
    notes = [f"Received {format_moment(row.received_at, timezone.now())}"]
    if row.held and row.state in OPEN_STATES:
        notes.insert(0, f"Held because {spam.describe_signs(row.held_because)}")
    return show_with_asides(format_html('<span class="message" dir="auto">{}</span>', words), notes)


@admin.display(description="Language")
def language(row):
    badge = format_html('<span class="badge">{}</span>', get_english_name(row.spoken_language))
    if not row.interpreter:
        return badge
    return format_html(
        '{}<span class="visually-hidden">,</span> interpreter needed', badge
    )  # a pause for screen readers


@admin.display(description="Assigned to")
def assignee(row):
    name = row.assigned_to.get_username() if row.assigned_to else "Nobody"
    if row.assigned_to and not row.assigned_to.is_active:
        name += " (account deactivated)"
    if row.viewer is None:
        return name
    age = format_age(row.viewer.at, timezone.now())
    return format_html('{} <span class="viewer">{} opened it {}</span>', name, row.viewer.actor_name, age)


def write_buttons(row, buttons):
    """Buttons of a form outside the table, from {their name: what they say}."""
    address = reverse("admin:consultations_consultationrequest_verdict", args=[row.pk])
    return format_html_join(
        " ",
        '<button form="verdict" formaction="{}" name="{}" value="{}">{}</button>',
        ((address, name, row.version, words) for name, words in buttons.items()),
    )


@admin.display(description="Genuine or spam?")
def verdict(row):
    return write_buttons(row, {"genuine": "Genuine", "spam": "Spam"})


@admin.display(description="Did the patient come?", empty_value="")
def visit(row):
    is_due = row.is_visit_due(timezone.localdate())
    return write_buttons(row, {"came": "Came", "missed": "Did not come"}) if is_due else ""


COLUMNS = [name, call, next_step, message, language, assignee]
COLUMNS_WITH_BUTTONS = {  # by tab
    "held": [name, call, next_step, message, language, verdict],
    "scheduled": [name, call, next_step, message, language, visit],
}
VERDICTS = {  # by button: its tab, what it changes, and what is said then
    "genuine": ("held", {"held": False}, "is genuine and on the list of calls"),
    "spam": ("held", {"state": ConsultationRequest.State.SPAM}, "is marked as spam"),
    "came": ("scheduled", CAME, "is closed: the patient came to the visit"),
    "missed": ("scheduled", DID_NOT_COME, "needs a decision: the patient did not come to the visit"),
}
