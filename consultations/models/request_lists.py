"""Which requests there are: for the lists of the front desk, searches and counts."""

import re

from django.db import models
from django.db.models import Case, Q, Value, When

from consultations.fields import text_rules
from consultations.models.lookup_key import LookupKey
from consultations.privacy import search_keys
from consultations.wishes import PARTS_OF_DAY, find_ends_at

OPEN_STATES = ("new", "tried", "contacted", "scheduled")
ENDED_STATES = ("closed", "spam")
AWAITING_STATES = ("new", "tried", "contacted")  # those in which a next call may be due


def tidy_reference(text):
    """A reference as stored, from any spelling: case and blanks do not matter, O counts as 0, I and L as 1."""
    characters = re.sub(r"[\W_]", "", text_rules.clean_code(text)).upper().translate(str.maketrans("OIL", "011"))
    return f"{characters[:4]}-{characters[4:]}"


def overdue_condition(now):
    """The condition (a Q) for an overdue promise: no call yet, and the promised time has passed."""
    return Q(state="new", first_called_at=None, call_by__lt=now)


class ConsultationRequestQuerySet(models.QuerySet):
    def has_received(self, *, at_least, since):
        """Whether at least that many requests arrived after `since`. Stops counting there."""
        return self.filter(received_at__gt=since)[at_least - 1 : at_least].exists()

    def matching(self, keys, *, reference):
        """Requests that have all the lookup `keys`, and the one with that reference, however it was typed.

        Primary keys are looked up first, each kind by its own index: an OR of both would read every request.
        """
        found = self.model.objects.filter(reference=tidy_reference(reference)).order_by().values("pk")
        if keys:
            # Rarest first: a search for "Maria Kowalska" does not read every Maria.
            first, *others = sorted(keys, key=LookupKey.objects.count_requests) if len(keys) > 1 else keys
            with_all = LookupKey.objects.filter(key=first)
            for key in others:
                same_request = models.OuterRef("consultation_request")
                with_all = with_all.filter(
                    models.Exists(LookupKey.objects.filter(consultation_request=same_request, key=key))
                )
            found = found.union(with_all.values("consultation_request"))
        return self.filter(pk__in=found)

    def from_same_person_as(self, consultation_request):
        """Other requests with the same phone number or email address, newest first."""
        keys = search_keys.person_keys(consultation_request)
        return (
            self.filter(lookup_keys__key__in=keys)
            .exclude(pk=consultation_request.pk)
            .order_by("-received_at")
            .distinct()
        )

    def active(self):
        """Open requests except those held as possible spam, which have a tab of their own."""
        return self.filter(state__in=OPEN_STATES, held=False)

    def consultations(self):
        return self.filter(matter=self.model.Matter.CONSULTATION)

    def questions(self):
        """Those that are not answered yet."""
        return self.active().filter(state__in=AWAITING_STATES).exclude(matter=self.model.Matter.CONSULTATION)

    def to_call(self, now):
        """New requests at once, the others when their next call is due. Oldest promise first.

        A wished part of the day that is now brings its end forward as the promise. Those who wish to be called in
        another part come last, unless their promised time has come.
        """
        ends = find_ends_at(now)
        is_for_later = Q(best_time__in=sorted(PARTS_OF_DAY.keys() - ends), call_due_at__gt=now)
        return (
            self.active()
            .consultations()
            .filter(Q(state="new") | Q(call_due_at__lte=now))
            .exclude(call_due_at=None)
            .order_by(
                Case(When(is_for_later, then=1), default=0),
                Case(
                    *(When(best_time=part, call_due_at__gt=end, then=Value(end)) for part, end in ends.items()),
                    default="call_due_at",
                    output_field=models.DateTimeField(),
                ),
                "pk",
            )
        )

    def waiting(self, now):
        """Requests after their first call whose next call is in the future, or which need a decision."""
        is_later = Q(call_due_at__gt=now) | Q(call_due_at=None)
        return self.active().consultations().filter(is_later, state__in=["tried", "contacted"])

    def scheduled(self):
        """Those with a visit that nobody has decided yet: once it is over, they are closed or need a decision."""
        return self.active().filter(state="scheduled")

    def visits_due(self, today):
        """Those of is_visit_due()."""
        return self.filter(state="scheduled", visit_on__lte=today)

    def assigned_to(self, user):
        return self.active().filter(assigned_to=user)

    def held_for_review(self):
        """Held as possible spam and not decided yet."""
        return self.filter(held=True, state__in=OPEN_STATES)

    def count_new(self, since, *, up_to):
        """The number of untouched requests that arrived after `since`, counted up to `up_to`."""
        return self.filter(received_at__gt=since, state="new", held=False)[:up_to].count()

    def overdue(self, now):
        return self.filter(overdue_condition(now))

    def still_promised(self, now):
        """Requests whose promised call is still in the future, the next one first; held ones were promised one too."""
        return self.filter(state="new", first_called_at=None, call_by__gte=now).order_by("call_by", "pk")
