"""Makes pages in gunicorn's first process, so that its children share them and the memory that they take."""

import gc
import logging
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connections
from django.urls import reverse
from django.utils import translation

from articles.models import ArticleText, Kind
from clinic_site.http.page_cache import read_answer

PAGES = ["home", "articles:list", "articles:feed", "consultation", "contact", "privacy"]

logger = logging.getLogger(__name__)


def warm_up(application):
    """Asks the site for pages of every kind and language, then freezes the objects in memory.

    After a fork, modules, compiled templates and translations are shared until somebody writes to them. The garbage
    collector writes to every object that it examines; frozen ones it leaves alone.
    """
    try:
        for address in list_addresses():
            request_page(application, address)
    except Exception:  # the site works without
        logger.exception("The warm-up failed")
    finally:
        connections.close_all()  # children must not share a connection
        application.read_generation.close()
    gc.collect()
    gc.freeze()


def list_addresses():
    found = [reverse("admin:login"), reverse("sitemap")]
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            found += [reverse(name) for name in PAGES]
            texts = ArticleText.objects.published().select_related("article").filter(language=language)
            if text := texts.filter(article__kind=Kind.ARTICLE).order_by("pk").last():
                found.append(text.address)
    return found


def request_page(application, address):
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
    }
    read_answer(application, environ)
