"""The site as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic_site.settings")
django_application = get_wsgi_application()

# Below the application, since they import models, which it sets up.
from django.db import close_old_connections  # noqa: E402

from clinic_site import facts  # noqa: E402
from clinic_site.generation import GenerationReader  # noqa: E402
from clinic_site.http.page_cache import PageCache  # noqa: E402
from clinic_site.statistics.counting import PageCounter  # noqa: E402


def next_change(now):
    """facts.next_change() outside a request, at whose end Django would close the connection."""
    try:
        return facts.next_change(now)
    finally:
        close_old_connections()


page_counter = PageCounter()
application = PageCache(
    django_application, read_generation=GenerationReader(), next_change=next_change, count=page_counter.count
)
