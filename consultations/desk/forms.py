"""The form on a request's page, for the fields that staff edit."""

from datetime import datetime, timedelta
from functools import partial

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html

from consultations import phones
from consultations.fields import text_rules
from consultations.models import AWAITING_STATES, ConsultationRequest, Outcome

State = ConsultationRequest.State
EDITED = ["state", "assigned_to", "call_due_at", "corrected_phone"]
BUTTONS = {"_outcome": "call", "_assign": "assigned to", "_state": "state", "_genuine": "held", "_undo": "undo"}
LATEST_CALL = timedelta(days=366)  # from now; a later day is a typing error
MINUTES = "%Y-%m-%dT%H:%M"  # the format of the browser's own picker
# Going back in the browser restores old values into a fresh page, where they would look like changes.
NO_AUTOCOMPLETE = {"autocomplete": "off"}


class MomentField(forms.DateTimeField):
    """Keeps the stored moment if nobody changed its text: in the hour that the clocks repeat, the text means two."""

    seen_text = stored = None  # the text on the page, and the moment it stands for
    widget = forms.DateTimeInput(format=MINUTES, attrs={"type": "datetime-local", **NO_AUTOCOMPLETE})
    hidden_widget = partial(forms.DateTimeInput, format=MINUTES, attrs={"type": "hidden"})

    def to_python(self, value):
        return self.stored if value and value == self.seen_text else super().to_python(value)


class HandlingForm(forms.ModelForm):
    """Carries the values that were seen beside each field, so that only real changes count as changed.

    It does not touch the request itself: handle_request() writes.
    """

    state = forms.ChoiceField(choices=State, show_hidden_initial=True, widget=forms.Select(attrs=NO_AUTOCOMPLETE))
    assigned_to = forms.ModelChoiceField(
        None,
        required=False,
        show_hidden_initial=True,
        empty_label="Nobody",
        widget=forms.Select(attrs=NO_AUTOCOMPLETE),
        help_text="Choose the colleague responsible for this request.",
    )
    call_due_at = MomentField(
        label="Next call by",
        required=False,
        show_hidden_initial=True,
        help_text="Leave this as it is until the first call: it is the time promised to the patient. "
        "Clear it if no call is needed.",
    )
    corrected_phone = forms.CharField(
        required=False,
        show_hidden_initial=True,
        validators=[phones.validate_phone],
        widget=forms.TextInput(attrs={"type": "tel", **NO_AUTOCOMPLETE}),
        help_text="Enter the right number if the one the patient typed is wrong.",
    )
    note = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text="Write to your colleagues; the patient does not see it. Every button saves the note too.",
    )
    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    conflict = None  # the ConflictError, if someone else saved first

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen_version"].initial = self.instance.version
        self.fields["assigned_to"].queryset = list_assignable_users(or_pk=self.instance.assigned_to_id)
        next_call = self["call_due_at"]
        next_call.field.stored = self.instance.call_due_at
        next_call.field.seen_text = self.data.get(next_call.html_initial_name)
        if self.is_bound and self.conflict:
            self.merge_stored_values()
            next_call.field.seen_text = self.data[next_call.html_initial_name]

    def clean_corrected_phone(self):
        return text_rules.clean_code(self.cleaned_data["corrected_phone"])

    def clean(self):
        if self.conflict:
            raise forms.ValidationError("Your changes weren't saved: someone else saved first.")
        if "call_due_at" not in self.changed_data or "call_due_at" not in self.cleaned_data:
            return
        due, state = self.cleaned_data["call_due_at"], self.cleaned_data.get("state")
        if state == State.NEW and "_outcome" not in self.data:
            self.add_error(
                "call_due_at",
                "Record how a call ended or change the state: until the first call, the promise to the patient stands.",
            )
        elif due and state not in AWAITING_STATES:
            self.add_error(
                "call_due_at",
                "Change the state or clear the next call: only new and contacted requests can have one.",
            )
        elif due and due > timezone.now() + LATEST_CALL:
            self.add_error("call_due_at", "Choose an earlier day: this is more than a year away.")

    def _post_clean(self):
        """Does not set or validate the instance."""

    def merge_stored_values(self):
        """After a conflict: keeps typed values with the stored ones beside them, and shows other fields as stored."""
        stored = type(self)(instance=self.instance)
        self.data = self.data.copy()
        self.data["seen_version"] = self.instance.version
        for name in EDITED:
            value = stored[name].field.hidden_widget().format_value(stored[name].value()) or ""
            if name in self.changed_data and self.data.get(name, "") != value:
                self[name].help_text = format_html("Stored now: <bdi>{}</bdi>", format_field(stored[name]))
            else:
                self.data[name] = value
            self.data[self[name].html_initial_name] = value
        del self.__dict__["changed_data"]


def list_assignable_users(*, or_pk=None):
    """Accounts that may handle requests, and the one with the primary key `or_pk`, in their order."""
    may_handle = get_user_model().objects.with_perm(
        "consultations.change_consultationrequest", backend="django.contrib.auth.backends.ModelBackend"
    )
    found = Q(pk__in=may_handle.filter(is_staff=True).values("pk")) | Q(pk=or_pk)
    return get_user_model().objects.filter(found).order_by("username")


def format_field(bound_field):
    """A field's value for reading."""
    value = bound_field.value()
    if value in (None, ""):
        return "nothing"
    if isinstance(value, datetime):
        return date_format(value, "DATETIME_FORMAT")
    return str(dict(getattr(bound_field.field, "choices", ())).get(value, value))


def read_button(data, user):
    """(changes, outcome) of the button that sent the form; both empty for Save.

    Raises ValueError for a button that the page does not have.
    """
    if "_outcome" in data:
        return {}, Outcome(data["_outcome"])
    if "_assign" in data:
        return {"assigned_to": user}, ""
    if "_genuine" in data:
        return {"held": False}, ""
    if "_state" in data:
        return {"state": State(data["_state"])}, ""
    return {}, ""
