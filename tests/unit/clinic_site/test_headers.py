"""The headers of every answer, as a real https site gives them, and what the MDN HTTP Observatory says of them."""

import re
import runpy
import shutil
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client, override_settings

from articles import slug_redirects
from articles.models import Article, Picture
from clinic_site.facts import current_clinic
from clinic_site.http.stylesheet import STYLESHEET_HASH
from tests import observatory
from tests.conftest import Visitor
from tests.factories import answers, make_article, make_clinic, make_picture, make_request, make_translation
from tests.unit.clinic_site.test_settings import REAL
from tests.unit.test_every_page import PAGES, PREFIXES

pytestmark = pytest.mark.django_db

HOST = "www.example.org"
OF_A_REAL_SITE = ("SITE_URL", "ALLOWED_HOSTS", "SECURE_", "SESSION_", "CSRF_", "X_FRAME_", "CONTENT_", "ADMIN_CONTENT_")


@contextmanager
def https(folder):
    """The settings that the address of a real https site decides, and one static file collected."""
    with pytest.MonkeyPatch.context() as environment:
        for name, value in {**REAL, "DATA_DIR": str(folder)}.items():
            environment.setenv(name, value)
        real = runpy.run_path(str(settings.BASE_DIR / "clinic_site" / "settings.py"))
    (folder / "static").mkdir()
    shutil.copy(settings.BASE_DIR / "static" / "img" / "icon.svg", folder / "static")
    changed = {name: value for name, value in real.items() if name.startswith(OF_A_REAL_SITE)}
    with override_settings(**changed, STATIC_ROOT=folder / "static"):
        yield


@pytest.fixture
def _https(tmp_path):
    with https(tmp_path):
        yield


class SecureVisitor(Visitor):
    """Comes by https."""

    def __init__(self):
        super().__init__(SERVER_NAME=HOST)
        self.raise_request_exception = False

    def generic(self, *args, **options):
        return super().generic(*args, **{**options, "secure": True})

    def send(self, answers, address="/consultation/", **headers):
        return super().send(answers, address, **{"origin": f"https://{HOST}", **headers})


def open_site():
    make_clinic()
    article = make_article(slug="knees")
    for kind in ("person", "costs", "first_visit", "question"):
        make_article(kind=kind)
    make_translation(article, "es", slug="rodillas")
    make_picture(in_article=article)
    for kind in ("person", "costs", "first_visit", "question"):
        make_article(kind=kind)
    slug_redirects.add_redirect("/old/", "/articles/knees/")
    Article.objects.update(next_review_on=None)
    return SecureVisitor()


@pytest.fixture
def site(db, _https):
    return open_site()


@pytest.fixture(params=PREFIXES.values(), ids=PREFIXES)
def prefix(request):
    return request.param


@pytest.fixture(scope="module")
def fetched(rolled_back, tmp_path_factory):
    """({prefix of a language: public pages}, answers for machines), fetched once for all tests."""
    with rolled_back(), https(tmp_path_factory.mktemp("https")):
        site = open_site()
        machines = list(ask_as_machines(site))
        return {prefix: list(ask_for_pages(site, prefix)) for prefix in PREFIXES.values()}, machines


@pytest.fixture
def public_pages(fetched, prefix):
    """(what it is, the answer) for every kind of public page in a language."""
    return fetched[0][prefix]


@pytest.fixture
def answers_for_machines(fetched):
    return fetched[1]


def ask_for_pages(site, prefix):
    form, refused = f"{prefix}/consultation/", {"origin": "null"}
    patient = f"Anna of {prefix or 'en'}"
    sent = site.send(answers(full_name=patient), form)
    for address in PAGES:
        yield address, site.get(prefix + address)
    yield "search", site.get(f"{prefix}/search/?q=knee")
    yield "topic", site.get(f"{prefix}/articles/?topic=knee-pain")
    yield "feed", site.get(f"{prefix}/articles/feed/")
    yield "HEAD", site.head(f"{prefix}/")
    yield "thank-you page", site.get(sent["Location"])
    yield "not found", site.get(f"{prefix}/nowhere/")
    yield "unknown host", site.get(f"{prefix}/", headers={"host": "elsewhere.example"})
    yield "missing slash", site.get(f"{prefix}/contact")
    yield "method not allowed", site.delete(f"{prefix}/contact/")
    yield "sent", sent
    yield "errors", site.send({}, form)
    yield "other language", site.send(answers(go_on_in="es"), form)
    yield "foreign origin", site.send(answers(), form, **refused)
    yield "too much", site.send(answers(reason="x" * 300_000), form)
    yield "too many fields", site.send({f"x{number}": "" for number in range(1001)}, form)
    yield "post to a page", site.post(f"{prefix}/contact/")
    yield "post to nowhere", site.post(f"{prefix}/nowhere/")
    yield "post to an unknown host", site.post(form, headers={"host": "elsewhere.example"})
    with override_settings(RATE_LIMIT_PER_CLIENT=1):
        yield "noisy client", site.send(answers(full_name=f"Another {patient}"), form)
    current_clinic()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "cursor", no_database)
        yield "failed", site.get(f"{prefix}/articles/")
        yield "post failed", site.send(answers(), form)


def ask_as_machines(site):
    for address in (
        "/robots.txt",
        "/sitemap.xml",
        "/favicon.ico",
        "/.well-known/security.txt",
        "/healthz",
        "/healthz/mail",
        "/static/icon.svg",
        "/static/nothing.svg",
        "/es/articles/knees/",
        "/old/",
        Picture.objects.get().address,
    ):
        yield address, site.get(address)


def no_database(*args, **kwargs):
    raise OperationalError("gone")


@pytest.mark.whole
def test_pages_are_of_every_kind(public_pages, answers_for_machines):
    kinds = [response.status_code for _, response in public_pages + answers_for_machines]
    assert sorted(set(kinds)) == [200, 301, 302, 303, 400, 403, 404, 405, 413, 422, 429, 500]


# The Observatory

# What is missing of 165: 5 for cookies, of which we set none; 5 for HSTS preloading, which binds all subdomains and
# is the owner's decision; 5 for the integrity of scripts, of which our pages have none.
OURS = {
    "csp": 10,
    "cookies": 0,
    "cors": 0,
    "redirection": 0,
    "referrer": 5,
    "hsts": 0,
    "sri": 0,
    "nosniff": 0,
    "framing": 5,
    "corp": 10,
    "coop": 10,
    "coep": 10,
}


def scored(response):
    cookies = [("Set-Cookie", morsel.OutputString()) for morsel in response.cookies.values()]
    is_page = response.get("Content-Type", "").startswith("text/html")
    html = response.content.decode() if is_page else ""
    return observatory.points([*response.items(), *cookies], html=html)


def test_every_answer_reaches_the_whole_table_but_for_cookies_preloading_and_scripts(
    public_pages, answers_for_machines
):
    for name, response in public_pages + answers_for_machines:
        found = scored(response)
        assert found == OURS, name
        assert observatory.total(found) == 150, name
        assert observatory.total(found, leave_out=observatory.NOT_RELEASED) == 130, name


def test_http_redirects_to_https_on_the_same_host_without_a_cookie(site, prefix):
    response = Client(SERVER_NAME=HOST).get(f"{prefix}/contact/?page=2")
    assert (response.status_code, response["Location"]) == (301, f"https://{HOST}{prefix}/contact/?page=2")
    assert response.cookies == {}
    assert observatory.redirection([f"http://{HOST}/", response["Location"]]) == 0


GOOD = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
}


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, {"csp": 10, "framing": 5, "hsts": 0, "nosniff": 0, "referrer": 0, "corp": 0, "coop": 0, "coep": 0}),
        ({"Content-Security-Policy": "default-src 'self'"}, {"csp": 5, "framing": -20}),
        ({"Content-Security-Policy": "default-src 'none'; script-src 'unsafe-inline'"}, {"csp": -20}),
        ({"Content-Security-Policy": "default-src 'none'; script-src data:"}, {"csp": -20}),
        ({"Content-Security-Policy": "default-src https:"}, {"csp": -20}),
        ({"Content-Security-Policy": "default-src 'none'; script-src 'self' 'unsafe-eval'"}, {"csp": -10}),
        ({"Content-Security-Policy": "default-src 'none'; img-src http://a.example"}, {"csp": -10}),
        ({"Content-Security-Policy": "default-src 'none'; font-src http://a.example"}, {"csp": -20}),
        ({"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}, {"csp": 0}),
        ({"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline' 'sha256-x'"}, {"csp": 10}),
        ({"Content-Security-Policy": "default-src 'none'; img-src a; img-src b"}, {"csp": 0}),
        ({"Content-Security-Policy": "default-src 'none' 'self'"}, {"csp": 5}),
        ({"Content-Security-Policy": ""}, {"csp": -25}),
        ({"Strict-Transport-Security": "max-age=86400"}, {"hsts": -10}),
        ({"Strict-Transport-Security": "for ever"}, {"hsts": -20}),
        ({"X-Content-Type-Options": "nosniff, nosniff"}, {"nosniff": -5}),
        ({"Referrer-Policy": "unsafe-url"}, {"referrer": -5}),
        ({"Cross-Origin-Opener-Policy": "same-origin, same-origin"}, {"coop": -5}),
        ({"Cross-Origin-Embedder-Policy": "require-corp"}, {"coep": 10}),
        ({"Cross-Origin-Resource-Policy": "anything"}, {"corp": -5}),
        ({"Access-Control-Allow-Origin": "https://a", "Access-Control-Allow-Credentials": "true"}, {"cors": -50}),
        ({"Set-Cookie": "a=b; Secure; SameSite=Lax"}, {"cookies": 5}),
        ({"Set-Cookie": "session=b; Secure; SameSite=Lax"}, {"cookies": -30}),
        ({"Set-Cookie": "sessionid=b; HttpOnly"}, {"cookies": -40}),
        ({"Set-Cookie": "csrftoken=b; Secure"}, {"cookies": -20}),
    ],
)
def test_observatory_gives_known_points_to_known_headers(headers, expected):
    found = observatory.points({**GOOD, **headers}.items())
    assert {test: found[test] for test in expected} == expected


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("", 0),
        ("<script src='/a.js'></script>", 0),
        ("<script src='/a.js' integrity='sha256-x'></script>", 5),
        ("<script src='https://b.example/a.js' integrity='sha256-x'></script>", 5),
        ("<script src='https://b.example/a.js'></script>", -5),
        ("<script src='http://b.example/a.js' integrity='sha256-x'></script>", -20),
        ("<script src='//b.example/a.js'></script>", -50),
    ],
)
def test_observatory_gives_known_points_to_known_scripts(script, expected):
    assert observatory.points(GOOD.items(), html=script)["sri"] == expected


@pytest.mark.parametrize(
    ("hops", "expected"),
    [
        (["http://a/", "https://a/"], 0),
        (["http://a/", "https://b/"], -5),
        (["http://a/", "http://b/", "https://b/"], -10),
        (["http://a/"], -20),
    ],
)
def test_observatory_gives_known_points_to_known_redirects(hops, expected):
    assert observatory.points(GOOD.items(), hops=hops)["redirection"] == expected


def test_bonuses_count_only_where_penalties_leave_ninety():
    bare = observatory.points([], hops=["http://host/"])
    assert observatory.total(bare) == 100 - 25 - 20 - 20 - 5 - 20
    assert observatory.total({"one": -10, "other": 10}) == 100
    assert observatory.total({"one": -15, "other": 10}) == 85


# Every header


PUBLIC_POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": [f"'{STYLESHEET_HASH}'"],
    "img-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["'none'"],
    "upgrade-insecure-requests": [],
}
ADMIN_POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'", f"'{STYLESHEET_HASH}'", "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "upgrade-insecure-requests": [],
}
SECURITY_HEADERS = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), translator=(self)"
    ),
}


def policy_of(response):
    """{directive: sources}, without nonces; fails for a directive that stands twice."""
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    assert len(parts) == len({name for name, *_ in parts})
    return {name: [source for source in sources if not source.startswith("'nonce-")] for name, *sources in parts}


def security_headers_of(response):
    return {name: response.get(name) for name in SECURITY_HEADERS}


def directives_about_caching(response):
    return {part.strip() for part in response.get("Cache-Control", "").split(",")}


def test_every_answer_has_each_security_header_once(public_pages, answers_for_machines):
    for name, response in public_pages + answers_for_machines:
        assert security_headers_of(response) == SECURITY_HEADERS, name
        assert policy_of(response) == PUBLIC_POLICY, name


def test_no_answer_sets_a_cookie_or_depends_on_the_visitor(public_pages, answers_for_machines):
    for name, response in public_pages + answers_for_machines:
        assert response.cookies == {}, name
        assert response.get("Vary", "Accept-Encoding") == "Accept-Encoding", name
        for header in ("Access-Control-Allow-Origin", "Server", "X-Powered-By"):
            assert header not in response.headers, name


def test_nobody_keeps_an_answer_to_what_was_sent(public_pages):
    of_a_form = {name: directives_about_caching(r) for name, r in public_pages if r.request["REQUEST_METHOD"] == "POST"}
    assert len(of_a_form) == 11
    of_a_form["thank-you page"] = directives_about_caching(dict(public_pages)["thank-you page"])
    for name, found in of_a_form.items():
        assert found >= {"private", "no-store"}, name


def test_pages_without_words_of_a_patient_may_be_kept(public_pages):
    pages = {name: response for name, response in public_pages if name in PAGES and response.status_code == 200}
    assert {name: response["Cache-Control"] for name, response in pages.items()} == dict.fromkeys(
        pages, "public, max-age=5, stale-while-revalidate=60"
    )
    assert len(pages) >= len(PAGES) - 1  # an article leads on to its address in this language


def test_what_somebody_searched_for_is_kept_by_nobody_else(visitor):
    assert visitor.get("/search/?q=knee").headers["Cache-Control"] == "private, no-store"


def test_every_answer_tells_what_it_is_and_in_which_encoding(public_pages, answers_for_machines):
    types = {
        response["Content-Type"]
        for name, response in public_pages + answers_for_machines
        if response.get("Content-Type")
    }
    assert types == {
        "text/html; charset=utf-8",
        "text/plain; charset=utf-8",
        "application/rss+xml; charset=utf-8",
        "application/xml; charset=utf-8",
        "image/svg+xml; charset=utf-8",
        "image/webp",
    }


# The staff site


@pytest.fixture
def staff_pages(site, admin_user):
    """(address, answer) for pages of the staff site: of a stranger, then of somebody who may do everything."""
    stranger, staff = Client(SERVER_NAME=HOST), Client(SERVER_NAME=HOST)
    staff.force_login(admin_user)
    request = make_request()
    article = Article.objects.get(kind="article")
    addresses = [
        "/admin/",
        "/admin/login/",
        "/admin/nowhere/",
        "/admin/jsi18n/",
        "/admin/password_change/",
        "/admin/consultations/consultationrequest/",
        f"/admin/consultations/consultationrequest/{request.pk}/change/",
        f"/admin/articles/article/{article.pk}/change/",
        "/admin/articles/article/add/",
        "/admin/articles/picture/add/",
        "/admin/redirects/redirect/paste/",
        "/admin/clinic_site/clinic/1/change/",
        "/admin/clinic_site/clinic/federal-holidays/",
    ]
    found = [(address, client.get(address, secure=True)) for client in (stranger, staff) for address in addresses]
    found.append(("wrong password", stranger.post("/admin/login/", {"username": "a", "password": "b"}, secure=True)))
    return found


def test_staff_pages_are_kept_by_nobody_and_have_the_strict_policy(staff_pages):
    for name, response in staff_pages:
        assert response["Cache-Control"] == "private, no-store", name
        assert security_headers_of(response) == SECURITY_HEADERS, name
        assert policy_of(response) == ADMIN_POLICY, name


def test_cookies_of_staff_are_for_this_host_this_scheme_and_no_script(staff_pages):
    cookies = {name: cookie for _, response in staff_pages for name, cookie in response.cookies.items()}
    assert cookies
    for name, cookie in cookies.items():
        assert name.startswith("__Host-")
        assert (cookie["secure"], cookie["httponly"], cookie["path"], cookie["domain"]) == (True, True, "/", "")
        assert cookie["samesite"] in ("Strict", "Lax")


@pytest.mark.usefixtures("_https")
def test_a_post_to_the_staff_site_without_its_token_is_refused(admin_user):
    client = Client(SERVER_NAME=HOST, enforce_csrf_checks=True)
    client.force_login(admin_user)
    for address in ("/admin/login/", "/admin/logout/", "/admin/articles/article/add/"):
        response = client.post(address, secure=True, headers={"referer": f"https://{HOST}/admin/"})
        assert response.status_code == 403, address


def test_a_session_is_a_random_reference_to_the_database(admin_user, settings):
    assert settings.SESSION_ENGINE == "django.contrib.sessions.backends.db"
    keys = set()
    for _ in range(20):
        client = Client()
        client.force_login(admin_user)
        keys.add(client.session.session_key)
    assert len(keys) == 20
    assert {re.sub("[a-z0-9]", "x", key) for key in keys} == {"x" * 32}  # 165 bits
