from importlib import import_module
from urllib.parse import urlsplit

from django.apps import AppConfig, apps
from django.conf import settings
from django.db.models.signals import post_migrate


class ClinicSiteConfig(AppConfig):
    name = "clinic_site"
    verbose_name = "Clinic"

    def ready(self):
        from clinic_site.operations import slow_queries
        from clinic_site.staff import records

        import_module("clinic_site.checks")  # which registers them
        records.listen()
        slow_queries.measure_all_connections()
        post_migrate.connect(name_the_site, sender=apps.get_app_config("sites"))


def name_the_site(using, **kwargs):
    """Django would call it example.com: whatever asks django.contrib.sites hears the address that SITE_URL says."""
    from django.contrib.sites.models import Site

    host = urlsplit(settings.SITE_URL).netloc
    Site.objects.using(using).update_or_create(pk=settings.SITE_ID, defaults={"domain": host, "name": host[:50]})
