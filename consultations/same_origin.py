"""Whether a form was sent from a page of this site."""

from urllib.parse import urlsplit


def is_same_origin(request):
    """Judges by Sec-Fetch-Site, else Origin, else Referer; refuses a request without any of them.

    Replaces Django's CSRF token on the public form. That form has no session for a forger to exploit; a token needs a
    cookie, cannot be cached, and expires, and then the form fails without anyone noticing.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    source = request.headers.get("Origin") or request.headers.get("Referer", "")
    try:
        return urlsplit(source).netloc == request.get_host()
    except ValueError:
        return False
