"""The form on a request's page, for the fields that staff edit."""

from datetime import date, datetime, timedelta
from functools import partial

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html

from consultations import phones
from consultations.desk.workflow import CAME, DID_NOT_COME
from consultations.fields import text_rules
from consultations.models import AWAITING_STATES, ConsultationRequest, Outcome

State = ConsultationRequest.State
ClosedBecause = ConsultationRequest.ClosedBecause
EDITED = ["state", "assigned_to", "call_due_at", "corrected_phone", "visit_on"]
BUTTONS = {
    "_outcome": "call",
    "_assign": "assigned to",
    "_state": "state",
    "_close": "reason for closing",
    "_came": "came to the visit",
    "_missed": "came to the visit",
    "_genuine": "held",
    "_undo": "undo",
}
BUTTON_STATES = [State.SCHEDULED, State.SPAM]
CLOSING_REASONS = [(reason, label) for reason, label in ClosedBecause.choices if reason != ClosedBecause.CAME]
LATEST_CALL = LATEST_VISIT = timedelta(days=366)  # from now; a later day is a typing error
EARLIEST_VISIT = timedelta(days=30)  # ago: some visits are entered afterwards
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
    visit_on = forms.DateField(
        label="Day of the visit",
        required=False,
        show_hidden_initial=True,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", **NO_AUTOCOMPLETE}),
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
        # The other states have buttons, which ask for a day or a reason. What an older page showed is no change.
        seen = None if self.conflict else self.data.get(self["state"].html_initial_name)
        offered = (*AWAITING_STATES, self.instance.state, seen)
        self.fields["state"].choices = [choice for choice in State.choices if choice[0] in offered]
        if self.instance.state != State.SCHEDULED:
            self.initial["visit_on"] = None  # a visit of the past: the field is for the next one
        self.fields["assigned_to"].queryset = list_assignable_users(or_pk=self.instance.assigned_to_id)
        next_call = self["call_due_at"]
        next_call.field.stored = self.instance.call_due_at
        next_call.field.seen_text = self.data.get(next_call.html_initial_name)
        if self.is_bound and self.conflict:
            self.merge_stored_values()
            next_call.field.seen_text = self.data[next_call.html_initial_name]

    def add_error(self, field, error):
        """The browser puts the focus on the first field with a mistake."""
        super().add_error(field, error)
        if field:
            self.fields[field].widget.attrs["autofocus"] = True

    def clean_corrected_phone(self):
        return text_rules.clean_code(self.cleaned_data["corrected_phone"])

    def clean(self):
        if self.conflict:
            raise forms.ValidationError("Your changes weren't saved: someone else saved first.")
        self.check_visit()
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
                "Change the state or clear the next call: scheduled and ended requests have none.",
            )
        elif due and due > timezone.now() + LATEST_CALL:
            self.add_error("call_due_at", "Choose an earlier day: this is more than a year away.")

    def check_visit(self):
        today, day = timezone.localdate(), self.cleaned_data.get("visit_on")
        button = "Change the day" if self.instance.state == State.SCHEDULED else "Scheduled"
        is_typed = "visit_on" in self.changed_data
        is_saved = is_typed and "state" not in self.changed_data and not BUTTONS.keys() & self.data.keys()
        if "visit_on" in self.errors:
            return
        if is_saved or self.data.get("_state") == State.SCHEDULED:
            if day is None:
                self.add_error("visit_on", f"Enter the day of the visit, then press {button}.")
            elif day > today + LATEST_VISIT:
                self.add_error("visit_on", "Enter an earlier day: this is more than a year away.")
            elif day < today - EARLIEST_VISIT:
                self.add_error("visit_on", "Enter a later day: this is more than 30 days ago.")
        elif is_typed and day:
            self.add_error("visit_on", f"To save the day of the visit, press {button}. Otherwise clear it.")

    @property
    def changes(self):
        """{field: value} of what was changed. The day of a visit makes the request a scheduled one."""
        changed = {name: self.cleaned_data[name] for name in EDITED if name in self.changed_data}
        if changed.get("visit_on"):
            return changed | {"state": State.SCHEDULED}
        return {name: value for name, value in changed.items() if name != "visit_on"}

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
    if isinstance(value, date):
        return date_format(value, "DATETIME_FORMAT" if isinstance(value, datetime) else "DATE_FORMAT")
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
    if "_came" in data or "_missed" in data:
        return CAME if "_came" in data else DID_NOT_COME, ""
    if "_state" in data and data["_state"] in BUTTON_STATES:
        return {"state": State(data["_state"])}, ""
    if "_close" in data and data["_close"] in dict(CLOSING_REASONS):
        return {"state": State.CLOSED, "closed_because": ClosedBecause(data["_close"])}, ""
    if "_state" in data or "_close" in data:
        raise ValueError("no such button")
    return {}, ""
