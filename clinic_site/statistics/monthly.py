"""From reading to request to visit: the figures of a period, and of those that it is compared with.

Page views are published by the floor (floor.py). Requests are the clinic's own, and whoever sees these figures may read
each of them, so they are counted as they are. A request counts in the period in which it arrived, with what has become
of it until now.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from statistics import median

from django.db.models import Exists, OuterRef, Q, Sum, Value
from django.utils import timezone

from clinic_site.models import PageViews
from clinic_site.statistics.floor import Published, add_up, publish, round_down
from consultations.models import ConsultationRequest, Entry, Outcome, overdue_condition
from consultations.promises import is_due_promise

State, Reason = ConsultationRequest.State, ConsultationRequest.ClosedBecause
READ = [
    *("received_at", "matter", "spoken_language", "patient_status", "source_page", "campaign", "state", "held"),
    *("first_called_at", "call_by", "visit_on", "came", "closed_because", "ended_at"),
]
STAGES = {  # of a request, by the names of Tally's fields
    "requests": "Requests",
    "reached": "Reached",
    "scheduled": "Scheduled",
    "came": "Came",
    "did_not_come": "Did not come",
}


@dataclass
class Tally:
    """Requests of one kind, and what has become of them."""

    requests: int = 0
    reached: int = 0
    scheduled: int = 0
    came: int = 0
    did_not_come: int = 0
    not_called: int = 0
    waits: list = field(default_factory=list)  # for the first call; who still waits counts with the time until now

    def add(self, request, now):
        self.requests += 1
        self.reached += is_reached(request)
        self.scheduled += is_scheduled(request)
        self.came += request.came is True
        self.did_not_come += request.came is False
        is_waiting = request.first_called_at is None and request.ended_at is None
        self.not_called += is_waiting
        if request.first_called_at or is_waiting:
            self.waits.append((request.first_called_at or now) - request.received_at)

    @property
    def median_wait(self):
        """None if nobody was called or waits for it."""
        return median(self.waits) if self.waits else None


@dataclass
class Figures:
    """Everything that the report tells about a period."""

    period: object
    pages: Published
    languages: Published
    total: Tally = field(default_factory=Tally)
    by_page: dict = field(default_factory=lambda: defaultdict(Tally))
    by_language: dict = field(default_factory=lambda: defaultdict(Tally))
    by_campaign: dict = field(default_factory=lambda: defaultdict(Tally))
    by_patient: dict = field(default_factory=lambda: defaultdict(Tally))
    closed: Counter = field(default_factory=Counter)  # by reason
    apart: Counter = field(default_factory=Counter)  # what counts nowhere else
    promises: int = 0  # that are over
    promises_kept: int = 0

    def count(self, request, now):
        if request.is_question:
            self.apart["questions"] += 1
        elif request.state == State.SPAM:
            self.apart["spam"] += 1
        elif is_held(request):
            self.apart["held"] += 1
        else:
            tallies = [
                self.total,
                self.by_page[request.source_page],
                self.by_language[request.spoken_language],
                self.by_campaign[request.campaign],
                self.by_patient[request.patient_status],
            ]
            for tally in tallies:
                tally.add(request, now)
            if request.state == State.CLOSED:
                self.closed[request.closed_because] += 1
            if is_due_promise(request, now):
                self.promises += 1
                self.promises_kept += bool(request.first_called_at and request.first_called_at <= request.call_by)


def is_held(request):
    """Held as possible spam, and not decided yet."""
    return request.held and request.ended_at is None


def with_history(requests):
    """Each also with `was_reached` and `was_scheduled`: whether any step says so that is not undone."""
    steps = Entry.objects.in_effect().filter(consultation_request=OuterRef("pk"))
    spoken = Q(outcome__in=[Outcome.REACHED, Outcome.INTERPRETER])
    set_by_hand = Q(outcome="", state_after=State.CONTACTED) & ~Q(state_before=State.CONTACTED)
    return requests.annotate(
        was_reached=Exists(steps.filter(spoken | set_by_hand)),
        was_scheduled=Exists(steps.filter(state_after=State.SCHEDULED)),
    )


def is_reached(request):
    """Whether somebody spoke with the patient: a voicemail is a contact, too, but reaches nobody."""
    spoken_of = (Reason.DECLINED, Reason.NOT_OUR_FIELD, Reason.QUESTION)
    return request.was_reached or is_scheduled(request) or request.closed_because in spoken_of


def is_scheduled(request):
    """At any time, whatever became of the visit."""
    return request.was_scheduled or request.state == State.SCHEDULED or request.visit_on is not None


def read_views(periods, today):
    """{period: (its pages, its languages), as published today}. One query."""
    months = sorted({month for period in periods for month in period.months})
    totals = [  # of each month by itself: in one group with the others they would take longer to sort
        PageViews.objects.filter(day__range=(month.first, month.last))
        .order_by()
        .values_list(Value(number), "page", "language")
        .annotate(Sum("views"))
        for number, month in enumerate(months)
    ]
    pages, languages = defaultdict(Counter), defaultdict(Counter)
    for number, page, language, views in totals[0].union(*totals[1:], all=True):
        pages[months[number]][page] += views
        languages[months[number]][language] += views
    published = {month: (publish(pages[month]), publish(languages[month])) for month in months}
    for month in months:
        if month.last >= today:
            published[month] = tuple(round_down(parts) for parts in published[month])
    return {
        period: tuple(add_up(list(parts)) for parts in zip(*(published[month] for month in period.months), strict=True))
        for period in periods
    }


def read_figures(periods, now, *, with_requests=True):
    """[Figures of each period], and what is due now as a Counter. Two queries."""
    today = timezone.localdate(now)
    views = read_views(periods, today)
    found = [Figures(period, *views[period]) for period in periods]
    due = Counter()
    if with_requests:
        days = [(figures, figures.period.moments) for figures in found]
        received = Q(*(Q(received_at__gte=begin, received_at__lt=end) for _, (begin, end) in days), _connector=Q.OR)
        is_due = (
            overdue_condition(now)
            | Q(state=State.SCHEDULED, came=None, visit_on__lte=today)
            | Q(held=True, ended_at=None)
        )
        found_requests = ConsultationRequest.objects.filter(received | is_due).only(*READ).order_by()
        for request in with_history(found_requests):
            for figures, (begin, end) in days:
                if begin <= request.received_at < end:
                    figures.count(request, now)
            due["overdue"] += request.is_overdue(now) and not request.held  # as the list that it leads to
            due["held"] += is_held(request)
            due["visits"] += request.is_visit_due(today)
    return found, due
