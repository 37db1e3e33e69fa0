"""/.well-known/security.txt (RFC 9116): where to report a vulnerability of the site."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

# Less than a year after each release (section 2.5.5), which sets it anew once the contacts were found to work.
# `check --deploy` warns of it 60 days before.
EXPIRES = datetime(2027, 11, 1, tzinfo=UTC)


def as_text(clinic):
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
