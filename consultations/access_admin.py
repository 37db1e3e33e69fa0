"""The base of all admin pages about requests, which records every access, and the page of these records."""

from django.contrib import admin
from django.db.models import Q

from consultations.access_log import record_access
from consultations.models import AccessRecord, tidy_reference

ACTIONS_ON_SEVERAL = (AccessRecord.Action.LIST, AccessRecord.Action.EXPORT)  # their details hold the references


class RecordedModelAdmin(admin.ModelAdmin):
    """Nobody adds or deletes rows by hand; views record each access."""

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


class ReferenceFilter(admin.SimpleListFilter):
    """All records about one request, including lists and exports that contained it; a request's page links here."""

    title = "reference"
    parameter_name = "reference"

    def lookups(self, request, model_admin):
        reference = tidy_reference(request.GET.get(self.parameter_name, ""))
        return [(reference, reference)] if len(reference) == 9 else []

    def queryset(self, request, queryset):
        for reference, _ in self.lookup_choices:
            on_several = Q(action__in=ACTIONS_ON_SEVERAL, details__contains=reference)
            return queryset.filter(Q(reference=reference) | on_several)
        return queryset


class AccessRecordAdmin(RecordedModelAdmin):
    """Has no search box: search terms are part of the address, and people would type patients' names."""

    list_display = ["at", "actor_name", "action", "reference", "details", "address"]
    list_filter = [ReferenceFilter, "action", "actor_name"]
    date_hierarchy = "at"
    empty_value_display = ""
    show_full_result_count = False

    def has_change_permission(self, request, obj=None):
        return False
