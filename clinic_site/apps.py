from django.apps import AppConfig


class ClinicSiteConfig(AppConfig):
    name = "clinic_site"
    verbose_name = "Clinic"

    def ready(self):
        from clinic_site import checks  # noqa: F401  registers them
        from clinic_site.sign_in_records import listen

        listen()
