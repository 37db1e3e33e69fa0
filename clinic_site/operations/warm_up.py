"""Loads and runs what every process needs before the web server forks, so that its children share that memory."""

import gc
import logging
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connections
from django.urls import reverse
from django.utils import translation

from articles.models import ArticleText

PAGES = ["home", "articles:list", "articles:feed", "consultation", "contact", "privacy"]

logger = logging.getLogger(__name__)


def warm_up(application):
    """Asks the WSGI application for pages of every kind and language, then hides all that is loaded from the collector.

    Code that has run, compiled templates and translations are then in memory before the fork. The collector would write
    to every object that it visits, and so end the sharing.
    """
    try:
        for address in addresses():
            ask(application, address)
    except Exception:  # the site can start without
        logger.exception("The pages cannot be made in advance")
    finally:
        connections.close_all()  # each child opens its own
    gc.collect()
    gc.freeze()


def addresses():
    found = [reverse("admin:login"), "/sitemap.xml"]
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            found += [reverse(name) for name in PAGES]
        if text := ArticleText.objects.published().filter(language=language).order_by("pk").last():
            found.append(reverse("articles:article", args=[text.slug]))
    return found


def ask(application, address):
    site = urlsplit(settings.SITE_URL)
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": address,
        "QUERY_STRING": "",
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(settings.PORT),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": site.netloc,
        "HTTP_ACCEPT_ENCODING": "gzip, br",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(),
        "wsgi.file_wrapper": None,
    }
    pieces = application(environ, lambda status, headers: None)
    b"".join(pieces)
