"""Where managers read who did what. Nobody writes here: the site itself adds the records."""

from django.contrib import admin


class AccessRecordAdmin(admin.ModelAdmin):
    """Without a search box: what is typed there stands in the address, and people would type patients' names."""

    list_display = ["at", "actor_name", "action", "reference", "details", "address"]
    list_filter = ["action", "actor_name"]
    date_hierarchy = "at"
    empty_value_display = ""
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
