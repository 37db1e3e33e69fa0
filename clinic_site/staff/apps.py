from django.contrib.admin.apps import AdminConfig


class StaffSiteConfig(AdminConfig):
    """Django's admin with StaffSite in the place of its own site."""

    default_site = "clinic_site.staff.site.StaffSite"
