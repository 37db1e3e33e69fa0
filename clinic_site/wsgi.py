"""The site as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic_site.settings")
django_application = get_wsgi_application()

# Only here: they read the models, which Django has set up by now.
from django.db import close_old_connections  # noqa: E402

from clinic_site import facts  # noqa: E402
from clinic_site.generation import GenerationReader  # noqa: E402
from clinic_site.http.page_cache import PageCache  # noqa: E402


def next_change(now):
    """As facts.next_change(), outside a request of Django's: nobody else would close the connection."""
    try:
        return facts.next_change(now)
    finally:
        close_old_connections()


application = PageCache(django_application, read_generation=GenerationReader(), next_change=next_change)
