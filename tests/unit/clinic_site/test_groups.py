"""What each group may do, as the migration says and as the pages of the admin behave."""

import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.test import Client

from tests.factories import make_article, make_clinic, make_request
from tests.staff import make_account

FRONT_DESK = {
    "consultations.view_consultationrequest",
    "consultations.change_consultationrequest",
    "consultations.view_outgoingmail",
    "consultations.view_texttemplate",
}
EDITOR = {
    f"articles.{action}_{model}"
    for action in ("add", "change", "delete", "view")
    for model in (
        *("topic", "topicname", "article", "articletext", "reference"),
        *("picture", "picturetext", "person", "price"),
    )
} | {
    "articles.view_trashedarticle",
    "articles.delete_trashedarticle",
    "clinic_site.view_interfacereview",
    "clinic_site.change_interfacereview",
    "clinic_site.add_oldsiteimport",
    "clinic_site.view_oldsiteimport",
    *(f"clinic_site.{action}_insuranceplan" for action in ("add", "change", "delete", "view")),
    *(f"redirects.{action}_redirect" for action in ("add", "change", "delete", "view")),
}
MANAGER = (
    FRONT_DESK
    | EDITOR
    | {
        f"clinic_site.{action}_{model}"
        for action in ("add", "change", "delete", "view")
        for model in ("campaign", "openingperiod", "specialhours")
    }
    | {
        "clinic_site.view_clinic",
        "clinic_site.change_clinic",
        *(f"consultations.{action}_texttemplate" for action in ("add", "change", "delete")),
        "clinic_site.view_pageviews",
        "consultations.view_accessrecord",
        "consultations.erase_consultationrequest",
        "consultations.export_consultationrequest",
        "auth.view_user",
        "auth.add_user",
        "auth.change_user",
    }
)


@pytest.mark.django_db
@pytest.mark.parametrize(("group", "allowed"), [("Front desk", FRONT_DESK), ("Editor", EDITOR), ("Manager", MANAGER)])
def test_group_may_do_exactly_this(group, allowed):
    assert make_account(groups=[group]).get_all_permissions() == allowed


@pytest.mark.django_db
def test_every_model_of_an_article_is_the_editors():
    """But for those that nobody edits, which have no permissions at all."""
    models = {model._meta for model in apps.get_app_config("articles").get_models()}
    models = {options.model_name for options in models if options.default_permissions}
    assert {permission.split("_", 1)[1] for permission in EDITOR if permission.startswith("articles.")} == models


PAGES = {
    "requests": "/admin/consultations/consultationrequest/",
    "articles": "/admin/articles/article/",
    "topics": "/admin/articles/topic/",
    "pictures": "/admin/articles/picture/",
    "redirects": "/admin/redirects/redirect/",
    "table of redirects": "/admin/redirects/redirect/paste/",
    "old site": "/admin/clinic_site/oldsiteimport/add/",
    "languages": "/admin/clinic_site/interfacereview/",
    "clinic": "/admin/clinic_site/clinic/1/change/",
    "federal holidays": "/admin/clinic_site/clinic/federal-holidays/",
    "records": "/admin/consultations/accessrecord/",
    "accounts": "/admin/auth/user/",
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("groups", "open_pages"),
    [
        ([], []),
        (["Front desk"], ["requests"]),
        (["Editor"], ["articles", "topics", "pictures", "redirects", "table of redirects", "old site", "languages"]),
        (["Manager"], list(PAGES)),
    ],
)
def test_pages_open_to_those_who_may_see_them(groups, open_pages):
    make_clinic()
    stored = make_request()
    client = Client()
    client.force_login(make_account(groups=groups))
    answered = {name: client.get(address).status_code for name, address in PAGES.items()}
    assert answered == {name: 200 if name in open_pages else 403 for name in PAGES}
    request = client.get(f"{PAGES['requests']}{stored.pk}/change/")
    assert request.status_code == (200 if "requests" in open_pages else 403)


@pytest.mark.django_db
def test_nobody_but_editors_previews_a_draft():
    text = make_article(state="draft").texts.get()
    address = f"/admin/articles/article/preview/{text.pk}/"
    for group, status in [("Front desk", 403), ("Editor", 200)]:
        client = Client()
        client.force_login(make_account(group, groups=[group]))
        assert client.get(address).status_code == status


@pytest.mark.django_db
def test_groups_are_made_before_django_made_its_permissions():
    migration = importlib.import_module("clinic_site.migrations.0002_groups")
    migration.remove_groups(apps, None)
    names = dict(Permission.objects.values_list("codename", "name"))
    Permission.objects.all().delete()
    ContentType.objects.all().delete()
    ContentType.objects.clear_cache()
    then = MigrationLoader(connection).project_state(("clinic_site", "0002_groups")).apps
    migration.create_groups(then, None)
    importlib.import_module("clinic_site.migrations.0004_special_hours").rename_permissions(then, None)
    importlib.import_module("clinic_site.migrations.0007_facts_in_every_language").allow_new_models(apps, None)
    importlib.import_module("clinic_site.migrations.0010_old_site").allow_editors(apps, None)
    importlib.import_module("consultations.migrations.0010_text_templates_and_shortcuts").allow_the_desk(apps, None)
    importlib.import_module("articles.migrations.0010_trash_and_history").allow_editors(apps, None)
    importlib.import_module("articles.migrations.0014_pictures_in_the_words").forbid_editing(apps, None)
    importlib.import_module("clinic_site.migrations.0011_page_views_and_campaigns").allow_managers(apps, None)
    assert make_account(groups=["Manager"]).get_all_permissions() == MANAGER
    assert all(names[codename] == name for codename, name in Permission.objects.values_list("codename", "name"))
