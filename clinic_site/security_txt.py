"""/.well-known/security.txt (RFC 9116): where to report a vulnerability of the site."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

# Before each release make sure that the contacts still work, then set this to a day less than a year ahead (RFC 9116,
# section 2.5.5). `check --deploy` warns 60 days before it.
EXPIRES = datetime(2027, 11, 1, tzinfo=UTC)


def build_text(clinic):
    """The file's text. Its web addresses begin with https, as the RFC asks, on an http:// trial too."""
    site = f"https://{urlsplit(settings.SITE_URL).netloc}"
    contacts = [site + reverse("contact")]
    if clinic.phone_dial:
        contacts.append(f"tel:{clinic.phone_dial}")
    lines = [f"Contact: {contact}" for contact in contacts]
    lines += [
        f"Expires: {EXPIRES:%Y-%m-%dT%H:%M:%SZ}",
        f"Canonical: {site}{reverse('security-txt')}",
        "Preferred-Languages: en",
    ]
    return "\n".join(lines) + "\n"
