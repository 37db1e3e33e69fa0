"""What every page about requests has in common: it says who looked and changed, and hands nothing out unrecorded."""

from django.contrib import admin

from consultations.actions import record_access


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
