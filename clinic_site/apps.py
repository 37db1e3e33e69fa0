from importlib import import_module
from urllib.parse import urlsplit

from django.apps import AppConfig, apps
from django.conf import settings
from django.db.models.signals import post_migrate


class ClinicSiteConfig(AppConfig):
    name = "clinic_site"
    verbose_name = "Clinic"

    def ready(self):
        from clinic_site import text_rules
        from clinic_site.operations import moved_database, slow_queries

        for module in ("checks", "staff.records"):  # importing them registers checks and signal receivers
            import_module(f"clinic_site.{module}")
        slow_queries.measure_all_connections()
        moved_database.watch_all_connections()
        text_rules.clean_all_queries()
        post_migrate.connect(set_site_domain, sender=apps.get_app_config("sites"))


def set_site_domain(using, **kwargs):
    """Sets the domain of the one Site from SITE_URL; Django's default is example.com."""
    from django.contrib.sites.models import Site

    host = urlsplit(settings.SITE_URL).netloc
    Site.objects.using(using).update_or_create(pk=settings.SITE_ID, defaults={"domain": host, "name": host[:50]})
