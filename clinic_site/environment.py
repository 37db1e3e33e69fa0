"""Reads settings from the environment, strictly: what is malformed stops the start with a sentence.

django-environ's own casts are lenient (`yess` is False, list items keep their blanks), so it is
used for DATABASE_URL alone.
"""

import os
import re
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

HOST = re.compile(r"[a-z0-9.-]+|\[[0-9a-f:.]+\]", re.IGNORECASE)
LONGEST_WAIT_FOR_A_LOCK = 20  # seconds; then the patient reads that nothing was received
YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def text(name, default=""):
    """The setting's value without surrounding blanks; empty counts as not set."""
    return os.environ.get(name, "").strip() or default


def required(name, *, instruction):
    """The setting's value. Raises ImproperlyConfigured with `instruction` when it is not set."""
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {instruction}")
    return value


def flag(name, *, default):
    value = text(name).lower()
    if not value:
        return default
    if value not in YES | NO:
        raise ImproperlyConfigured(f'{name} is "{value}". Set it to "yes" or "no".')
    return value in YES


def number(name, *, default, minimum, maximum):
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit() and minimum <= int(value) <= maximum):
        raise ImproperlyConfigured(f'{name} is "{value}". Set it to a whole number from {minimum} to {maximum}.')
    return int(value)


def items(value):
    """A comma separated value as a list without blanks or empty items."""
    return [item.strip() for item in value.split(",") if item.strip()]


def folder(name, *, default):
    """The folder's path, made when it is missing. Raises ImproperlyConfigured when it cannot be written to."""
    path = Path(text(name, str(default))).resolve()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)  # what patients write is nobody else's on this machine
    except OSError as problem:
        raise ImproperlyConfigured(f"{name} is {path}, which cannot be made ({problem.strerror}).") from None
    if not os.access(path, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(f"{name} is {path}, which this user cannot write to.")
    return path


def whole_path(name, value):
    """A path from the root on, which means the same to a timer as to a person; None when it is not set."""
    if value and not Path(value).is_absolute():
        raise ImproperlyConfigured(f'{name} is "{value}". Write the whole path, like /var/backups/clinic')
    return Path(value) if value else None


def emails(name, value):
    addresses = items(value)
    if not addresses:
        raise ImproperlyConfigured(f"{name} names no address. Write addresses separated by commas.")
    for address in addresses:
        try:
            validate_email(address)
        except ValidationError:
            raise ImproperlyConfigured(
                f'{name} holds "{address}", which is not an e-mail address. Write addresses separated by commas.'
            ) from None
    return addresses


def email(name, value):
    """A sender: `website@example.org` or `The clinic <website@example.org>`."""
    try:
        validate_email(parseaddr(value)[1])
    except ValidationError:
        raise ImproperlyConfigured(f'{name} is "{value}". Write one e-mail address, like website@example.org') from None
    return value


def hosts(name, value):
    """Host names as Django's ALLOWED_HOSTS wants them: without scheme, port or path."""
    names = items(value)
    if not names or not all(host == "*" or HOST.fullmatch(host) for host in names):
        raise ImproperlyConfigured(
            f'{name} is "{value}". Write host names alone, separated by commas, like www.example.org,example.org'
        )
    return names


def address(name, value):
    try:
        ip_address(value)
    except ValueError:
        if value != "localhost":
            raise ImproperlyConfigured(
                f'{name} is "{value}". Write an address of this machine, like 127.0.0.1'
            ) from None
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
        raise ImproperlyConfigured(
            f'SITE_URL is "{value}". Write the address of the site without a path, like https://www.example.org'
        )
    if not validate_host(host, allowed_hosts):
        raise ImproperlyConfigured(
            f"SITE_URL is {value}, but ALLOWED_HOSTS does not name {host}: every page would be refused. Add it."
        )
    return f"{url.scheme}://{url.netloc}"


def fernet_keys(name, value):
    keys = items(value)
    for key in keys:
        try:
            Fernet(key)
        except ValueError:
            raise ImproperlyConfigured(
                f"{name} holds a key that is not 32 bytes in url-safe base64. Make one with: "
                'python3 -c "import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())"'
            ) from None
    if not keys:
        raise ImproperlyConfigured(f"{name} holds no key.")
    return keys


def age_identity(name, value):
    """The secret key of an age key pair; empty when it is not set."""
    try:
        if value:
            pyrage.x25519.Identity.from_str(value)
    except pyrage.IdentityError:
        raise ImproperlyConfigured(
            f"{name} is not a key that begins with AGE-SECRET-KEY-1. Make one with: "
            'python -c "import pyrage; print(pyrage.x25519.Identity.generate())"'
        ) from None
    return value


def networks(name, value):
    proxies = items(value)
    for proxy in proxies:
        try:
            ip_network(proxy)
        except ValueError:
            raise ImproperlyConfigured(
                f'{name} holds "{proxy}". Write addresses or networks separated by commas, like 127.0.0.1,10.0.0.0/8'
            ) from None
    return proxies


def database(name, *, default):
    """Django's settings for the database of a URL like postgres://user:password@host:5432/name."""
    url = text(name, default)
    try:
        config = environ.Env.db_url_config(url)
    except Exception:  # django-environ lets many kinds of errors through, some with the password in them
        config = {}
    if config.get("ENGINE") not in ("django.db.backends.sqlite3", "django.db.backends.postgresql"):
        raise ImproperlyConfigured(
            f"{name} cannot be read. Write it like postgres://user:password@host:5432/name "
            "or sqlite:////path/to/site.sqlite3 (percent-encode special characters in the password)."
        )
    if config["ENGINE"].endswith("sqlite3"):
        # FULL, because a request that was answered "received" must survive a power cut; IMMEDIATE,
        # because a transaction that turns from reading to writing cannot wait for the lock.
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": LONGEST_WAIT_FOR_A_LOCK,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            "cached_statements": 24,  # each takes some 10 kB in each of a worker's threads, and every search is another
        }
        config["CONN_MAX_AGE"] = None  # a connection is a file that stays open: opening it anew costs each page more
    else:
        # In seconds. Without these a page hangs for minutes when the database does not answer, and a thread for ever
        # when somebody locks a table. What the URL says comes last and wins.
        given = config.get("OPTIONS", {})
        waits = f"-c lock_timeout={LONGEST_WAIT_FOR_A_LOCK}s {given.get('options', '')}".strip()
        config["OPTIONS"] = {"connect_timeout": 5, **given, "options": waits}
        # Each of many threads would keep a connection for itself, idle ones too, and PostgreSQL has a hundred in all.
        config.setdefault("CONN_MAX_AGE", 0)
        config["CONN_HEALTH_CHECKS"] = True  # for a URL that says otherwise
    return config
