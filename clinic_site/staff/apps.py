from django.contrib.admin.apps import AdminConfig
from django.contrib.auth.apps import AuthConfig


class StaffSiteConfig(AdminConfig):
    """Django's admin with StaffSite in the place of its own site."""

    default_site = "clinic_site.staff.site.StaffSite"


class AccountsConfig(AuthConfig):
    verbose_name = "Staff accounts"
