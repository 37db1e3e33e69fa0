"""The clinic's facts and the sign-offs of the translations in the staff site, and the other models registered there."""

from django.contrib import admin, messages
from django.contrib.auth.models import Group, User
from django.contrib.redirects.models import Redirect
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.translation import get_language_info

from clinic_site import wording
from clinic_site.facts import read_clinic
from clinic_site.models import (
    Campaign,
    Clinic,
    InsurancePlan,
    InterfaceReview,
    OldSiteImport,
    OpeningPeriod,
    PageViews,
)
from clinic_site.old_site.admin import OldSiteImportAdmin
from clinic_site.redirects.admin import RedirectAdmin
from clinic_site.special_hours import FederalHolidaysForm, PastSpecialHoursInline, SpecialHoursInline
from clinic_site.staff.accounts import StaffAccountAdmin
from clinic_site.statistics.admin import StatisticsAdmin
from consultations.access_admin import AccessRecordAdmin
from consultations.models import AccessRecord, ConsultationRequest

CLINIC_PAGE = "admin:clinic_site_clinic_change"
MAX_PROMISES = 20  # listed on the clinic's page, which counts the others

admin.site.unregister([Group, User, Redirect])  # Django's own; the groups are fixed, by migration
admin.site.register(User, StaffAccountAdmin)
admin.site.register(Redirect, RedirectAdmin)
admin.site.register(AccessRecord, AccessRecordAdmin)
admin.site.register(OldSiteImport, OldSiteImportAdmin)
admin.site.register(PageViews, StatisticsAdmin)


class FixedRowsAdmin(admin.ModelAdmin):
    """Nobody adds or deletes rows."""

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class OpeningPeriodInline(admin.StackedInline):  # unlike a TabularInline, it labels its fields
    model = OpeningPeriod
    extra = 1
    fields = [("weekday", "opens_at", "closes_at")]


@admin.register(Clinic)
class ClinicAdmin(FixedRowsAdmin):
    inlines = [OpeningPeriodInline, SpecialHoursInline, PastSpecialHoursInline]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = [
        (None, {"fields": ["name", "street", ("city", "state", "postal_code"), "phone", "time_zone"]}),
        ("Promised call times", {"fields": ["same_day_minutes", "next_day_minutes"]}),
        ("Mail to patients", {"fields": ["confirm_by_mail"]}),
        ("Mail to staff", {"fields": ["mail_monthly_totals"]}),
        ("Information for patients", {"description": "Pages leave out empty fields.", "fields": Clinic.INFORMATION}),
        ("Pictures", {"description": "Choose them from the pictures.", "fields": Clinic.PICTURES}),
        ("Opening hours", {"fields": ["hours_confirmed"]}),
    ]

    def changelist_view(self, request, extra_context=None):
        """Opens the one clinic instead of a list."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        clinic, _ = Clinic.objects.get_or_create(pk=1)
        return redirect(CLINIC_PAGE, clinic.pk)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Lists the promised calls that fall outside the stored opening hours."""
        misfits = promises_on_closed_time(request) if request.method == "GET" else []
        context = {
            "misfits": misfits[:MAX_PROMISES],
            "more_misfits": max(len(misfits) - MAX_PROMISES, 0),
            "may_add_special_hours": self.may_add_special_hours(request),
        }
        return super().change_view(request, object_id, form_url, {**context, **(extra_context or {})})

    def response_change(self, request, obj):
        warn_of_misfits(request)
        return super().response_change(request, obj)

    def get_urls(self):
        holidays = self.admin_site.admin_view(self.federal_holidays_view)
        return [path("federal-holidays/", holidays, name="clinic_site_clinic_holidays"), *super().get_urls()]

    def may_add_special_hours(self, request):
        return self.has_change_permission(request) and request.user.has_perm("clinic_site.add_specialhours")

    def federal_holidays_view(self, request):
        """Offers the federal holidays of twelve months; those that staff tick become closed days."""
        if not self.may_add_special_hours(request):
            raise PermissionDenied
        with transaction.atomic():
            Clinic.objects.get_or_create(pk=1)
            clinic = Clinic.objects.select_for_update().get()  # a second manager waits, and is offered what is left
            sent = request.POST if request.method == "POST" else None
            form = FederalHolidaysForm(sent, opening_hours=read_clinic().opening_hours)
            if form.is_valid():
                added = form.save(clinic)
                self.log_change(request, clinic, "Added federal holidays: " + ", ".join(map(str, added)))
                messages.success(request, f"Added {len(added)} closed {'day' if len(added) == 1 else 'days'}.")
                warn_of_misfits(request)
                return redirect(CLINIC_PAGE, clinic.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": "Add US federal holidays",
            "opts": self.opts,
            "form": form,
            "clinic_page": reverse(CLINIC_PAGE, args=[clinic.pk]),
        }
        return render(request, "admin/clinic_site/clinic/federal_holidays.html", context)


@admin.register(Campaign)
class CampaignAdmin(admin.ModelAdmin):
    list_display = ["word", "description"]


@admin.register(InsurancePlan)
class InsurancePlanAdmin(admin.ModelAdmin):
    search_fields = ["name"]


def warn_of_misfits(request):
    if misfits := len(promises_on_closed_time(request)):
        calls = "1 promised call is" if misfits == 1 else f"{misfits} promised calls are"
        messages.warning(request, f"Check the list below: {calls} now outside opening hours.")


def promises_on_closed_time(request):
    """Requests whose call was promised by a time at which the clinic is now closed, for staff who may see requests.

    They come from later changes of the hours or of special days, which leave the promised times as they are.
    """
    if not request.user.has_perm("consultations.view_consultationrequest"):
        return []
    promised = ConsultationRequest.objects.still_promised(timezone.now()).only("reference", "call_by")
    clinic = read_clinic()
    return [waiting for waiting in promised if not clinic.is_open_at(waiting.call_by)]


@admin.register(InterfaceReview)
class InterfaceReviewAdmin(FixedRowsAdmin):
    """One row for each language: who checked the site's own wording, and whether it has changed since."""

    list_display = ["__str__", "state"]
    fields = ["state", "lines", ("reviewed_by", "reviewed_on")]
    readonly_fields = ["state", "lines"]

    def save_model(self, request, obj, form, change):
        if form.changed_data:  # a new name or day
            obj.sign()
        super().save_model(request, obj, form, change)

    def changelist_view(self, request, extra_context=None):
        if self.has_view_permission(request):
            for code, _ in wording.TRANSLATED_LANGUAGES:
                InterfaceReview.objects.get_or_create(language=code)
        return super().changelist_view(request, extra_context)

    @admin.display(description="State")
    def state(self, review):
        if not (review.reviewed_by and review.reviewed_on):
            return "Ask a translator to check this language: nobody has yet, and every page in it says so."
        date = date_format(review.reviewed_on)
        if review.is_current:
            return f"Checked by {review.reviewed_by} on {date}."
        return (
            f"Ask for a new check: {review.reviewed_by} checked it on {date}, but the wording has changed since, and "
            "pages say that it is unchecked."
        )

    @admin.display(description="Check these lines first")
    def lines(self, review):
        direction = "rtl" if get_language_info(review.language)["bidi"] else "ltr"
        return format_html(
            "<p>Read every page in this language, including the form, its errors and the thank-you page. "
            "Then enter your name and today's date: that signs the wording as it is now.</p><dl>{}</dl>",
            format_html_join(
                "",
                "<dt>{}</dt><dd lang='{}' dir='{}'>{}</dd>",
                (
                    (strip_markup(english), review.language, direction, strip_markup(translated))
                    for english, translated in wording.safety_lines(review.language)
                ),
            ),
        )


def strip_markup(line):
    """A line of a message catalogue as readers see it."""
    return strip_tags(line) % {"clinic": "…"} if "%(" in line else strip_tags(line)
