"""The form on a request's page: what staff write about it, beside what the patient sent."""

from datetime import datetime, timedelta

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html

from consultations import phones
from consultations.models import AWAITING_STATES, ConsultationRequest, Outcome

State = ConsultationRequest.State
EDITED = ["state", "assigned_to", "call_due_at", "corrected_phone"]
LATEST_CALL = timedelta(days=366)  # from now; what is later was mistyped
MINUTES = "%Y-%m-%dT%H:%M"  # what the browser's own picker reads and writes
# A browser that goes back puts old values into a fresh page, where they would count as what somebody changed.
NOT_BY_THE_BROWSER = {"autocomplete": "off"}


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format=MINUTES, attrs=NOT_BY_THE_BROWSER)


class HiddenMomentInput(forms.DateTimeInput):
    input_type = "hidden"

    def __init__(self):
        super().__init__(format=MINUTES)


class MomentField(forms.DateTimeField):
    """What nobody touched is what is stored: read again, a time of the hour that the clocks repeat could be either."""

    untouched = stored = None  # the text that the page was sent, and the moment that it stands for
    widget = MomentInput
    hidden_widget = HiddenMomentInput

    def to_python(self, value):
        return self.stored if value and value == self.untouched else super().to_python(value)


class HandlingForm(forms.ModelForm):
    """Each field carries the value that was seen, so that only what somebody changed counts as changed.

    It leaves the request as it is stored: handle_request() writes.
    """

    state = forms.ChoiceField(choices=State, show_hidden_initial=True, widget=forms.Select(attrs=NOT_BY_THE_BROWSER))
    assigned_to = forms.ModelChoiceField(
        None,
        required=False,
        show_hidden_initial=True,
        empty_label="Nobody",
        widget=forms.Select(attrs=NOT_BY_THE_BROWSER),
        help_text="Who takes care of it.",
    )
    call_due_at = MomentField(
        label="Next call by",
        required=False,
        show_hidden_initial=True,
        help_text="Until the first call, the promise to the patient stands. Empty: nobody has to call.",
    )
    corrected_phone = forms.CharField(
        required=False,
        show_hidden_initial=True,
        validators=[phones.validate_phone],
        widget=forms.TextInput(attrs={"type": "tel", **NOT_BY_THE_BROWSER}),
        help_text="The right number, if the one that was typed is wrong.",
    )
    note = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text="For colleagues; the patient does not see it. It is kept with whichever button you press.",
    )
    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    changed_meanwhile = None  # the error, when somebody else was first

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen_version"].initial = self.instance.version
        self.fields["assigned_to"].queryset = who_may_handle(or_is=self.instance.assigned_to_id)
        next_call = self["call_due_at"]
        next_call.field.stored = self.instance.call_due_at
        next_call.field.untouched = self.data.get(next_call.html_initial_name)
        if self.is_bound and self.changed_meanwhile:
            self.show_both()
            next_call.field.untouched = self.data[next_call.html_initial_name]

    def clean(self):
        if self.changed_meanwhile:
            raise forms.ValidationError("Nothing of yours is saved yet: somebody else was first.")
        if "call_due_at" in self.changed_data and "call_due_at" in self.cleaned_data:
            self.check_next_call(self.cleaned_data["call_due_at"], self.cleaned_data.get("state"))
        return self.cleaned_data

    def check_next_call(self, due, state):
        if state == State.NEW and "_outcome" not in self.data:
            self.add_error(
                "call_due_at",
                "Until the first call, the promise to the patient stands. Say how a call ended, or change the state.",
            )
        elif due and state not in AWAITING_STATES:
            self.add_error(
                "call_due_at", "Only who is new or contacted waits for a call. Change the state, or empty it."
            )
        elif due and due > timezone.now() + LATEST_CALL:
            self.add_error("call_due_at", "That is more than a year away. Choose an earlier day.")

    def _post_clean(self):
        """Nothing goes onto the instance, not even for validating it."""

    def show_both(self):
        """Takes over what the other one changed and this one did not; says what is stored beside all else."""
        stored = type(self)(instance=self.instance)
        self.data = self.data.copy()
        self.data["seen_version"] = self.instance.version
        for name in EDITED:
            value = stored[name].field.hidden_widget().format_value(stored[name].value()) or ""
            was_typed = name in self.changed_data and self.data.get(name, "") != value
            if was_typed:
                self[name].help_text = format_html("Stored now: <bdi>{}</bdi>", display(stored[name]))
            else:
                self.data[name] = value
            self.data[self[name].html_initial_name] = value
        del self.__dict__["changed_data"]


def who_may_handle(*, or_is=None):
    """Accounts that requests can be assigned to, and the one with the primary key `or_is`, in their order."""
    may = get_user_model().objects.with_perm(
        "consultations.change_consultationrequest", backend="django.contrib.auth.backends.ModelBackend"
    )
    return (
        get_user_model()
        .objects.filter(Q(pk__in=may.filter(is_staff=True).values("pk")) | Q(pk=or_is))
        .order_by("username")
    )


def display(bound_field):
    """A field's value as it is read, not as it is sent."""
    value = bound_field.value()
    if value in (None, ""):
        return "nothing"
    if isinstance(value, datetime):
        return date_format(value, "DATETIME_FORMAT")
    return str(dict(getattr(bound_field.field, "choices", ())).get(value, value))


BUTTONS = {"_outcome": "call", "_assign": "assigned to", "_state": "state", "_real": "held", "_undo": "undo"}


def pressed(data, user):
    """(changes, outcome) that the button stands for which sent the form; neither for Save.

    Raises ValueError for one that the page does not have.
    """
    if "_outcome" in data:
        return {}, Outcome(data["_outcome"])
    if "_assign" in data:
        return {"assigned_to": user}, ""
    if "_real" in data:
        return {"held": False}, ""
    if "_state" in data:
        return {"state": State(data["_state"])}, ""
    return {}, ""
