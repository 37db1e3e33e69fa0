"""Where managers read who did what. Nobody writes here: the site itself adds the records."""

from django.contrib import admin
from django.db.models import Q

from consultations.models import AccessRecord, tidy_reference

OF_SEVERAL = (AccessRecord.Action.LIST, AccessRecord.Action.EXPORT)  # which name their references in the details


class ReferenceFilter(admin.SimpleListFilter):
    """All that was done with one request, lists and exports with it among them; a request's page leads here."""

    title = "reference"
    parameter_name = "reference"

    def lookups(self, request, model_admin):
        reference = tidy_reference(request.GET.get(self.parameter_name, ""))
        return [(reference, reference)] if len(reference) == 9 else []

    def queryset(self, request, queryset):
        for reference, _ in self.lookup_choices:
            return queryset.filter(Q(reference=reference) | Q(action__in=OF_SEVERAL, details__contains=reference))
        return queryset


class AccessRecordAdmin(admin.ModelAdmin):
    """Without a search box: what is typed there stands in the address, and people would type patients' names."""

    list_display = ["at", "actor_name", "action", "reference", "details", "address"]
    list_filter = [ReferenceFilter, "action", "actor_name"]
    date_hierarchy = "at"
    empty_value_display = ""
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
