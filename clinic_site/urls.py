"""Every address of the site. English has no prefix; the other languages are under /es/, /pl/ and /ar/.

/healthz and /healthz/mail are answered before any view, by clinic_site/operations/health.py; files by WhiteNoise.
"""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path

from articles.views import picture, service
from clinic_site import views
from clinic_site.search_page import search_everything
from clinic_site.sitemaps import SITEMAPS

urlpatterns = [
    path("admin/", admin.site.urls),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    path(
        "sitemap.xml",
        views.public_page(sitemap),
        {"sitemaps": SITEMAPS, "content_type": "application/xml; charset=utf-8"},
        name="sitemap",
    ),
    re_path(r"^pictures/([0-9a-f]{20})-([1-9][0-9]{2,3})\.webp$", picture, name="picture"),
    re_path(r"^pictures/([0-9a-f]{20})\.webp$", picture, name="picture"),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("articles/", include("articles.urls")),
        path("search/", search_everything, name="search"),
        path("services/", views.services, name="services"),
        path("services/<slug:slug>/", service, name="service"),
        path("people/", views.people, name="people"),
        path("costs/", views.costs, name="costs"),
        path("first-visit/", views.first_visit, name="first-visit"),
        path("questions/", views.questions, name="questions"),
        path("consultation/", include("consultations.urls")),
        path("contact/", views.contact, name="contact"),
        path("privacy/", views.privacy, name="privacy"),
        path("accessibility/", views.accessibility, name="accessibility"),
        path("language-help/", views.language_help, name="language-help"),
        prefix_default_language=False,
    ),
]

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
handler500 = views.server_error
