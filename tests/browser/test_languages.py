"""Every part of a page is marked with its language (WCAG 2.2: 3.1.2), checked by its letters."""

import pytest

from tests.browser.pages import PREFIXES, UNTRANSLATED

# How a page looks does not depend on the database.
pytestmark = pytest.mark.parametrize("site", ["sqlite"], indirect=True)

# Text in Arabic letters not marked as Arabic; three or more words in Latin letters marked as Arabic.
WRONGLY_MARKED = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode());) {
    const element = text.parentElement, words = text.data.trim();
    const language = element.closest('[lang]').lang, isName = element.closest('[translate=no]');
    if (/\\p{Script=Arabic}/u.test(words) && language !== 'ar') found.push([language, words.slice(0, 80)]);
    if (/(\\p{Script=Latin}+[\\s,.]+){2}\\p{Script=Latin}/u.test(words) && language === 'ar' && !isName)
      found.push([language, words.slice(0, 80)]);
  }
  return found;
}"""


@pytest.mark.whole
@pytest.mark.parametrize("prefix", PREFIXES)
def test_letters_are_those_of_the_language(new_page, public_pages, prefix):
    page = new_page()
    for name in public_pages.visit(page, prefix):
        assert page.evaluate(WRONGLY_MARKED) == [], name


@pytest.mark.parametrize("prefix", ["/es", "/pl", "/ar"])
def test_untranslated_article_is_marked_as_english(new_page, prefix):
    page = new_page()
    page.goto(prefix + UNTRANSLATED)
    marks = page.locator(".article__body").evaluate("e => [e.closest('[lang]').lang, e.closest('[dir]').dir]")
    assert marks == ["en", "ltr"]


@pytest.mark.parametrize(("prefix", "words"), [("", "طلب"), ("/ar", "Ask for it here")])
def test_words_in_other_letters_would_be_found(new_page, prefix, words):
    page = new_page()
    page.goto(f"{prefix}/contact/")
    page.evaluate("words => document.querySelector('main').append(words)", words)
    assert [found for _, found in page.evaluate(WRONGLY_MARKED)] == [words]
