"""Databases of older versions, saved in `tests/older_databases/`, are taken over by a start without loss."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from consultations.privacy import data_map
from tests.faults.patients import ask
from tests.older_databases.made import (
    CLOSURE_OF_1_0,
    FACT_OF_1_0,
    HANDLED,
    KEYS,
    LATER,
    PATIENTS,
    PHONE,
    PICTURE_OF_1_0,
    STAFF,
    SUSPECT,
)
from tests.older_databases.make import HERE, Browser
from tests.pages import fold
from tests.running_site import RunningSite, wait_until

pytestmark = pytest.mark.whole

SAVED = sorted(file.name for file in HERE.glob("*.sql"))
SENT = [*PATIENTS.values(), SUSPECT, LATER]
REQUESTS = "/admin/consultations/consultationrequest/"
# What changes on purpose: what was not sent is tried again, duties are done, promises that nobody kept are reported,
# what is kept for hours is erased, the port is another one. Sessions end, and Django's own lists of names follow the
# models.
ERASED_SOON = {datum.field for datum in data_map.MAP if datum.kept}
CHANGED = {
    "articles_articletext": {"indexed_title", "indexed_top", "indexed_text"},  # compared in another way
    "clinic_site_clinic": {"who_treats_you", "first_visit", "parking", "step_free_access", "insurance"},  # are texts
    "clinic_site_publicgeneration": {"number"},  # and so is what the public finds
    "consultations_consultationrequest": {"overdue_reported_at", *ERASED_SOON},
    "consultations_outgoingmail": {"sent_at", "due_at", "attempts", "last_error", "is_claimed"},
    "clinic_site_duty": {"due_at"},
    "django_site": {"domain", "name"},
}
RENAMED = {"clinic_site_closure": "clinic_site_specialhours"}
# Rights to edit what follows from the words now, and the picture that leads its article now.
GONE = {
    "auth_group_permissions": "SELECT g.id FROM auth_group_permissions g "
    "JOIN auth_permission p ON p.id = g.permission_id JOIN django_content_type c ON c.id = p.content_type_id "
    "WHERE c.model = 'articlepicture'",
    "articles_articlepicture": "SELECT id FROM articles_articlepicture WHERE place = 0",
}
NOT_THE_CLINICS = {"sqlite_sequence", "django_session", "django_content_type", "auth_permission"}


def load(site, saved):
    text = (HERE / saved).read_text()
    if url := site.environment.get("DATABASE_URL"):
        with psycopg.connect(url) as connection:
            connection.execute(text)
        with psycopg.connect(url) as connection:  # another one: the saved text leaves its own without a search path
            for statement in (CLOSURE_OF_1_0, FACT_OF_1_0, *PICTURE_OF_1_0):
                connection.execute(statement)
    else:
        Path(site.environment["DATA_DIR"]).mkdir(parents=True)
        with closing(sqlite3.connect(Path(site.environment["DATA_DIR"]) / "site.sqlite3")) as connection:
            connection.executescript(text)
            for statement in (CLOSURE_OF_1_0, FACT_OF_1_0, *PICTURE_OF_1_0):
                connection.execute(statement)
            connection.commit()


def rows(site):
    """{table: {primary key: {column: value}}} of everything that is the clinic's."""
    if "DATABASE_URL" in site.environment:
        columns = (
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"
        )
    else:
        columns = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
    tables = {}
    for table, column in site.query(columns):
        tables.setdefault(table, []).append(column)
    return {table: read(site, table, names) for table, names in tables.items() if table not in NOT_THE_CLINICS}


def read(site, table, names):
    selected = ", ".join(f'"{name}"' for name in names)
    found = site.query(f'SELECT {selected} FROM "{table}"')
    return {row[0]: dict(zip(names, row, strict=True)) for row in found}


@pytest.fixture(scope="module", params=SAVED)
def upgraded(request, tmp_path_factory):
    """The site on an older database, started like any other time; `before` are its rows before that."""
    database = request.param.split(".")[-2]
    kept_for_long = {"RETENTION_MONTHS": "1200"}  # what is saved grows old
    site = RunningSite(tmp_path_factory.mktemp("older"), database=database, empty=True, **kept_for_long, **KEYS)
    load(site, request.param)
    site.before = rows(site)
    for table, gone in GONE.items():
        for (pk,) in site.query(gone):
            del site.before[table][pk]
    site.mail_server.start()
    site.start()
    yield site
    assert site.stop() == 0
    site.mail_server.stop()


@pytest.fixture(scope="module")
def staff(upgraded):
    """The account of the older database, signed in with its password."""
    browser = Browser(upgraded)
    browser.send("/admin/login/?next=/admin/", "#login-form", username=STAFF[0], password=STAFF[1])
    return browser


def words(page):
    """What stands on a page, without blanks: line breaks are elements there."""
    return squeeze(page.one("body").get_text())


def squeeze(text):
    return "".join(text.split())


def test_every_row_is_kept_as_it_was(upgraded):
    after = rows(upgraded)
    assert len(upgraded.before["consultations_consultationrequest"]) == len(SENT)
    for table, kept in upgraded.before.items():
        for pk, row in kept.items():
            stays = {name: value for name, value in row.items() if name not in CHANGED.get(table, ())}
            found = after[RENAMED.get(table, table)][pk]
            assert {name: found.get(name, "gone") for name in stays} == stays, (table, pk)


def test_the_picture_below_a_summary_leads_its_article(upgraded):
    sql = "SELECT p.name FROM articles_article a JOIN articles_picture p ON p.id = a.lead_picture_id"
    assert upgraded.query(sql) == [("Old",)]
    assert upgraded.query("SELECT COUNT(*) FROM articles_articlepicture") == [(0,)]


def test_facts_have_become_texts(upgraded):
    status, _, body = ask(upgraded, "GET", "/contact/")
    assert (status, "Behind the old mill." in body) == (200, True)


def test_unsent_mail_is_sent_and_sent_mail_is_not_repeated(upgraded):
    unsent = [row for row in upgraded.before["consultations_outgoingmail"].values() if row["sent_at"] is None]
    assert len(unsent) == len(SENT) + 1  # those to who is gone, and the last one to the front desk
    ids = sorted(str(row["message_id"]).replace("-", "") for row in unsent)
    wait_until(lambda: new_request_mails(upgraded) == ids, seconds=30, what="every unsent mail, once")


def new_request_mails(site):
    """Without those about promises that nobody kept meanwhile."""
    mails = [mail for mail in site.mail_server.mails if mail["Subject"].startswith("New consultation request")]
    return sorted(mail["Message-ID"].strip("<>").partition("@")[0].replace("-", "") for mail in mails)


def test_staff_read_every_request_with_its_answers(upgraded, staff):
    for pk, answers in enumerate(SENT, start=1):
        shown = words(staff.get(f"{REQUESTS}{pk}/change/"))
        for name in ("full_name", "phone", "email", "reason"):
            assert squeeze(answers.get(name, "")) in shown, (pk, name)


def test_states_notes_and_numbers_that_staff_wrote_are_there(staff):
    numbers = {answers["full_name"]: pk for pk, answers in enumerate(SENT, start=1)}
    for name, changes in HANDLED.items():
        shown = staff.get(f"{REQUESTS}{numbers[name]}/change/")
        assert squeeze(changes.get("note", "")) in words(shown)
        assert shown.one("#id_state [checked], #id_state [selected]")["value"] == changes.get("state", "new")
        if number := changes.get("corrected_phone"):
            assert shown.one("#id_corrected_phone")["value"] == number


def is_past(stored):
    """Whether a moment has passed; SQLite stores text without a zone."""
    moment = stored and datetime.fromisoformat(str(stored))
    return bool(moment) and (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) <= datetime.now(UTC)


def test_inbox_lists_patients_waiting_for_a_call(upgraded, staff):
    """A new request is on the list of calls; one whose patient was called, once the next call is due."""
    to_call, waiting = [], []
    for pk, answers in enumerate(SENT, start=1):
        row = upgraded.before["consultations_consultationrequest"][pk]
        if row["state"] == "new" and not row["held"]:
            to_call.append(answers["full_name"])
        elif row["state"] == "contacted":
            (to_call if is_past(row["call_due_at"]) else waiting).append(answers["full_name"])
    listed = {
        tab: staff.get(f"{REQUESTS}?tab={tab}").all("#result_list .field-name bdi") for tab in ("to-call", "waiting")
    }
    found = {tab: sorted(fold(cell) for cell in cells) for tab, cells in listed.items()}
    assert found == {"to-call": sorted(to_call), "waiting": sorted(waiting)}


def test_requests_are_found_by_phone_and_name_after_reencrypt(upgraded, staff):
    assert upgraded.manage("reencrypt").returncode == 0
    for answers in SENT:
        for term in (answers["phone"], answers["full_name"]):
            found = staff.send(REQUESTS, "#changelist-search", term=term)
            assert [fold(cell) for cell in found.all("#result_list .field-name bdi")] == [answers["full_name"]], term


def test_patients_still_open_their_thank_you_page(upgraded):
    for row in upgraded.before["consultations_consultationrequest"].values():
        prefix = "" if row["page_language"] == "en" else f"/{row['page_language']}"
        status, _, page = ask(upgraded, "GET", f"{prefix}/consultation/received/{row['token']}/")
        assert (status, row["reference"] in page) == (200, True)


def test_readers_find_every_article_in_its_language(upgraded):
    for row in upgraded.before["articles_articletext"].values():
        prefix = "" if row["language"] == "en" else f"/{row['language']}"
        shown = Browser(upgraded).get(f"{prefix}/articles/{row['slug']}/")
        assert (shown.text("h1"), shown.one("html")["lang"]) == (row["title"], row["language"])


def test_the_clinics_own_number_is_still_on_its_pages(upgraded):
    assert squeeze(PHONE) in words(Browser(upgraded).get("/contact/"))


def test_closures_are_shown_to_patients_without_their_reasons(upgraded):
    page = Browser(upgraded).get("/contact/")
    assert page.texts("main .special-hours__days") == ["Dec. 24, 2098 to Dec. 26, 2098 Closed"]
    assert "Eva" not in str(page.soup)


def test_staff_find_closures_with_their_reasons(upgraded, staff):
    page = staff.get("/admin/clinic_site/clinic/1/change/")
    assert page.one("[name=special_hours-0-first_day]")["value"] == "2098-12-24"
    assert page.one("[name=special_hours-0-reason]")["value"] == "Eva is away"


def test_managers_keep_their_permissions_for_closures(upgraded):
    found = upgraded.query(
        "SELECT p.codename FROM auth_permission p JOIN auth_group_permissions gp ON gp.permission_id = p.id "
        "JOIN auth_group g ON g.id = gp.group_id WHERE g.name = 'Manager' AND p.codename LIKE ?",
        "%_specialhours",
    )
    assert sorted(name for (name,) in found) == [
        f"{action}_specialhours" for action in ("add", "change", "delete", "view")
    ]
    assert upgraded.query("SELECT count(*) FROM auth_permission WHERE codename LIKE ?", "%closure") == [(0,)]


def test_special_hours_that_are_changed_after_the_upgrade_are_on_the_page_at_once(upgraded, staff):
    """So the table's triggers are there under its new name."""
    address = "/admin/clinic_site/clinic/1/change/"
    staff.send(address, "#clinic_form", _save="Save", **{"special_hours-0-name": "Winter break"})

    def is_shown():
        page = Browser(upgraded).get("/contact/")
        return page.texts("main .special-hours__days") == ["Dec. 24, 2098 to Dec. 26, 2098 Closed Winter break"]

    wait_until(is_shown, seconds=5, what="the name on the page")
