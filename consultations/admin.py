"""Where the front desk reads requests and notes what became of them."""

from django import forms
from django.contrib import admin
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html

from consultations.actions import update_request
from consultations.models import ConsultationRequest, OutgoingMail


class OutgoingMailInline(admin.StackedInline):
    """How the mails about a request are doing."""

    model = OutgoingMail
    verbose_name_plural = "Mails to staff"
    readonly_fields = ["recipient", "created_at", "sent_at", "attempts", "last_error"]
    fields = [("recipient", "attempts"), ("created_at", "sent_at"), "last_error"]
    extra = 0
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class HandlingForm(forms.ModelForm):
    """The part of a request that is the staff's own."""

    class Meta:
        widgets = {
            "corrected_phone": admin.widgets.AdminTextInputWidget(attrs={"type": "tel", "autocomplete": "off"}),
            "note": admin.widgets.AdminTextareaWidget(attrs={"rows": 4, "dir": "auto"}),
        }


@admin.register(ConsultationRequest)
class ConsultationRequestAdmin(admin.ModelAdmin):
    """What the patient sent is read-only; a wrong phone number is corrected beside it."""

    list_display = ["reference", "name", "state", "call_by", "language_to_speak"]
    list_filter = ["state", "page_language"]
    sortable_by = ["reference", "state", "call_by"]
    ordering = ["-received_at"]
    form = HandlingForm
    inlines = [OutgoingMailInline]
    fieldsets = [
        (None, {"fields": [("reference", "received_at", "call_by"), ("state", "note")]}),
        ("To call", {"fields": ["full_name", "call", "voicemail", "best_time", "email"]}),
        ("If the number is wrong", {"fields": [("phone", "corrected_phone")]}),
        ("Language", {"fields": [("language", "interpreter", "page_language")]}),
        ("The request", {"fields": ["patient_status", "request_text", "consent_wording"]}),
    ]
    readonly_fields = [
        "reference",
        "received_at",
        "call_by",
        "full_name",
        "call",
        "phone",
        "voicemail",
        "best_time",
        "email",
        "language",
        "interpreter",
        "page_language",
        "patient_status",
        "request_text",
        "consent_wording",
    ]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        update_request(consultation_request=obj)

    @admin.display(description="Call")
    def call(self, consultation_request):
        """The number to call, as a link: the corrected one where there is one."""
        return format_html(
            '<a href="tel:{}"><bdi>{}</bdi></a>',
            consultation_request.dialled_phone,
            consultation_request.corrected_phone or consultation_request.phone,
        )

    @admin.display(description="Voicemail allowed")
    def voicemail(self, consultation_request):
        return {True: "Yes", False: "No", None: "Not answered"}[consultation_request.voicemail_ok]

    @admin.display(description="Full name")
    def name(self, consultation_request):
        return format_html("<bdi>{}</bdi>", consultation_request.full_name)

    @admin.display(description="Language")
    def language_to_speak(self, consultation_request):
        """The one the patient prefers; without an answer, the one the patient read the form in."""
        return consultation_request.get_language_display() or consultation_request.get_page_language_display()

    @admin.display(description="How can we help?")
    def request_text(self, consultation_request):
        return format_html('<div dir="auto">{}</div>', linebreaksbr(consultation_request.reason))
