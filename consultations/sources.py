"""Where a request comes from: the page that carried the form, and the campaign whose link led to that very page."""

import re
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation

PAGE_NAME = re.compile(r"(article|service)-[1-9]\d{0,9}", re.ASCII)  # of a page that names itself in its form
CAMPAIGN_WORD = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}", re.ASCII)
MOST_PARAMETERS = 50  # of an address


def read_campaign_words(request, page):
    """The words of a campaign in the `Referer` of a sent form, the most telling first; `page` carried the form.

    A reader who went on to another page of the site before sending the form is not followed there. Nothing else of the
    `Referer` is read, and nothing of it is logged.
    """
    try:
        referer = urlsplit(request.headers.get("Referer", ""))
        found = parse_qs(referer.query, max_num_fields=MOST_PARAMETERS) if referer.netloc == request.get_host() else {}
        words = [word.lower() for name in ("utm_campaign", "utm_source") for word in found.get(name, [])[:1]]
        if words:
            # The form may be sent in another language than that of the page.
            with translation.override(translation.get_language_from_path(referer.path) or settings.LANGUAGE_CODE):
                if resolve(referer.path).url_name != re.sub(r"-\d+$", "", page):
                    return []
    except (ValueError, Resolver404):
        return []
    return [word for word in words if CAMPAIGN_WORD.fullmatch(word)]
