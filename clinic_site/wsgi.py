"""The site as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

from clinic_site.http.page_cache import PageCache

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic_site.settings")
application = PageCache(get_wsgi_application())
