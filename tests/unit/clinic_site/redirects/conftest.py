import pytest

from tests.factories import make_article, make_topic, make_translation

ARABIC = "/ألم-الركبة/"
ARABIC_CODES = "/%D8%A3%D9%84%D9%85-%D8%A7%D9%84%D8%B1%D9%83%D8%A8%D8%A9/"


@pytest.fixture
def articles(db):
    make_translation(make_article(slug="knees"), "es", slug="rodillas")
    make_article(slug="draft", state="draft", topic=make_topic("back-pain"))
