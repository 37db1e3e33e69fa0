"""Reads settings from the environment. A malformed one stops the start with a sentence that says what to set.

django-environ's own casts are lenient (`yess` is False, list items keep their spaces), so it reads DATABASE_URL alone.
"""

import os
import re
from email import policy
from email.errors import ObsoleteHeaderDefect
from email.utils import parseaddr
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import urlsplit

import environ
import pyrage
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email
from django.http.request import validate_host

from clinic_site.text_rules import clean_code

HOST = re.compile(r"[a-z0-9.-]+|\[[0-9a-f:.]+\]", re.IGNORECASE)
LOCK_TIMEOUT = 20  # seconds; then patients read that their form was not received
YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def refuse(name, value, instruction):
    raise ImproperlyConfigured(f'{name} is "{value}". {instruction}') from None


def text(name, default=""):
    """The setting's value without spaces around it and what nobody sees in it; empty counts as not set."""
    return clean_code(os.environ.get(name, "")) or default


def required(name, *, instruction):
    """The setting's value. Raises ImproperlyConfigured with `instruction` if it is not set."""
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {instruction}")
    return value


def flag(name, *, default):
    value = text(name).lower()
    if not value:
        return default
    if value not in YES | NO:
        refuse(name, value, 'Set it to "yes" or "no".')
    return value in YES


def number(name, *, default, minimum, maximum):
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit() and minimum <= int(value) <= maximum):
        refuse(name, value, f"Set it to a whole number from {minimum} to {maximum}.")
    return int(value)


def items(value):
    """The items of a comma-separated value, without spaces around them or empty ones."""
    return [item.strip() for item in value.split(",") if item.strip()]


def folder(name, *, default):
    """The folder's path, created if it is missing. Raises ImproperlyConfigured if the site cannot write to it."""
    path = Path(text(name, str(default))).resolve()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)  # patients' words: not for other users of this machine
    except OSError as problem:
        refuse(name, path, f"This user cannot create it ({problem.strerror}). Set it to a folder that it can write to.")
    if not os.access(path, os.W_OK | os.X_OK):
        refuse(name, path, "This user cannot write to it. Set it to a folder that it can write to.")
    return path


def absolute_path(name, value):
    """The path, the same for a timer as for a person in some folder; None if it is not set."""
    if value and not Path(value).is_absolute():
        refuse(name, value, "Set it to an absolute path, like /var/backups/clinic")
    return Path(value) if value else None


def emails(name, value):
    addresses = items(value)
    if not addresses or not all(is_email(address) for address in addresses):
        refuse(name, value, "Set it to email addresses separated by commas.")
    return addresses


def sender(name, value):
    """`website@example.org` or `The clinic <website@example.org>`, with quotation marks where a mail needs them."""
    try:
        header = policy.default.header_factory("From", value)
        defects = [defect for defect in header.defects if not isinstance(defect, ObsoleteHeaderDefect)]  # "Dr. Who <…>"
        is_alone = len(header.addresses) == 1 and header.groups[0].display_name is None
        is_usable = is_alone and not defects and is_email(header.addresses[0].addr_spec)
        mail_domain(str(header.addresses[0]))
    except Exception:  # Python's parser raises many kinds on text that is not well-formed
        is_usable = False
    if not is_usable:
        refuse(
            name,
            value,
            "Set it to one email address, like website@example.org or The clinic <website@example.org>. Put a name "
            'with a comma in it between quotation marks: "Clinic, Inc." <website@example.org>',
        )
    return str(header.addresses[0])


def mail_domain(sender):
    """The part after the @ in ASCII, as mail servers spell it. Raises UnicodeError if it has no such spelling."""
    return parseaddr(sender)[1].rpartition("@")[2].encode("idna").decode()


def helo_name(name, value):
    """One host name, or an address as SMTP writes it (RFC 5321, 4.1.3): [192.0.2.1], [IPv6:2001:db8::1]."""
    value = value.rstrip(".")
    literal = re.fullmatch(r"\[(IPv6:)?(.+)\]", value, re.IGNORECASE)
    try:
        is_usable = ip_address(literal[2]).version == (6 if literal[1] else 4) if literal else HOST.fullmatch(value)
    except ValueError:
        is_usable = False
    if not is_usable:
        refuse(name, value, "Set it to one host name, like mail.example.org, or to an address in brackets: [192.0.2.1]")
    return value


def mail_server(name, value):
    """A host name or an address without a port; empty if it is not set."""
    try:
        ip_address(value)
    except ValueError:
        if value and not re.fullmatch(r"[\w.-]+", value):
            refuse(
                name,
                value,
                "Set it to the name of the mail server alone, like smtp.example.org. Its port goes into EMAIL_PORT.",
            )
    return value


def mail_login(user, password):
    """Raises ImproperlyConfigured for half a login, and for one that cannot be sent."""
    if user and not password:
        raise ImproperlyConfigured("EMAIL_HOST_USER is set and EMAIL_HOST_PASSWORD is not. Set both, or neither.")
    if password and not user:
        raise ImproperlyConfigured("EMAIL_HOST_PASSWORD is set and EMAIL_HOST_USER is not. Set both, or neither.")
    if not (user + password).isascii():  # smtplib sends no other
        raise ImproperlyConfigured(
            "EMAIL_HOST_USER or EMAIL_HOST_PASSWORD has a letter that is not in ASCII, and cannot be sent. "
            "Choose another password for the mail account."
        )


def is_email(address):
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def hosts(name, value):
    """Host names as Django's ALLOWED_HOSTS needs them: without scheme, port or path."""
    names = items(value)
    if not names or not all(host == "*" or HOST.fullmatch(host) for host in names):
        refuse(name, value, "Set it to host names separated by commas, like www.example.org,example.org")
    return names


def address(name, value):
    try:
        ip_address(value)
    except ValueError:
        if value != "localhost":
            refuse(name, value, "Set it to an address of this machine, like 127.0.0.1")
    return value


def site_url(value, *, allowed_hosts):
    """`https://host[:port]`. Raises ImproperlyConfigured for anything else, and for a host that is not allowed."""
    try:
        url = urlsplit(value)
        host = f"[{url.hostname}]" if ":" in (url.hostname or "") else url.hostname or ""
        whole = url.scheme in ("http", "https") and HOST.fullmatch(host) and url.port != 0
    except ValueError:
        whole = False
    if not whole or url.username or url.path.strip("/") or url.query or url.fragment:
        refuse("SITE_URL", value, "Set it to the address of the site without a path, like https://www.example.org")
    if not validate_host(host, allowed_hosts):
        raise ImproperlyConfigured(
            f"ALLOWED_HOSTS does not name {host}, the host of SITE_URL: the site would refuse every page. Add it there."
        )
    return f"{url.scheme}://{url.netloc}"


def fernet_keys(name, value):
    keys = items(value)
    for key in keys:
        try:
            Fernet(key)
        except ValueError:
            raise ImproperlyConfigured(
                f"{name} has a key that is not 32 bytes in url-safe base64. Create one with: "
                'python3 -c "import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())"'
            ) from None
    if not keys:
        raise ImproperlyConfigured(f"{name} has no key. Set it to Fernet keys, newest first, separated by commas.")
    return keys


def age_identity(name, value):
    """The secret key of an age key pair; empty if it is not set."""
    try:
        if value:
            pyrage.x25519.Identity.from_str(value)
    except pyrage.IdentityError:
        raise ImproperlyConfigured(
            f"{name} is not a key that begins with AGE-SECRET-KEY-1. Create one with: "
            'python -c "import pyrage; print(pyrage.x25519.Identity.generate())"'
        ) from None
    return value


def networks(name, value):
    proxies = items(value)
    try:
        for proxy in proxies:
            ip_network(proxy)
    except ValueError:
        refuse(name, value, "Set it to addresses or networks separated by commas, like 127.0.0.1,10.0.0.0/8")
    return proxies


def database(name, *, default, is_pooled=False):
    """Django's settings for the database of a URL like postgres://user:password@host:5432/name.

    A connection pool refuses or ignores the parameters of a session; `is_pooled` leaves them out.
    """
    url = text(name, default)
    try:
        config = environ.Env.db_url_config(url)
    except Exception:  # django-environ raises many kinds, some with the password in them
        config = {}
    if config.get("ENGINE") not in ("django.db.backends.sqlite3", "django.db.backends.postgresql"):
        raise ImproperlyConfigured(
            f"{name} cannot be read. Set it to a URL like postgres://user:password@host:5432/name "
            "or sqlite:////path/to/site.sqlite3 (percent-encode special characters in the password)."
        )
    if config["ENGINE"].endswith("sqlite3"):
        # FULL, because a request that the site has confirmed must survive a power cut; IMMEDIATE, because a transaction
        # that first reads and then writes cannot wait for the lock.
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": LOCK_TIMEOUT,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            "cached_statements": 24,  # of about 10 kB for each thread; every search is a new one
        }
        config["CONN_MAX_AGE"] = None  # an open file; opening it for each page would cost more
    else:
        # In seconds. Without them a page waits for minutes if the database does not answer, and for ever if somebody
        # locks a table. Options in the URL come last and win.
        given = config.get("OPTIONS", {})
        config["OPTIONS"] = {"connect_timeout": 5, **given}
        if is_pooled:  # `migrate` makes lock_timeout the role's own default
            config["DISABLE_SERVER_SIDE_CURSORS"] = True
        else:
            config["OPTIONS"]["options"] = f"-c lock_timeout={LOCK_TIMEOUT}s {given.get('options', '')}".strip()
        # Otherwise every thread keeps a connection open, even while idle, and PostgreSQL allows a hundred in all.
        config.setdefault("CONN_MAX_AGE", 0)
        config["CONN_HEALTH_CHECKS"] = True  # if the URL keeps connections open after all
    return config
