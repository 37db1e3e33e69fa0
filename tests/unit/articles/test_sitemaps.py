import re
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup

from tests.factories import make_article, make_translation

pytestmark = pytest.mark.django_db


def test_sitemap_lists_pages_and_real_translations(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    make_article(slug="hidden", state="draft")
    addresses = re.findall(r"<loc>(.*?)</loc>", visitor.get("/sitemap.xml").content.decode())
    assert len(addresses) == len(set(addresses))
    assert [address for address in addresses if "/articles/" in address and not address.endswith("/articles/")] == [
        "http://testserver/articles/knees/",
        "http://testserver/es/articles/rodillas/",
    ]
    assert {"http://testserver/", "http://testserver/ar/contact/", "http://testserver/pl/articles/"} <= set(addresses)
    for address in addresses:
        assert visitor.get(address.removeprefix("http://testserver")).status_code == 200


def test_sitemap_names_the_other_languages_of_each_address(visitor):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    sitemap = BeautifulSoup(visitor.get("/sitemap.xml").content, "html5lib")
    for address in ("http://testserver/articles/knees/", "http://testserver/es/articles/rodillas/"):
        (entry,) = [url for url in sitemap.select("url") if url.loc.get_text() == address]
        assert {(link["hreflang"], link["href"]) for link in entry.find_all("xhtml:link")} == {
            ("en", "http://testserver/articles/knees/"),
            ("es", "http://testserver/es/articles/rodillas/"),
            ("x-default", "http://testserver/articles/knees/"),
        }


def test_sitemap_contains_the_date_of_the_last_change(visitor):
    article = make_translation(make_article(slug="knees"), "es", slug="rodillas").article
    article.texts.filter(language="en").update(changed_at=datetime(2026, 1, 1, 12, tzinfo=UTC))
    article.texts.filter(language="es").update(changed_at=datetime(2026, 2, 1, 12, tzinfo=UTC))
    sitemap = visitor.get("/sitemap.xml").content.decode()
    assert re.findall(r"knees/</loc>\s*<lastmod>(.*?)</lastmod>", sitemap) == ["2026-02-01"]
