"""The staff site, and the clinic's facts in it."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.shortcuts import redirect
from django.urls import reverse

from clinic_site.models import Clinic, Closure, OpeningPeriod

admin.site.site_header = "Integrated Health Solutions: staff"
admin.site.site_title = "Staff"
admin.site.index_title = "What would you like to do?"


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

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
