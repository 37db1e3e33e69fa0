"""The questions for a patient, and all validation of the answers.

A new question is added in three places: its field in ConsultationForm, its column in ConsultationRequest (with a
migration), and its row in `consultations.privacy.data_map`. The form's page, the staff's request page, the print sheet,
the export and the privacy page are built from these; `make messages` lists what is to be translated. A question has one
answer: a line of text, a number, a day, a text area, radio buttons or a box to tick (`partials/field.html`).
"""

import re
import unicodedata
from copy import copy
from functools import cache

from django import forms
from django.forms.utils import flatatt
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from consultations import phones, spam
from consultations.fields import text_rules
from consultations.models import LANGUAGES, ConsultationRequest
from consultations.sources import CAMPAIGN_WORD, PAGE_NAME

CONSENT = _("I agree that %(clinic)s may contact me about this request by the means I gave above.")
LONGEST_WISH = 500
LONGEST_REASON = 2000  # characters (code points), as the field's hint says
LEFT_TO_ITSELF = {
    "data-1p-ignore": True, "data-bwignore": True, "data-form-type": "other", "data-lpignore": "true",
    "data-protonpass-ignore": "true",
}  # fmt: skip
BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # they could turn other text on a page around


def clean_text(text):
    """The text as it may be stored, without bidi controls; empty if nothing visible is left."""
    text = BIDI_CONTROLS.sub("", text_rules.clean_text(text.replace("\r\n", "\n").replace("\r", "\n")))
    # Categories C and Z are invisible: blanks, and joiners and direction marks, which matter only beside letters.
    return text if any(unicodedata.category(char)[0] not in "CZ" for char in text) else ""


def clean_answer(name, text):
    """Answers that are compared, searched or dialled also lose what nobody sees, as their columns do."""
    text = clean_text(text)
    return ConsultationRequest._meta.get_field(name).rule(text) if name in ("full_name", "phone", "email") else text


def read_hidden(data, name, pattern):
    """What a hidden field sent; empty if that is not what the site writes there."""
    value = (data or {}).get(name, "")
    return value if pattern.fullmatch(value) else ""


def is_answered(field):
    """Whether a patient changed the field from what the empty form holds."""
    return (field.value() or "") not in ("", field.initial)


def write_attributes(control):
    """The attributes of an input or a text area as HTML, from the context that Django gives to its template."""
    attributes = {"type": control.get("type"), "name": control["name"]}
    if "type" in control:  # the value of a text area is its content
        attributes["value"] = control["value"]
    return flatatt(attributes | control["attrs"])


class PatientForm(forms.Form):
    """What the forms for patients have in common.

    The browser validates nothing (no `required`, no `maxlength`): its messages vary, may be in another language than
    the page, and `maxlength` cuts pasted text silently. Text browsers such as lynx send the first of radio buttons that
    nobody touched, so in each group the first one says nothing.
    """

    use_required_attribute = False
    for_consultations = ()  # fields that a question about something else needs no answer to

    def __init__(self, data=None):
        if data is not None:
            data = {name: clean_answer(name, data[name]) for name in self.base_fields if name in data}
        super().__init__(data)
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)
            if field.required and not isinstance(field.widget, forms.RadioSelect):
                field.widget.attrs["aria-required"] = "true"  # screen readers call an empty `required` field invalid

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phones.read_phone(phone) is None:
            raise forms.ValidationError(
                _("Enter a phone number with its area code, like (708)\N{NO-BREAK SPACE}555-\N{WORD JOINER}0123"),
                code="unreadable",
            )
        return phone

    def read_question(self, field):
        """What partials/field.html shows of a field, in the language that is active.

        That template writes the controls too, since Django renders three templates for each.
        """
        widget = field.field.widget
        is_radio = isinstance(widget, forms.RadioSelect)
        errors = self.errors.get(field.name)
        hint_and_error = {"helptext": field.help_text, "error": errors}
        described_by = " ".join(f"{field.auto_id}_{part}" for part, shown in hint_and_error.items() if shown)
        attributes = {}
        if errors and not is_radio:  # WAI-ARIA 1.2 does not allow it on a radio
            attributes["aria-invalid"] = "true"
        if described_by and not is_radio:
            attributes["aria-describedby"] = described_by
        attributes["id"] = field.auto_id
        control = widget.get_context(field.html_name, field.value(), attributes)["widget"]
        return {
            "name": field.name,
            "kind": field.widget_type,
            "id": field.auto_id,
            "label": str(field.label),
            "hint": str(field.help_text),
            "is_required": self.base_fields[field.name].required,
            "is_for_consultations": field.name in self.for_consultations,
            "errors": errors,
            "described_by": described_by,
            "control": write_attributes(control),
            "content": control["value"] or "",
            "options": [
                {
                    "control": write_attributes(option),
                    "id": option["attrs"]["id"],
                    "label": str(option["label"]),
                    "language": option["value"] if field.name == "language" and option["value"] != "other" else "",
                }
                for _, options, _ in control.get("optgroups", [])
                for option in options
            ],
        }

    @property
    def questions(self):
        return [self.read_question(field) for field in self]

    @property
    def problems(self):
        """(id of the first control, message) for every error, in the order of the fields: the error summary."""
        for field in self:
            target = f"{field.auto_id}_0" if isinstance(field.field.widget, forms.RadioSelect) else field.auto_id
            for message in field.errors:
                yield target, message


class ConsultationForm(PatientForm):
    """The consultation form, also for a question about something else. The sentence of consent names the clinic."""

    #: The legend of each group, by the field that begins it. Of `folded` ones only the legend is in view at first.
    legends = {
        "matter": "",
        "full_name": _("About you"),
        "reason": _("Your request"),
        "email": _("Email, best time to call, language, interpreter"),
        "subject": "",
    }
    folded = {"email"}
    for_consultations = ("patient_status",)

    matter = forms.ChoiceField(
        label=_("What is your request about?"),
        help_text=_("For a prescription, call us; in an emergency, call 911"),
        required=False,  # a form without it is about a consultation
        choices=ConsultationRequest.Matter.choices,
        initial=ConsultationRequest.Matter.CONSULTATION,
        error_messages={"invalid_choice": _("Select what your request is about")},
        widget=forms.RadioSelect,
    )
    full_name = forms.CharField(
        label=_("Full name"),
        max_length=128,
        error_messages={
            "required": _("Enter your full name"),
            "max_length": _("Full name must be 128 characters or less"),
        },
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false", "dir": "auto"}),
    )
    phone = forms.CharField(
        label=_("Phone number"),
        max_length=40,
        help_text=_("We will call this number about your request"),
        error_messages={
            "required": _("Enter your phone number"),
            "max_length": _("Phone number must be 40 characters or less"),
        },
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "dir": "ltr"}),
    )
    patient_status = forms.ChoiceField(
        label=_("New or returning patient"),
        choices=ConsultationRequest.PatientStatus.choices,
        error_messages={
            "required": _("Select whether you are a new or returning patient"),
            "invalid_choice": _("Select whether you are a new or returning patient"),
        },
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("How can we help?"),
        max_length=LONGEST_REASON,
        help_text=_("A few words are enough, up to 2,000 characters. Leave out ID and insurance numbers"),
        error_messages={
            "required": _("Tell us how we can help"),
            "max_length": _("Use 2,000 characters or less to tell us how we can help"),
        },
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )
    email = forms.EmailField(
        label=_("Email address"),
        max_length=254,
        required=False,
        error_messages={
            "invalid": _("Enter an email address in the right format, like name@example.com"),
            "max_length": _("Email address must be 254 characters or less"),
        },
        # Not type=email: with an address it does not like, Firefox tells screen readers that the whole group is wrong.
        # So phones have to be told what that type tells them.
        widget=forms.TextInput(
            attrs={
                "inputmode": "email",
                "autocomplete": "email",
                "autocapitalize": "none",
                "autocorrect": "off",
                "spellcheck": "false",
                "dir": "ltr",
            }
        ),
    )
    voicemail_ok = forms.TypedChoiceField(
        label=_("May we leave a voicemail?"),
        help_text=_("If you have no preference, we do not leave one"),
        required=False,
        choices=[("", _("No preference")), ("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        error_messages={"invalid_choice": _("Select whether we may leave a voicemail")},
        widget=forms.RadioSelect,
    )
    best_time = forms.ChoiceField(
        label=_("Best time to call"),
        required=False,
        choices=ConsultationRequest.BestTime.choices,
        initial=ConsultationRequest.BestTime.ANY,
        error_messages={"invalid_choice": _("Select the best time to call")},
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=_("Preferred language"),
        help_text=_("If you choose “Another language”, name it under “How can we help?”"),
        required=False,
        choices=[("", _("As on this page")), *LANGUAGES],
        error_messages={"invalid_choice": _("Select your preferred language")},
        widget=forms.RadioSelect,
    )
    interpreter = forms.BooleanField(label=_("I need an interpreter"), required=False)
    #: A hidden trap: programs fill in every field, people do not see this one. Text in it is a sign of spam. No browser
    #: has a value for its name, and the marks ask 1Password, Bitwarden, Dashlane, LastPass and Proton Pass to leave it.
    subject = forms.CharField(
        label=_("Leave empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1", **LEFT_TO_ITSELF}),
    )
    consent = forms.BooleanField(
        error_messages={"required": _("Tick the box to agree that we may contact you")},
    )

    def __init__(self, data=None, *, clinic_name):
        super().__init__(data)
        if self.is_bound:
            self.data["matter"] = self.data.get("matter") or ConsultationRequest.Matter.CONSULTATION.value
            for name in self.for_consultations:
                self.fields[name].required = self.data["matter"] == ConsultationRequest.Matter.CONSULTATION
        #: Hidden fields, which nobody typed: the page that carried the form, and the campaign that led there.
        self.page = read_hidden(data, "page", PAGE_NAME)
        self.campaign = read_hidden(data, "campaign", CAMPAIGN_WORD)
        self.consent_wording = CONSENT % {"clinic": clinic_name}

    @property
    def answers(self):
        """The cleaned answers of a valid form by field name, as they are stored."""
        return {name: value for name, value in self.cleaned_data.items() if name != "subject"}

    @property
    def signs_of_spam(self):
        """The codes of the signs of spam in a valid form."""
        return spam.find_signs(self.answers, trap=self.cleaned_data["subject"])

    @property
    def is_question(self):
        """Whether it was sent, and is about something else than a consultation."""
        return self.is_bound and self.data["matter"] in {*ConsultationRequest.Matter.values} - {"consultation"}

    @property
    def groups(self):
        """What the template shows, group by group. A group ends where `legends` begins the next one."""
        groups = []
        for field in self:
            if field.name in self.legends:
                legend, is_folded = str(self.legends[field.name]), field.name in self.folded
                groups.append({"legend": legend, "is_folded": is_folded, "is_open": False, "questions": []})
            groups[-1]["questions"].append(self.read_question(field))
            groups[-1]["is_open"] |= bool(field.errors) or is_answered(field)
        return groups

    @property
    def is_untouched(self):
        return not any(is_answered(field) for field in self)


class NumberForm(PatientForm):
    """A number beside the one that the patient typed before."""

    phone = copy(ConsultationForm.base_fields["phone"])


class WishForm(PatientForm):
    wish = forms.CharField(
        label=_("What would you like to add?"),
        max_length=LONGEST_WISH,
        help_text=_("Up to 500 characters. Leave out ID and insurance numbers"),
        error_messages={
            "required": _("Write what you would like to add"),
            "max_length": _("Use 500 characters or less for what you would like to add"),
        },
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


#: What can be changed on the page of a request, by the value of the button.
CHANGES = {"number": NumberForm, "wish": WishForm, "call_off": PatientForm}


@cache
def groups_without_answers(language):
    """`groups` of the empty form, which nearly every page shows: prepared once for each language."""
    with translation.override(language):
        return ConsultationForm(clinic_name="").groups
