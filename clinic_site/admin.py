"""The clinic's facts in the staff site; whose account may do what, and the records of who did."""

from django.contrib import admin, messages
from django.contrib.auth.models import Group, User
from django.contrib.redirects.models import Redirect
from django.core.exceptions import PermissionDenied
from django.db import models
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join, strip_tags

from clinic_site import wording
from clinic_site.facts import read_clinic
from clinic_site.models import Clinic, Closure, InterfaceReview, OpeningPeriod
from clinic_site.redirects.admin import RedirectAdmin
from clinic_site.staff.accounts import StaffAccountAdmin
from consultations.access_admin import AccessRecordAdmin
from consultations.models import AccessRecord, ConsultationRequest

MOST_PROMISES = 20  # named on the clinic's page; of the others it says how many there are

admin.site.unregister([Group, User, Redirect])  # Django's own; the groups are fixed, by migration
admin.site.register(User, StaffAccountAdmin)
admin.site.register(Redirect, RedirectAdmin)
admin.site.register(AccessRecord, AccessRecordAdmin)


class OpeningPeriodInline(admin.StackedInline):  # its fields have labels; those of a TabularInline have none
    model = OpeningPeriod
    extra = 1
    fields = [("weekday", "opens_at", "closes_at")]


class ClosureInline(admin.StackedInline):
    model = Closure
    extra = 1
    fields = [("first_day", "last_day", "reason")]


@admin.register(Clinic)
class ClinicAdmin(admin.ModelAdmin):
    inlines = [OpeningPeriodInline, ClosureInline]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = [
        (None, {"fields": ["name", "street", ("city", "state", "postal_code"), "phone", "time_zone"]}),
        ("The promise to call", {"fields": ["same_day_minutes", "next_day_minutes"]}),
        ("Mail to patients", {"fields": ["confirm_by_mail"]}),
        (
            "For patients to know",
            {
                "description": "Pages leave out what is empty.",
                "fields": [
                    "who_treats_you",
                    "first_visit",
                    "parking",
                    "step_free_access",
                    "insurance",
                    "language_notice",
                    "privacy_practices_url",
                ],
            },
        ),
        ("Opening hours", {"fields": ["hours_confirmed"]}),
    ]

    def changelist_view(self, request, extra_context=None):
        """There is one clinic: straight to it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        clinic, _ = Clinic.objects.get_or_create(pk=1)
        return redirect(reverse("admin:clinic_site_clinic_change", args=[clinic.pk]))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Names the promises that the hours, as they are stored, do not fit."""
        misfits = promises_on_closed_time(request) if request.method == "GET" else []
        context = {"misfits": misfits[:MOST_PROMISES], "more_misfits": max(len(misfits) - MOST_PROMISES, 0)}
        return super().change_view(request, object_id, form_url, {**context, **(extra_context or {})})

    def response_change(self, request, obj):
        if misfits := len(promises_on_closed_time(request)):
            what = "1 promised call falls" if misfits == 1 else f"{misfits} promised calls fall"
            messages.warning(request, f"{what} on time at which the clinic is now closed: see the list below.")
        return super().response_change(request, obj)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def promises_on_closed_time(request):
    """Requests whose patients wait for a call by a time at which the clinic is closed; for who may see requests.

    Made when hours or closures change: what a patient was told does not change with them. Four queries.
    """
    if not request.user.has_perm("consultations.view_consultationrequest"):
        return []
    promised = ConsultationRequest.objects.still_promised(timezone.now()).only("reference", "call_by")
    clinic = read_clinic()
    return [
        consultation_request for consultation_request in promised if not clinic.is_open_at(consultation_request.call_by)
    ]


@admin.register(InterfaceReview)
class InterfaceReviewAdmin(admin.ModelAdmin):
    """One row for each language: who checked the wording of the site itself, and whether that still holds."""

    list_display = ["__str__", "state"]
    fields = ["state", "lines", ("reviewed_by", "reviewed_on")]
    readonly_fields = ["state", "lines"]

    def changelist_view(self, request, extra_context=None):
        if self.has_view_permission(request):
            for code, _ in wording.TRANSLATED_LANGUAGES:
                InterfaceReview.objects.get_or_create(language=code)
        return super().changelist_view(request, extra_context)

    @admin.display(description="State")
    def state(self, review):
        if not (review.reviewed_by and review.reviewed_on):
            return "Not yet checked by a person: every page in this language says so."
        signed = f"Checked by {review.reviewed_by} on {date_format(review.reviewed_on)}"
        if review.holds:
            return f"{signed}."
        return f"{signed}, but the wording has changed since: pages say again that nobody has checked it."

    @admin.display(description="Look at these lines above all")
    def lines(self, review):
        direction = "rtl" if review.language == "ar" else "ltr"
        return format_html(
            "<p>Read every page in this language, the form, its errors and the thank-you page too. "
            "A new name or day signs the wording as it is today.</p><dl>{}</dl>",
            format_html_join(
                "",
                "<dt>{}</dt><dd lang='{}' dir='{}'>{}</dd>",
                (
                    (plain(english), review.language, direction, plain(translated))
                    for english, translated in wording.safety_lines(review.language)
                ),
            ),
        )

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def plain(line):
    """A line of a catalogue as its readers see it."""
    return strip_tags(line) % {"clinic": "…"} if "%(" in line else strip_tags(line)
