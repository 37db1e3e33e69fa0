"""The network address of a visitor. Nothing else reads it from a request."""

import re
from functools import lru_cache
from ipaddress import ip_address, ip_network

from django.conf import settings


def client_address(request):
    """The visitor's network address as text; empty if the server gives none.

    Behind proxies it is the last address in X-Forwarded-For that is not one of TRUSTED_PROXIES: the visitor may have
    made up everything before it.
    """
    address = _read(request.META.get("REMOTE_ADDR", ""))
    for hop in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")):
        earlier = _read(hop)
        if earlier is None or not _is_trusted(address):
            break
        address = earlier
    return "" if address is None else str(address)


def client_network(request):
    """The address that counts as one client; of IPv6 the /64 network, which is one household's."""
    address = _read(client_address(request))
    if address is None or address.version == 4:
        return str(address or "")
    return str(ip_network(f"{address}/64", strict=False).network_address)


def truncated_address(request):
    """The network that the log names instead of the address: /24 of IPv4, /48 of IPv6, each shared by many people.

    Empty if the server gives no address.
    """
    address = _read(client_address(request))
    if address is None:
        return ""
    return str(ip_network(f"{address}/{24 if address.version == 4 else 48}", strict=False))


def comes_from_a_proxy(request):
    """Whether one of TRUSTED_PROXIES sent the request, so that its headers are believed."""
    return _is_trusted(_read(request.META.get("REMOTE_ADDR", "")))


def _read(text):
    """An address; some proxies write a port behind it, like 198.51.100.7:4321 or [2001:db8::7]:4321."""
    text = text.strip()
    if match := re.fullmatch(r"\[(.+)\](?::\d+)?|([\d.]+):\d+", text):
        text = match[1] or match[2]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_trusted(address):
    return address is not None and any(address in network for network in _networks(tuple(settings.TRUSTED_PROXIES)))


@lru_cache
def _networks(proxies):
    return [ip_network(proxy) for proxy in proxies]
