from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from consultations.fields import EncryptedTextField
from consultations.models.request import ConsultationRequest, Outcome

PATIENTS_PAGE = "The patient's page"  # the author of what was changed there


class EntryQuerySet(models.QuerySet):
    def in_effect(self):
        """All entries except undone ones and the ones that undid them."""
        return self.filter(undone_by=None, undoes=None)

    def by_patient(self):
        return self.filter(by_name=PATIENTS_PAGE)

    def steps(self):
        """What can be undone: calls, changes of state, and another day for a visit."""
        moves_visit = Q(visit_after__isnull=False) & (Q(visit_before=None) | ~Q(visit_before=F("visit_after")))
        return self.filter(~Q(outcome="") | ~Q(state_before=F("state_after")) | moves_visit)


class Entry(models.Model):
    """One line in a request's history: a call and its outcome, a note, a change; with author and time.

    Append-only: a mistake is undone by another entry.
    """

    consultation_request = models.ForeignKey(
        ConsultationRequest, on_delete=models.CASCADE, related_name="entries", db_index=False
    )
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=150, blank=True, help_text="A copy, which outlives the account.")
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True, help_text="Empty unless it was a call.")
    note = EncryptedTextField(blank=True)
    changes = EncryptedTextField(blank=True, help_text="One sentence a line; may quote phone numbers.")
    state_before = models.CharField(max_length=10, choices=ConsultationRequest.State)
    state_after = models.CharField(max_length=10, choices=ConsultationRequest.State)
    due_before = models.DateTimeField(null=True, help_text="The next call before this entry, for undoing.")
    due_after = models.DateTimeField(null=True, help_text="The next call after this entry.")
    held_before = models.BooleanField(null=True, help_text="Set if this entry changed `held`; for undoing.")
    interpreter_before = models.BooleanField(
        null=True, help_text="Set if this entry changed `interpreter`; for undoing."
    )
    visit_before = models.DateField(null=True, help_text="The day of the visit before this entry, for undoing.")
    visit_after = models.DateField(null=True, help_text="The day of the visit after this entry.")
    came_before = models.BooleanField(null=True, help_text="Whether the patient came, before this entry.")
    closed_because_before = models.CharField(
        max_length=13, choices=ConsultationRequest.ClosedBecause, blank=True, help_text="For undoing."
    )
    undoes = models.OneToOneField("self", null=True, on_delete=models.CASCADE, related_name="undone_by")

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name_plural = "entries"
        # With `undoes`: without it SQLite reads the entries of all requests to find those in_effect().
        indexes = [models.Index(fields=["consultation_request", "undoes"], name="entry_of_request")]
        constraints = [models.CheckConstraint(condition=Q(undoes=None) | Q(outcome=""), name="undoing_is_no_call")]

    def __str__(self):
        return f"Entry {self.pk}"
