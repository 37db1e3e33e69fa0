"""Backups: what they contain, how they are verified, and what is reported about bad ones."""

import io
import json
import os
import re
import resource
import tarfile
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pyrage
import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from articles.models import Picture
from clinic_site.models import Backup
from clinic_site.operations import site_status
from clinic_site.operations.backups import BackupError, archive, databases, make, verify
from clinic_site.operations.backups.folders import TIME_IN_NAME, backup_folder, exclusive_lock, list_backups
from clinic_site.operations.backups.make import make_backup
from clinic_site.operations.backups.verify import verify_newest_backup
from consultations.models import ConsultationRequest
from tests.factories import MONDAY_NOON, make_clinic, make_picture, make_request
from tests.postgresql import client_programs

KEY = pyrage.x25519.Identity.generate()
committed = pytest.mark.django_db(transaction=True, serialized_rollback=True)  # a second connection sees no more
on_postgresql = pytest.mark.skipif(os.environ.get("TEST_DATABASE") != "postgresql", reason="It has no such programs.")


@pytest.fixture
def places(settings, tmp_path):
    """Folders of the test's own for data, media and backups."""
    settings.DATA_DIR = tmp_path / "data"
    settings.MEDIA_ROOT = tmp_path / "data" / "media"
    settings.BACKUP_DIR = tmp_path / "backups"
    settings.BACKUP_KEY = str(KEY)
    settings.MEDIA_ROOT.mkdir(parents=True)
    return settings


@pytest.fixture
def clinic(request, places, monkeypatch):
    """With a request and a picture, committed."""
    request.getfixturevalue("transactional_db")
    if connection.vendor == "postgresql":
        monkeypatch.setenv("PATH", client_programs(), prepend=os.pathsep)
    make_clinic()
    make_request()
    make_picture(size=(900, 600))


def newest():
    return list_backups(backup_folder())[0]


def members(path):
    """{name: content} of a backup, opened with the key by nothing but the library of its format."""
    with tarfile.open(fileobj=io.BytesIO(pyrage.decrypt(path.read_bytes(), [KEY]))) as archive:
        return {member.name: archive.extractfile(member).read() for member in archive}


def write(path, content):
    """A backup of the members `content`."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as tar:
        for name, value in content.items():
            archive.add_member(tar, name, value)
    path.write_bytes(pyrage.encrypt(file.getvalue(), [KEY.to_public()]))


def change_manifest(path, change):
    content = members(path)
    manifest = json.loads(content["manifest.json"])
    change(manifest)
    write(path, {**content, "manifest.json": json.dumps(manifest).encode()})


def problem_found():
    """The problem that verification finds, and records, in the newest backup; empty if there is none."""
    try:
        verify_newest_backup()
        found = ""
    except BackupError as problem:
        found = str(problem)
    assert Backup.objects.get(file_name=newest().name).problem == found
    return found


def left_behind(settings):
    """Whatever is in the folders and should not be."""
    found = [*settings.DATA_DIR.iterdir(), *settings.BACKUP_DIR.iterdir()]
    return [
        path.name for path in found if not re.fullmatch(r"media|clinic\.json|clinic-.*\.tar\.age|.*\.lock", path.name)
    ]


@contextmanager
def files_no_longer_than(size):
    """What a full disk does: a write fails in the middle of a file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


# Making and verifying


@committed
def test_backup_contains_database_and_media_and_is_readable_by_its_owner_alone(clinic, settings):
    backup = make_backup()
    picture = Picture.objects.get()
    content = members(newest())
    file = {"sqlite": "site.sqlite3", "postgresql": "database.dump"}[connection.vendor]
    names = [f"media/pictures/{picture.content_hash}-{width}.webp" for width in (480, 800, 900)]
    assert list(content) == [file, *names, "manifest.json"]
    assert json.loads(content["manifest.json"])["rows"]["consultations_consultationrequest"] == 1
    assert (newest().name, newest().stat().st_size) == (backup.file_name, backup.size)
    assert (newest().stat().st_mode & 0o777, settings.BACKUP_DIR.stat().st_mode & 0o777) == (0o600, 0o700)
    assert left_behind(settings) == []


@committed
def test_backup_is_restored_aside_and_found_whole(clinic, settings, clock):
    make_backup()
    clock.shift(timedelta(hours=1))
    ConsultationRequest.objects.all().delete()  # afterwards, which is no matter
    assert problem_found() == ""
    backup = Backup.objects.get()
    assert (backup.made_at, backup.checked_at) == (MONDAY_NOON, MONDAY_NOON + timedelta(hours=1))
    assert left_behind(settings) == []


@committed
def test_commands_report_what_they_did(clinic, capsys):
    call_command("backup")
    call_command("restore_check")
    name, size = newest().name, newest().stat().st_size
    assert capsys.readouterr().out == (
        f"Made {name} ({size:,} bytes)\n{name} was restored and compared: nothing is missing\n"
    )


@committed
def test_file_that_vanishes_meanwhile_is_no_error(clinic, settings):
    (settings.MEDIA_ROOT / "gone").symlink_to("nowhere")
    make_backup()
    assert "media/gone" not in members(newest())


@committed
def test_picture_that_is_deleted_meanwhile_is_no_error(clinic, monkeypatch):
    content_hash = Picture.objects.get().content_hash
    add_media = make.add_media

    def delete_first(archive):
        Picture.objects.all().delete()
        return add_media(archive)

    monkeypatch.setattr(make, "add_media", delete_first)
    make_backup()
    removed = json.loads(members(newest())["manifest.json"])["removed_meanwhile"]
    assert removed == sorted(f"pictures/{content_hash}-{width}.webp" for width in (480, 800, 900))
    assert problem_found() == ""


@committed
def test_backup_that_no_row_knows_is_checked_too(clinic):
    backup = make_backup()
    Backup.objects.all().delete()
    assert problem_found() == ""
    assert Backup.objects.get().size == backup.size


# Bad backups


def cut(path):
    path.write_bytes(path.read_bytes()[:-1])


def empty(path):
    path.write_bytes(b"")


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


DAMAGED = "The backup is damaged or incomplete: it cannot be decrypted to its end."


@committed
@pytest.mark.parametrize("damage", [cut, empty, flip])
def test_damaged_file_is_found(clinic, settings, damage):
    make_backup()
    damage(newest())
    assert problem_found() == DAMAGED
    assert left_behind(settings) == []


@committed
def test_file_that_this_user_may_not_read_is_not_called_damaged(clinic, monkeypatch):
    make_backup()
    path, opened = newest(), Path.open

    def open_as_another_user(self, *args, **options):
        if self == path:
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **options)

    monkeypatch.setattr(Path, "open", open_as_another_user)  # root, as whom tests may run, reads everything
    assert problem_found() == "The verification did not finish ([Errno 13] Permission denied)."


@committed
def test_archive_without_its_end_is_found(clinic):
    make_backup()
    write(newest(), {name: value for name, value in members(newest()).items() if name != "manifest.json"})
    assert problem_found() == "The backup is incomplete: it has no manifest."


@committed
def test_other_backup_key_is_found(clinic, settings):
    make_backup()
    settings.BACKUP_KEY = str(pyrage.x25519.Identity.generate())
    assert problem_found() == "BACKUP_KEY is not the key that this backup was encrypted with."


@committed
def test_missing_rows_are_found_once_it_is_restored(clinic):
    make_backup()
    change_manifest(newest(), lambda manifest: manifest["rows"].update(consultations_consultationrequest=2))
    assert problem_found() == "The table consultations_consultationrequest has 1 rows instead of 2."


@pytest.fixture
def manifest(db, places):
    """What a backup of this very database and media would say; `compare_problem` takes them for restored ones."""
    make_request(clinic=make_clinic())
    make_picture(size=(900, 600))
    backup = Backup.objects.create(made_at=MONDAY_NOON, file_name="backup", canary="a word")
    rows = databases.count_rows("default")
    return {"file_name": backup.file_name, "canary": "a word", "rows": rows, "removed_meanwhile": []}


def compare_problem(manifest, settings):
    """What is wrong; empty when all is there."""
    try:
        verify.compare_with_manifest("default", manifest, settings.MEDIA_ROOT)
    except BackupError as problem:
        return str(problem)
    return ""


def test_complete_backup_is_verified(manifest, settings):
    assert compare_problem(manifest, settings) == ""


def test_missing_and_additional_rows_are_found(manifest, settings):
    manifest["rows"].update(lost=7, consultations_consultationrequest=0)
    assert compare_problem(manifest, settings) == (
        "The table consultations_consultationrequest has 1 rows instead of 0. The table lost has no rows instead of 7."
    )


def test_other_field_encryption_keys_are_found(manifest, settings):
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    unreadable = "None of FIELD_ENCRYPTION_KEYS can decrypt it: everything that patients wrote would be lost."
    assert compare_problem(manifest, settings) == unreadable


def test_other_canary_is_found(manifest, settings):
    manifest["canary"] = "another word"
    assert compare_problem(manifest, settings) == "The test row stored with the backup is missing or different."


def test_missing_picture_is_found(manifest, settings):
    name = f"pictures/{Picture.objects.get().content_hash}-480.webp"
    (settings.MEDIA_ROOT / name).unlink()
    assert compare_problem(manifest, settings) == f"1 of 3 picture files are missing, such as {name}."
    manifest["removed_meanwhile"] = [name]
    assert compare_problem(manifest, settings) == ""


def test_damaged_picture_is_found(manifest, settings):
    name = f"pictures/{Picture.objects.get().content_hash}-900.webp"
    (settings.MEDIA_ROOT / name).write_bytes(b"no picture")
    assert compare_problem(manifest, settings) == f"The picture {name} is damaged."


@committed
def test_damaged_database_is_found(clinic):
    make_backup()
    content = members(newest())
    file = next(iter(content))
    page = bytearray(content[file])
    middle = len(page) // 2
    page[middle : middle + 8192] = bytes(8192)
    write(newest(), {**content, file: bytes(page)})
    assert problem_found() != ""


@committed
def test_backup_of_the_other_database_is_refused(clinic):
    make_backup()
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor]
    change_manifest(newest(), lambda manifest: manifest.update(database=other))
    names = databases.DISPLAY_NAME
    assert problem_found() == (
        f"The backup contains a {names[other]} database, but DATABASE_URL names a {names[connection.vendor]} database."
    )


@committed
@pytest.mark.parametrize("name", ["../outside", "/tmp/outside"])
def test_trap_in_an_archive_is_not_unpacked(clinic, settings, name):
    make_backup()
    write(newest(), {name: b"trap", **members(newest())})
    assert problem_found() == f"The backup cannot be unpacked ({name} is not part of a backup)."
    assert left_behind(settings) == []


@committed
def test_full_disk_is_no_good_result_either(clinic, settings):
    (settings.MEDIA_ROOT / "large").write_bytes(os.urandom(1_500_000))
    make_backup()
    with files_no_longer_than(1_400_000):
        assert problem_found() == "The backup cannot be unpacked ([Errno 27] File too large)."
    assert left_behind(settings) == []


@committed
def test_check_that_breaks_off_is_no_good_result_either(clinic, monkeypatch):
    make_backup()
    monkeypatch.delattr(verify, "compare_with_manifest")
    with pytest.raises(NameError):
        verify_newest_backup()
    assert Backup.objects.get().problem == "The verification itself failed (NameError)."


def test_check_forgets_backups_that_are_gone_but_not_the_one_that_is_under_way(db, places):
    Backup.objects.create(made_at=MONDAY_NOON, file_name="gone", size=1)
    Backup.objects.create(made_at=MONDAY_NOON, file_name="under way")
    with pytest.raises(BackupError):
        verify_newest_backup()
    assert [backup.file_name for backup in Backup.objects.all()] == ["under way"]


def test_without_any_backup_the_check_says_so(db, places):
    with pytest.raises(CommandError, match=r"There is no backup in .*/backups. Make one with: python manage.py backup"):
        call_command("restore_check")


@pytest.mark.parametrize("command", ["backup", "restore_check"])
def test_without_settings_no_backup_is_made(db, places, command):
    places.BACKUP_DIR = None
    places.BACKUP_KEY = ""
    with pytest.raises(CommandError, match="BACKUP_DIR and BACKUP_KEY are not set"):
        call_command(command)


# Obstacles


@committed
@pytest.mark.parametrize("size", [100_000, 1_500_000])  # too small for the database, and for the archive
def test_full_disk_leaves_no_file_and_reports_an_error(clinic, settings, size):
    (settings.MEDIA_ROOT / "large").write_bytes(os.urandom(1_500_000))
    with files_no_longer_than(size), pytest.raises(BackupError, match=r"cannot be written|pg_dump failed"):
        make_backup()
    assert list_backups(settings.BACKUP_DIR) == []
    assert left_behind(settings) == []
    assert Backup.objects.exclude(size=None).count() == 0


def test_archive_that_cannot_be_written_keeps_nobody_waiting(places, tmp_path):
    draft = tmp_path / "draft"
    draft.touch()
    with pytest.raises(FileExistsError), archive.encrypted_archive(draft) as tar:
        archive.add_member(tar, "more than a pipe holds", bytes(1_000_000))


@pytest.mark.parametrize(("name", "act"), [("backup", make_backup), ("restore_check", verify_newest_backup)])
def test_of_two_at_once_the_second_stops(db, places, name, act):
    with exclusive_lock(backup_folder(), name), pytest.raises(BackupError) as problem:
        act()
    assert str(problem.value) == f"Another {name} is running."


@committed
def test_what_a_killed_run_left_is_cleared_away(clinic, settings):
    (backup_folder() / ".clinic-20260101T000000Z.tar.age").write_bytes(b"half")
    for name in ("backup-under-way", "restore-check"):
        (settings.DATA_DIR / name).mkdir()
        (settings.DATA_DIR / name / "site.sqlite3").write_bytes(b"half")
    make_backup()
    assert problem_found() == ""
    assert left_behind(settings) == []


@on_postgresql
def test_missing_program_is_reported(db, places, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(BackupError, match=r"pg_dump is missing. Install the client programs of PostgreSQL \d+"):
        databases.run_client("pg_dump")


@on_postgresql
def test_program_of_an_older_version_is_reported(db, places, monkeypatch, tmp_path):
    program = tmp_path / "pg_dump"
    program.write_text("#!/bin/sh\necho 'pg_dump: error: aborting because of server version mismatch' >&2\nexit 1\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackupError, match=r"pg_dump is older than the database. Install the client programs"):
        databases.run_client("pg_dump")


@on_postgresql
def test_password_stands_in_no_command_line(db, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "PASSWORD", "secret of the database")
    address, environment = databases.address_and_password("other")
    assert "secret" not in address
    assert "dbname=other" in address
    assert environment == {"PGPASSWORD": "secret of the database"}


# Restoring


def test_nothing_is_restored_over_a_database_that_is_in_use(db, tmp_path):
    with pytest.raises(CommandError, match="The database is not empty"):
        call_command("restore", str(tmp_path / "clinic-20260302T180000Z.tar.age"))


@committed
def test_backup_of_another_release_is_refused(clinic):
    make_backup()
    change_manifest(newest(), lambda manifest: manifest["migrations"].append("gone.0001_initial"))
    assert problem_found() == ""  # an app that is no longer installed
    change_manifest(newest(), lambda manifest: manifest["migrations"].append("articles.9999_future"))
    assert problem_found() == (
        "Another release made the backup, with the migration articles.9999_future, which this release does not have. "
        "Install that release first."
    )


# Retention


def days_kept(*, good=()):
    """The ages, in days, of the backups that remain when there is one of each age from 0 to 40.

    Those of the ages `good` passed verification.
    """
    folder = backup_folder()
    ages = {}
    for days in range(41):
        made_at = MONDAY_NOON - timedelta(days=days)
        path = folder / f"clinic-{made_at:{TIME_IN_NAME}}.tar.age"
        path.touch()
        ages[path.name] = days
        checked_at = made_at if days in good else None
        Backup.objects.create(file_name=path.name, made_at=made_at, size=1, checked_at=checked_at)
    make.delete_old_backups(folder)
    kept = sorted(ages[path.name] for path in list_backups(folder))
    assert sorted(ages[name] for name in Backup.objects.values_list("file_name", flat=True)) == kept
    return kept


def test_backups_are_kept_for_thirty_days(db, places, clock):
    assert days_kept(good=[0]) == list(range(31))


def test_the_newest_good_backup_stays_however_old_it_is(db, places, clock):
    assert days_kept(good=[35, 38]) == [*range(31), 35]


def test_the_newest_three_stay_however_old_they_are(db, places, clock):
    clock.shift(timedelta(days=100))
    assert days_kept() == [0, 1, 2]


def test_other_files_in_the_folder_stay(db, places):
    other = backup_folder() / "clinic-notes.txt"
    other.touch()
    make.delete_old_backups(places.BACKUP_DIR)
    assert other.exists()


# On the admin's home


def has_backup(*, days, checked_days=None, problem=""):
    def ago(days):
        return None if days is None else MONDAY_NOON - timedelta(days=days)

    Backup.objects.create(made_at=ago(days), file_name=f"{days}", size=1, checked_at=ago(checked_days), problem=problem)


def backup_findings():
    """(what alarms, what else is said) of the backups."""
    findings = site_status.check_backups(timezone.now())
    return (
        [f"{finding.text} {finding.advice}" for finding in findings if finding.is_alarming],
        [finding.text for finding in findings if not finding.is_alarming],
    )


TELL = "Tell the person who runs the site."


def test_home_alarms_without_a_backup(db):
    Backup.objects.create(made_at=MONDAY_NOON, file_name="begun, never done")
    lost = "If this machine fails, every request and every article is lost."
    assert backup_findings() == ([f"There is no backup. {TELL} {lost}"], [])


def test_home_shows_a_fresh_backup(db, clock):
    has_backup(days=1 / 24)
    assert backup_findings() == (
        [],
        ["The last backup was made 1 hour ago.", "The last backup has not been tested yet."],
    )


def test_home_shows_a_verified_backup(db, clock):
    has_backup(days=1, checked_days=1 / 24)
    proved = "The last backup was tested 1 hour ago: nothing is missing."
    assert backup_findings() == ([], ["The last backup was made 1 day ago.", proved])


def test_home_shows_the_backup_that_was_verified_last(db, clock, clinic_zone):
    has_backup(days=1)
    has_backup(days=2, checked_days=2)
    proved = "The backup of Feb. 28, 2026, noon was tested 2 days ago: nothing is missing."
    assert backup_findings() == ([], ["The last backup was made 1 day ago.", proved])


def test_home_alarms_after_two_days_without_a_backup(db, clock):
    has_backup(days=3, checked_days=3)
    alarms, _ = backup_findings()
    lost = "If this machine fails, everything since then is lost."
    assert alarms == [f"The last backup is 3 days old. {TELL} {lost}"]


def test_home_alarms_of_a_backup_that_failed_its_check(db, clock, clinic_zone):
    has_backup(days=1, checked_days=1 / 24, problem=DAMAGED)
    failed = "The test of the backup of March 1, 2026, noon failed 1 hour ago."
    assert backup_findings() == ([f"{failed} {DAMAGED} {TELL}"], ["The last backup was made 1 day ago."])


@pytest.mark.parametrize(("proved", "words"), [(None, "No backup has been tested."), (10, "for 1 week 3 days.")])
def test_home_alarms_after_eight_days_without_a_proof(db, clock, proved, words):
    has_backup(days=10, checked_days=proved)
    has_backup(days=0)
    (alarm,), _ = backup_findings()
    assert words in alarm


def test_home_needs_no_key_to_tell(db, clock, settings):
    has_backup(days=0)
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    assert backup_findings()[0] == []
