"""A page arrives in one round trip and fetches almost nothing else."""

import re
import socket

import pytest
from bs4 import BeautifulSoup

from tests.benchmarks.throughput import ACCEPTED

# Bytes that a server may send before the first acknowledgement: ten segments of 1,460 bytes (RFC 6928).
ONE_ROUND_TRIP = 14_600
AIM = 13_000

pytestmark = pytest.mark.parametrize("site", ["sqlite"], indirect=True)


def whole_answer(site, address, accepted):
    """(head, body) as they come, byte for byte."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as connection:
        connection.sendall(
            f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n"
            f"Accept-Encoding: {accepted}\r\nConnection: close\r\n\r\n".encode()
        )
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = received.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 "), (address, head)
    return head + b"\r\n\r\n", body


def addresses(site):
    """The addresses of every page in the sitemap and of the links on lists of articles."""
    _, sitemap = whole_answer(site, "/sitemap.xml", "identity")
    found = {address.removeprefix(site.url) for address in re.findall(r"<loc>(.*?)</loc>", sitemap.decode())}
    assert len(found) > 30
    for prefix in ("", "/es", "/pl", "/ar"):
        _, page = whole_answer(site, f"{prefix}/articles/", "identity")
        links = BeautifulSoup(page, "html5lib").select("main a[href]")
        found |= {link["href"] for link in links if link["href"].startswith(f"{prefix}/articles/")}
    return sorted(found)


@pytest.mark.parametrize(("accepted", "limit"), [(ACCEPTED, AIM), ("gzip", ONE_ROUND_TRIP)], ids=["brotli", "gzip"])
def test_every_page_comes_in_one_round_trip(site, accepted, limit):
    sizes = {address: sum(map(len, whole_answer(site, address, accepted))) for address in addresses(site)}
    heaviest = max(sizes, key=sizes.get)
    print(f"\n{len(sizes)} pages, the heaviest {heaviest}: {sizes[heaviest]} bytes of {limit}")
    assert {address: size for address, size in sizes.items() if size > limit} == {}


def test_a_page_asks_for_nothing_but_its_icon_and_its_own_pictures(site):
    for address in addresses(site):
        _, body = whole_answer(site, address, "identity")
        page = BeautifulSoup(body, "html5lib")
        scripts = [script for script in page.select("script") if script.get("type") != "application/ld+json"]
        asked_for = [link["href"] for link in page.select("link[rel~=icon], link[rel~=stylesheet], link[rel~=preload]")]
        assert scripts == [], address
        assert [re.sub(r"\.[0-9a-f]{12}\.", ".", link) for link in asked_for] == ["/static/img/icon.svg"], address
        assert not re.search(r"@import|@font-face|url\(", page.style.string), address
        assert page.select("iframe, object, embed, video, audio, source") == [], address
        assert all(picture["src"].startswith("/pictures/") for picture in page.select("img")), address
