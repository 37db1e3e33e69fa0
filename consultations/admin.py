"""Where the front desk reads requests and notes what became of them. Whatever is looked at here is recorded."""

from cryptography.fernet import InvalidToken
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import linebreaksbr
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from consultations import lookups, patient_data, spam
from consultations.actions import erase_request
from consultations.fields import decrypt, encrypt
from consultations.handling import handle_request
from consultations.handling_form import HandlingForm
from consultations.mail_admin import OutgoingMailInline
from consultations.models import AccessRecord, ConsultationRequest
from consultations.recorded_admin import StaffModelAdmin

Action = AccessRecord.Action
SEAL = "search:"  # before a term that is sealed, so that nothing else can be read by asking for it


@admin.register(ConsultationRequest)
class ConsultationRequestAdmin(StaffModelAdmin):
    """What the patient sent is read-only; a wrong phone number is corrected beside it."""

    list_display = ["reference", "name", "state", "call_by", "language_to_speak"]
    list_filter = ["held", "state", "page_language"]
    search_fields = ["reference"]  # and what get_search_results() looks for
    sortable_by = ["reference", "state", "call_by"]
    ordering = ["-received_at"]
    form = HandlingForm
    inlines = [OutgoingMailInline]
    fieldsets = [
        *patient_data.fieldsets(),
        ("Note", {"fields": ["note", "seen_version"]}),
        ("Other requests", {"fields": ["same_person"]}),
    ]
    readonly_fields = [*patient_data.read_only(), "same_person"]

    def get_urls(self):
        name = "consultations_consultationrequest_{}".format
        return [
            path("search/", self.admin_site.admin_view(self.search_view), name=name("search")),
            path("<int:pk>/erase/", self.admin_site.admin_view(self.erase_view), name=name("erase")),
            *super().get_urls(),
        ]

    # Looking

    def changelist_view(self, request, extra_context=None):
        extra_context = {"searched_for": opened_search(request.GET.get("q", "")), **(extra_context or {})}
        response = super().changelist_view(request, extra_context)
        if response.status_code == 200:  # not rendered yet: without the record nothing is shown
            references = " ".join(row.reference for row in response.context_data["cl"].result_list)
            self.record(request, Action.LIST, details=f"search: {references}" if "q" in request.GET else references)
        return response

    def change_view(self, request, object_id, form_url="", extra_context=None):
        extra_context = {"may_erase": may_erase(request), **(extra_context or {})}
        response = super().change_view(request, object_id, form_url, extra_context)
        if response.status_code == 200:  # also a form that was refused shows the whole request
            self.record(request, Action.VIEW, self.get_object(request, object_id))
        return response

    def history_view(self, request, object_id, extra_context=None):
        response = super().history_view(request, object_id, extra_context)
        if response.status_code == 200:
            self.record(request, Action.VIEW, self.get_object(request, object_id), details="history")
        return response

    # Searching. A term is the name or number of a patient: it is sent by POST, and goes on encrypted in the address.

    @method_decorator(sensitive_post_parameters("term"))
    @method_decorator(require_POST)
    def search_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        address = reverse("admin:consultations_consultationrequest_changelist")
        term = request.POST.get("term", "").strip()[:200]
        return HttpResponseRedirect(f"{address}?q={encrypt(SEAL + term)}" if term else address)

    def get_search_results(self, request, queryset, search_term):
        term = opened_search(search_term)
        if not search_term:
            return queryset, False
        if term is None:
            return queryset.none(), False
        return queryset.matching(lookups.search_keys(term), reference=term), False

    # Changing

    def save_model(self, request, obj, form, change):
        handle_request(
            pk=obj.pk,
            seen_version=form.cleaned_data["seen_version"],
            user=request.user,
            address=request.client_address,
            clinic=request.clinic,
            changes={
                field: form.cleaned_data[field] for field in form.changed_data if field in patient_data.staff_edits()
            },
            note=form.cleaned_data["note"],
        )

    def erase_view(self, request, pk):
        """Asks first, then erases for good."""
        if not may_erase(request):
            raise PermissionDenied
        consultation_request = get_object_or_404(ConsultationRequest.objects.only("reference"), pk=pk)
        if request.method == "POST":
            reference = consultation_request.reference
            erase_request(
                consultation_request=consultation_request,
                action=Action.ERASE,
                user=request.user,
                address=request.client_address,
            )
            messages.success(request, f"Request {reference} and its mails are erased. Its access records stay.")
            return redirect("admin:consultations_consultationrequest_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": f"Erase request {consultation_request.reference}?",
            "consultation_request": consultation_request,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/consultations/consultationrequest/erase.html", context)

    # What the page and the list show

    @admin.display(description="Call")
    def call(self, consultation_request):
        """The number to call, as a link: the corrected one where there is one, beside the one that was typed."""
        link = format_html(
            '<a href="tel:{}"><bdi>{}</bdi></a>',
            consultation_request.dialled_phone,
            consultation_request.corrected_phone or consultation_request.phone,
        )
        if consultation_request.corrected_phone:
            return format_html("{} (the patient wrote <bdi>{}</bdi>)", link, consultation_request.phone)
        return link

    @admin.display(description="Voicemail allowed")
    def voicemail(self, consultation_request):
        return {True: "Yes", False: "No", None: "Not answered"}[consultation_request.voicemail_ok]

    @admin.display(description="Why held")
    def why_held(self, consultation_request):
        return spam.describe(consultation_request.held_because) or "Nothing was suspicious."

    @admin.display(description="From the same person")
    def same_person(self, consultation_request):
        others = ConsultationRequest.objects.of_same_person_as(consultation_request)
        return (
            format_html_join(
                ", ",
                '<a href="{}">{}</a>',
                (
                    (reverse("admin:consultations_consultationrequest_change", args=[other.pk]), other.reference)
                    for other in others
                ),
            )
            or "No other request."
        )

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


def may_erase(request):
    return request.user.has_perm("consultations.erase_consultationrequest")


def opened_search(sealed):
    """The term of a search from the address; empty for none, None for what was not sealed as one."""
    if not sealed:
        return ""
    try:
        text = decrypt(sealed)
    except InvalidToken:
        return None
    return text.removeprefix(SEAL) if text.startswith(SEAL) else None
