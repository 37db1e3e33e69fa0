import re

import pytest

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
