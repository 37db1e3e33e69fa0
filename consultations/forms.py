"""What is asked of a patient, and all that is checked of the answers."""

import unicodedata

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout, Submit
from django import forms
from django.urls import reverse_lazy
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from consultations import phones, spam
from consultations.models import ConsultationRequest

LONGEST_REASON = 2000  # characters (code points), as the hint of the field says
BREAKING = dict.fromkeys(
    [
        *(code for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc" and chr(code) not in "\n\t"),
        *range(0xD800, 0xE000),  # surrogates, which no database stores
        *range(0x202A, 0x202F),  # bidi overrides and isolates, which could turn other text on a page around
        *range(0x2066, 0x206A),
    ]
)


def visible_text(text):
    """The text without characters that break things: NUL, control characters, bidi overrides. Empty if none shows."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(BREAKING)
    # Categories C and Z are what has no ink: joiners and marks of direction, which count only beside letters; blanks.
    return text if any(unicodedata.category(char)[0] not in "CZ" for char in text) else ""


class ConsultationForm(forms.Form):
    """The consultation form. `clinic_name` is who asks: it stands in the sentence of consent.

    The browser checks nothing (no `required`, no `maxlength`): its bubbles differ, speak another language than the
    page, and cut pasted text without a word.
    """

    use_required_attribute = False

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
        help_text=_("We call this number about your request"),
        error_messages={
            "required": _("Enter your phone number"),
            "max_length": _("Phone number must be 40 characters or less"),
        },
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "dir": "ltr"}),
    )
    email = forms.EmailField(
        label=_("Email address"),
        max_length=254,
        required=False,
        error_messages={
            "invalid": _("Enter an email address in the right format, like name@example.com"),
            "max_length": _("Email address must be 254 characters or less"),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false", "dir": "ltr"}),
    )
    voicemail_ok = forms.TypedChoiceField(
        label=_("May we leave a voicemail?"),
        required=False,
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        error_messages={"invalid_choice": _("Select whether we may leave a voicemail")},
        widget=forms.RadioSelect,
    )
    best_time = forms.ChoiceField(
        label=_("Best time to call"),
        required=False,
        choices=ConsultationRequest.BestTime.choices,
        error_messages={"invalid_choice": _("Select the best time to call")},
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=_("Preferred language"),
        help_text=_("For another language, name it under “How can we help?”"),
        required=False,
        choices=ConsultationRequest.Language.choices,
        error_messages={"invalid_choice": _("Select your preferred language")},
        widget=forms.RadioSelect,
    )
    interpreter = forms.BooleanField(label=_("I need an interpreter"), required=False)
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
        help_text=_("A few words are enough (2,000 characters or less), without ID or insurance numbers"),
        error_messages={
            "required": _("Tell us how we can help"),
            "max_length": _("Use 2,000 characters or less to tell us how we can help"),
        },
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )
    #: A trap for programs, which fill in everything. People do not see it; what stands in it only makes suspicious.
    website = forms.CharField(
        label=_("Leave empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    #: When the form was rendered, signed. A weak sign: it has no maximum age, since pages are cached.
    opened = forms.CharField(required=False, initial=spam.sign_opening, widget=forms.HiddenInput)
    consent = forms.BooleanField(
        error_messages={"required": _("Tick the box to agree that we may contact you")},
    )

    def __init__(self, data=None, *, clinic_name):
        if data is not None:
            data = {name: visible_text(data[name]) for name in self.base_fields if name in data}
        super().__init__(data)
        sentence = _("I agree that %(clinic)s may contact me about this request by the means I gave above.")
        #: The sentence that the patient agrees to, as the page shows it.
        self.consent_wording = sentence % {"clinic": clinic_name}
        name = format_html('<bdi lang="en" translate="no">{}</bdi>', clinic_name)
        self.fields["consent"].label = mark_safe(escape(sentence) % {"clinic": name})
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)
            if field.required and not isinstance(field.widget, forms.RadioSelect):
                field.widget.attrs["aria-required"] = "true"  # not `required`: read aloud as "invalid" on first focus

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phones.read_phone(phone) is None:
            raise forms.ValidationError(
                _("Enter a phone number with its area code, like (708) 555-0123"), code="unreadable"
            )
        return phone

    @property
    def answers(self):
        """What a valid form says, by field: what is stored."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("website", "opened")}

    @property
    def signs_of_spam(self):
        """The codes of what is suspicious about a valid form."""
        cleaned = self.cleaned_data
        return spam.signs_in(answers=self.answers, trap=cleaned["website"], opened=cleaned["opened"])

    @property
    def problems(self):
        """(id of the first control, message) for every error, in the order of the fields: the error summary."""
        for field in self:
            target = f"{field.auto_id}_0" if isinstance(field.field.widget, forms.RadioSelect) else field.auto_id
            for message in field.errors:
                yield target, message

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_id = "consultation-form"
        helper.form_action = reverse_lazy("consultation")
        helper.attrs = {"novalidate": True}
        helper.disable_csrf = True  # the view checks the request's origin instead, and says why
        helper.layout = Layout(
            Fieldset(_("About you"), "full_name", "phone", "email", "patient_status"),
            Fieldset(_("How to reach you"), "voicemail_ok", "best_time", "language", "interpreter"),
            Fieldset(_("Your request"), "reason", Field("website", template="clinic/trap.html"), "opened", "consent"),
            Submit("", _("Send request")),
        )
        return helper
