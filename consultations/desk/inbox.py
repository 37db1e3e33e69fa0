"""The list of requests: its tabs, filters and columns. It reads no more of a request than it shows."""

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
from django.utils.html import format_html

from consultations.desk.forms import who_may_handle
from consultations.desk.greetings import ENGLISH_NAMES, language_to_speak
from consultations.desk.next_steps import ago, moment, next_step
from consultations.models import AccessRecord, ConsultationRequest, promise_is_broken

COUNTED_UP_TO = 100  # beside a tab; more would cost the longer the more there are
PAGES_AHEAD = 10  # of the list, which can be turned to at once
FARTHEST_PAGE = 10_000  # beyond it no clinic has requests
LOOKED_AT = timedelta(minutes=10)  # how long it is told that a colleague has opened a request
SHOWN = [
    *("reference", "full_name", "state", "held", "received_at", "call_by", "call_due_at", "first_called_at"),
    *("language", "page_language", "interpreter", "last_outcome", "last_called_at", "version"),
    *("assigned_to__username", "assigned_to__is_active"),
]


@dataclass(frozen=True)
class Tab:
    """`narrow` is given all requests, who looks and the time."""

    name: str
    label: str
    narrow: Callable
    ordering: tuple = ("-received_at", "-pk")
    is_counted: bool = False


SOONEST_FIRST = ("call_due_at", "pk")
UNDECIDED_FIRST = (F("call_due_at").asc(nulls_first=True), "pk")  # those that nobody calls again by itself
TABS = [
    Tab("to-call", "To call", lambda requests, user, now: requests.to_call(now), SOONEST_FIRST, is_counted=True),
    Tab("mine", "Mine", lambda requests, user, now: requests.assigned_to(user), UNDECIDED_FIRST, is_counted=True),
    Tab("waiting", "Waiting", lambda requests, user, now: requests.waiting(now), UNDECIDED_FIRST),
    Tab("scheduled", "Scheduled", lambda requests, user, now: requests.in_work().filter(state="scheduled")),
    Tab("held", "Held as spam", lambda requests, user, now: requests.to_look_at(), is_counted=True),
    Tab("all", "All", lambda requests, user, now: requests),
]
TABS_BY_NAME = {tab.name: tab for tab in TABS}


def chosen_tab(request):
    """A search looks everywhere."""
    if request.GET.get("q"):
        return TABS_BY_NAME["all"]
    return TABS_BY_NAME.get(request.GET.get("tab"), TABS[0])


def tabs_with_counts(request):
    """[(tab, its count in words or empty, is it the chosen one?)]. A query for each count, none of them unbounded."""
    now, chosen = timezone.now(), chosen_tab(request)
    counts = {tab: count_of(tab, request.user, now) for tab in TABS if tab.is_counted}
    return [(tab, counts.get(tab, ""), tab is chosen) for tab in TABS]


def count_of(tab, user, now):
    requests = tab.narrow(ConsultationRequest.objects.all(), user, now)
    count = requests.order_by()[:COUNTED_UP_TO].count()
    return str(count) if count < COUNTED_UP_TO else f"{COUNTED_UP_TO - 1}+"


class AtLeast(int):
    """A count that was broken off, and says so wherever it is printed."""

    def __str__(self):
        return f"{int(self)}+"


class PagesAhead(Paginator):
    """Counts as far as ten pages after the one that is asked for: to count all would cost the more the longer it is.

    From the last of them it goes on.
    """

    def __init__(self, *args, page_asked_for, **kwargs):
        super().__init__(*args, **kwargs)
        self.counted_up_to = (min(page_asked_for, FARTHEST_PAGE) + PAGES_AHEAD) * self.per_page

    @cached_property
    def count(self):
        count = self.object_list.order_by()[: self.counted_up_to].count()
        return AtLeast(count) if count == self.counted_up_to else count


class Inbox(ChangeList):
    """The chosen tab of the list."""

    def __init__(self, request, *args, **kwargs):
        self.tab = chosen_tab(request)
        super().__init__(request, *args, **kwargs)
        self.title = "Requests"

    def get_filters_params(self, params=None):
        return {name: value for name, value in super().get_filters_params(params).items() if name != "tab"}

    def get_queryset(self, request, exclude_parameters=None):
        queryset = super().get_queryset(request, exclude_parameters)
        return self.tab.narrow(queryset, request.user, timezone.now()).order_by(*self.get_ordering(request, queryset))

    def get_results(self, request):
        """Rows without what the patient wrote, which is not even decrypted. An action reads whole ones."""
        super().get_results(request)
        self.result_list = self.result_list.select_related("assigned_to").only(*SHOWN)
        looking = who_looks_at([row.pk for row in self.result_list], request.user, timezone.now())
        for row in self.result_list:
            row.looking = looking.get(row.pk)


def who_looks_at(pks, user, now):
    """{pk: access record} of the last time in ten minutes that somebody else opened one of the requests. One query."""
    records = AccessRecord.objects.filter(
        at__gte=now - LOOKED_AT, action=AccessRecord.Action.VIEW, request_id__in=pks
    ).exclude(actor_id=user.pk)
    return {record.request_id: record for record in records.order_by("at")}


def next_to_call(user, now, *, after=None):
    """Whom `user` calls next: the oldest promise that is in no colleague's hands. Up to two queries.

    Whose account is closed has nothing in hand any more; and where a colleague let a promise go by, others help out.
    """
    free = Q(assigned_to=None) | Q(assigned_to=user) | Q(assigned_to__is_active=False)
    others = ConsultationRequest.objects.to_call(now).filter(free | promise_is_broken(now))
    pks = list(others.exclude(pk=after).values_list("pk", flat=True)[:COUNTED_UP_TO])
    looking = who_looks_at(pks, user, now)
    return next((pk for pk in pks if pk not in looking), None)


# Filters


class LanguageFilter(admin.SimpleListFilter):
    title = "language"
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return [(code.value, name) for code, name in ENGLISH_NAMES.items()]

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        return queryset.filter(spoken_language=self.value())


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return ConsultationRequest.State.choices

    def queryset(self, request, queryset):
        return queryset.filter(state=self.value()) if self.value() else queryset


class WhoFilter(admin.SimpleListFilter):
    title = "who"
    parameter_name = "who"
    NOBODY = "nobody"

    def lookups(self, request, model_admin):
        names = [(str(pk), name) for pk, name in who_may_handle().values_list("pk", "username")]
        return [(self.NOBODY, "Nobody"), *names]

    def queryset(self, request, queryset):
        if self.value() == self.NOBODY:
            return queryset.filter(assigned_to=None)
        return queryset.filter(assigned_to=self.value()) if self.value() in dict(self.lookup_choices) else queryset


# Columns, for ModelAdmin.list_display


@admin.display(description="Full name")
def name(row):
    return format_html("<bdi>{}</bdi>", row.full_name)


@admin.display(description="What to do")
def to_do(row):
    step = next_step(row, timezone.now())
    return format_html('<strong class="overdue">{}</strong>', step.words) if step.is_overdue else step.words


@admin.display(description="Language")
def language(row):
    words = ENGLISH_NAMES.get(language_to_speak(row), row.page_language)
    badge = format_html('<span class="badge">{}</span>', words)
    if not row.interpreter:
        return badge
    return format_html('{}<span class="visually-hidden">,</span> interpreter needed', badge)  # read aloud, two things


@admin.display(description="Who")
def who(row):
    has_it = row.assigned_to.get_username() if row.assigned_to else "Nobody"
    if row.assigned_to and not row.assigned_to.is_active:
        has_it += " (account closed)"
    if row.looking is None:
        return has_it
    return format_html(
        '{} <span class="looking">{} opened it {}</span>',
        has_it,
        row.looking.actor_name,
        ago(row.looking.at, timezone.now()),
    )


@admin.display(description="Last call")
def last_call(row):
    if not row.last_outcome:
        return "Not called yet"
    return f"{row.get_last_outcome_display()}, {moment(row.last_called_at, timezone.now())}"


@admin.display(description="Is it real?")
def verdict(row):
    """A button each way, of a form that stands outside the table."""
    return format_html(
        '<button form="verdict" formaction="{0}" name="real" value="{1}">It is real</button> '
        '<button form="verdict" formaction="{0}" name="spam" value="{1}">It is spam</button>',
        reverse("admin:consultations_consultationrequest_verdict", args=[row.pk]),
        row.version,
    )


COLUMNS = ["reference", name, to_do, language, who, last_call]
COLUMNS_OF_HELD = ["reference", name, to_do, language, verdict]  # with room for the two buttons
