"""Where the front desk reads requests and notes what became of them. Whatever is looked at here is recorded."""

from cryptography.fernet import InvalidToken
from django import forms
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
from consultations.actions import erase_request, give_up, record_access, send_again
from consultations.fields import decrypt, encrypt
from consultations.handling import handle_request
from consultations.models import AccessRecord, ConsultationRequest, OutgoingMail

Action = AccessRecord.Action
SEAL = "search:"  # before a term that is sealed, so that nothing else can be read by asking for it


class OutgoingMailInline(admin.StackedInline):
    """How the mails about a request are doing."""

    model = OutgoingMail
    verbose_name_plural = "Mails about this request"
    readonly_fields = ["kind", "recipient", "created_at", "sent_at", "attempts", "last_error"]
    fields = [("kind", "recipient", "attempts"), ("created_at", "sent_at"), "last_error"]
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class HandlingForm(forms.ModelForm):
    """The part of a request that is the staff's own."""

    note = forms.CharField(
        required=False,
        widget=admin.widgets.AdminTextareaWidget(attrs={"rows": 4, "dir": "auto"}),
        help_text="For colleagues. The patient does not see it.",
    )
    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        widgets = {
            "corrected_phone": admin.widgets.AdminTextInputWidget(attrs={"type": "tel", "autocomplete": "off"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen_version"].initial = self.instance.version

    def validate_constraints(self):
        """Not here: handle_request() makes fit what follows from the state, and the database refuses the rest."""


class StaffModelAdmin(admin.ModelAdmin):
    """Nothing is added or deleted by hand; looking at a row leaves an access record."""

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def record(self, request, action, consultation_request=None, details=""):
        record_access(
            action,
            user=request.user,
            address=request.client_address,
            consultation_request=consultation_request,
            details=details,
        )


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


class WaitingFilter(admin.SimpleListFilter):
    title = "waiting"
    parameter_name = "waiting"

    def lookups(self, request, model_admin):
        return [("yes", "Not yet taken by the mail server"), ("late", "For more than ten minutes")]

    def queryset(self, request, queryset):
        return {"yes": queryset.unsent, "late": queryset.late}.get(self.value(), queryset.all)()


@admin.register(OutgoingMail)
class OutgoingMailAdmin(StaffModelAdmin):
    """Every mail of the site, how it is doing, and a button to send it again."""

    list_display = ["__str__", "kind", "reference", "created_at", "sent_at", "attempts"]
    list_filter = [WaitingFilter, "kind"]
    ordering = ["-created_at"]
    list_select_related = ["consultation_request"]
    fields = [
        ("kind", "recipient"),
        ("created_at", "due_at", "sent_at", "given_up_at"),
        ("attempts", "in_hand"),
        "last_error",
        "subject",
        "body",
        "message_id",
    ]
    readonly_fields = ["message_id"]

    def get_urls(self):
        view, name = self.admin_site.admin_view, "consultations_outgoingmail_{}".format
        return [
            path("<int:pk>/send-again/", view(self.send_again_view), name=name("send_again")),
            path("<int:pk>/give-up/", view(self.give_up_view), name=name("give_up")),
            *super().get_urls(),
        ]

    def has_change_permission(self, request, obj=None):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        response = super().change_view(request, object_id, form_url, extra_context)
        if response.status_code == 200:
            mail = self.get_object(request, object_id)
            self.record(request, Action.VIEW, mail.consultation_request, details=f"mail {mail.pk}")
        return response

    @method_decorator(require_POST)
    def send_again_view(self, request, pk):
        mail = self.mail_or_404(request, pk)
        sent = send_again(mail, user=request.user, address=request.client_address)
        messages.success(request, f"{sent} goes out as soon as it can. Reload this page to see how it went.")
        return redirect("admin:consultations_outgoingmail_change", sent.pk)

    @method_decorator(require_POST)
    def give_up_view(self, request, pk):
        mail = self.mail_or_404(request, pk)
        give_up(mail, user=request.user, address=request.client_address)
        messages.success(request, f"{mail} is not tried any more. It can still be sent again from this page.")
        return redirect("admin:consultations_outgoingmail_change", mail.pk)

    def mail_or_404(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(OutgoingMail.objects.select_related("consultation_request"), pk=pk)

    @admin.display(description="Request")
    def reference(self, mail):
        return mail.consultation_request.reference if mail.consultation_request else "several"
