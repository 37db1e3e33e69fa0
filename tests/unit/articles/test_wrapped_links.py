"""Links of mail programs and search engines lead to the page that is meant, and name nobody's mailbox."""

from html import escape

import pytest
from django.core.exceptions import ValidationError

from articles.models import ArticleText, Reference
from articles.publishing.warnings import collect_advice
from articles.wrapped_links import find_wrapped, unwrap_address, unwrap_in_html, unwrap_in_text
from clinic_site.models import Clinic
from tests.factories import make_article, make_clinic

PAGE = "https://www.nih.example/knees?a=1&b=2#rest"
CODE = "https%3A%2F%2Fwww.nih.example%2Fknees%3Fa%3D1%26b%3D2%23rest"
SAFE_LINK = (
    f"https://nam02.safelinks.protection.outlook.com/?url={CODE}&data=05%7C02%7Cana%40clinic.example%7C08dc&sdata=x%3D"
    "&reserved=0"
)
WRAPPED = [
    SAFE_LINK,
    f"https://emea01.safelinks.protection.outlook.com/GetUrlReputation?data=ana&url={CODE}",
    f"https://outlook.office.com/mail/safelink.html?url={CODE}&corid=1",
    f"https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={CODE}&locale=en-us",
    f"https://www.google.com/url?q={CODE}&sa=D&source=docs&ust=17&usg=AOv",
    f"https://www.google.co.uk/url?sa=t&url={CODE}&usg=AOv",
    f"https://www.google.com/url?sa=t&q=knee%20pain&url={CODE}",
    f"https://www.google.com/url?q=&q={CODE}",
    f"http://google.pl/url?q={CODE}",
    f"https://duckduckgo.com/l/?uddg={CODE}&rut=1",
    "https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly93d3cubmloLmV4YW1wbGUva25lZXM_YT0xJmI9MiNyZXN0&ntb=1",
    f"https://r.search.yahoo.com/_ylt=A/RV=2/RE=17/RO=10/RU={CODE}/RK=2/RS=x-",
    f"https://l.facebook.com/l.php?u={CODE}&h=AT0",
    f"https://www.youtube.com/redirect?event=video&q={CODE}",
    f"https://www.linkedin.com/redir/redirect?url={CODE}",
    f"https://slack-redir.net/link?url={CODE}",
    f"https://linkprotect.cudasvc.com/url?a={CODE}&c=E,1",
    f"https://secure-web.cisco.com/1abc/{CODE}",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.nih.example_knees-3Fa-3D1-26b-3D2-23rest&d=DwMF",
    "https://urldefense.com/v3/__https://www.nih.example/knees?a=1&b=2#rest__;!!Abc!xyz$",
]


@pytest.mark.parametrize("address", WRAPPED)
def test_wrapped_address_is_the_page_that_is_meant(address):
    assert unwrap_address(address) == PAGE
    assert find_wrapped(unwrap_address(address)) == []


def test_one_wrapper_in_another_is_taken_off_too():
    inner = f"https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D{CODE.replace('%', '%25')}"
    assert unwrap_address(f"https://nam02.safelinks.protection.outlook.com/?url={inner}") == PAGE


@pytest.mark.parametrize(
    "address",
    [
        PAGE,
        "https://www.google.com/maps/dir/?destination=x",
        "https://www.google.com/url?q=javascript%3Aalert(1)",
        "https://www.google.com/url?q=%2Fsearch",
        "https://www.google.com/url?q=https%3A%2F%2F%2Fa.example",
        "https://www.google.com.elsewhere.example/url?q=https%3A%2F%2Fa.example",
        "https://safelinks.protection.outlook.com.elsewhere.example/?url=https%3A%2F%2Fa.example",
        "https://www.bing.com/ck/a?u=a1%FF",
        "https://www.bing.com/ck/a?u=a1_w",
        "https://[::1",
        "https://www.youtube.com/watch?v=1",
        "mailto:ana@clinic.example",
        "/contact/",
        "",
    ],
)
def test_other_addresses_stay(address):
    assert unwrap_address(address) == address


def test_links_and_words_of_an_article_are_unwrapped():
    html = SAFE_LINK.replace("&", "&amp;")
    page = PAGE.replace("&", "&amp;")
    body = f'<p><a href="{html}">Knees</a> or {html}. (See {html})</p>'
    assert unwrap_in_html(body) == f'<p><a href="{page}">Knees</a> or {page}. (See {page})</p>'
    assert ArticleText._meta.get_field("body").sanitize(body).count("ana") == 0
    assert unwrap_in_text(f"Knees: {SAFE_LINK}, hips.") == f"Knees: {PAGE}, hips."


@pytest.mark.parametrize(
    "end", ["\xa0or", " or", "\u2009or", "”", "»", "…", "—x", "–x", "’s", "'s", "<b", ">", "،", "), x", '"']
)
def test_words_and_signs_behind_a_wrapped_address_stay(end):
    assert unwrap_in_text(f"“{SAFE_LINK}{end} call us") == f"“{PAGE}{end} call us"
    sanitize = ArticleText._meta.get_field("body").sanitize
    assert sanitize(f"<p>{escape(SAFE_LINK + end, quote=False)} call</p>") == (
        f"<p>{escape(PAGE + end, quote=False)} call</p>".replace("\xa0", "&nbsp;")
    )


def test_brackets_around_an_address_stay_escaped():
    assert unwrap_in_html(f"<p>Knees&lt;{escape(SAFE_LINK)}&gt; hips</p>") == f"<p>Knees&lt;{escape(PAGE)}&gt; hips</p>"


@pytest.mark.parametrize(
    "code", ["%0B", "%0A", "%00", "%7F", "%C2%85", "%20", "+", "%C2%A0", "%22", "%3C", "%3E", "%FF"]
)
@pytest.mark.parametrize(
    "inner", ["https%3A%2F%2Fa.example%2F{}x", "https%3A%2F%2Fa.example%2F{}", "{}https%3A%2F%2Fa.example"]
)
def test_address_that_no_page_has_stays_wrapped_and_is_told(inner, code):
    address = f"https://www.google.com/url?q={inner.format(code)}"
    assert unwrap_address(address) == address
    body = ArticleText._meta.get_field("body").sanitize(f'<p><a href="{address}">x</a></p>')
    assert body == f'<p><a href="{address}">x</a></p>'
    assert find_wrapped(body) == [address]


@pytest.mark.django_db
def test_no_field_of_an_article_or_the_clinic_names_a_mailbox():
    text = make_article(summary=f"See {SAFE_LINK}"[:250], urgent_signs=f"it hurts: {SAFE_LINK}").texts.get()
    assert text.urgent_signs == f"it hurts: {PAGE}"
    Reference.objects.create(article=text.article, title="K", publisher="L", address=SAFE_LINK)
    assert Reference.objects.get().address == PAGE
    make_clinic(language_notice=f"See {SAFE_LINK}.", privacy_practices_url=SAFE_LINK)
    clinic = Clinic.objects.get()
    assert (clinic.language_notice, clinic.privacy_practices_url) == (f"See {PAGE}.", PAGE)


@pytest.mark.parametrize("field", [ArticleText._meta.get_field("summary"), Clinic._meta.get_field("street")])
def test_a_line_is_measured_as_it_is_stored(field):
    form_field = field.formfield()
    assert form_field.clean(f"See {SAFE_LINK}&x={'y' * 500}") == f"See {PAGE}"
    assert "maxlength" not in form_field.widget.attrs  # the browser would cut the link
    with pytest.raises(ValidationError):
        form_field.clean("y" * (field.max_length + 1))


def test_a_safe_link_longer_than_the_field_is_unwrapped_before_it_is_measured():
    field = Reference._meta.get_field("address").formfield(assume_scheme="https")
    assert field.clean(SAFE_LINK + "&x=" + "y" * 500) == PAGE
    assert "maxlength" not in field.widget.attrs


@pytest.mark.parametrize(
    "address",
    [
        "https://protect-us.mimecast.com/s/abcdef",
        "https://url.us.m.mimecastprotect.com/s/abcdef",
        "https://bit.ly/3abcdef",
        "https://www.googleadservices.com/pagead/aclk?sa=L",
        "https://urldefense.com/v3/__https://a.example/*x__;Iw!!Abc$",
    ],
)
def test_editors_are_warned_of_links_that_only_a_service_can_follow(address):
    body = f'<p><a href="{address}">Knees</a> and <a href="{PAGE.replace("&", "&amp;")}">hips</a></p>'
    text = ArticleText(language="en", title="On knees", summary="Short.", body=body)
    assert text.body.count(address) == 1
    found = [piece for piece in collect_advice(text, reference_count=1) if piece.about[0] == "link"]
    assert [(piece.about, piece.quote) for piece in found] == [(("link", address), address)]
    assert found[0].sentence.startswith(f"Replace the link through {address.split('/')[2]}: open it")
