"""Backups: what they hold, how they are proved, and what is said of those that are no good."""

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
from clinic_site.operations import backups, site_status
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
    return backups.newest_first(backups.prepared_folder())[0]


def members(path):
    """{name: content} of a backup, opened with the key by nothing but the library of its format."""
    with tarfile.open(fileobj=io.BytesIO(pyrage.decrypt(path.read_bytes(), [KEY]))) as archive:
        return {member.name: archive.extractfile(member).read() for member in archive}


def write(path, content):
    """A backup of the members `content`."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, value in content.items():
            backups.add(archive, name, value)
    path.write_bytes(pyrage.encrypt(file.getvalue(), [KEY.to_public()]))


def with_manifest(path, change):
    content = members(path)
    manifest = json.loads(content["manifest.json"])
    change(manifest)
    write(path, {**content, "manifest.json": json.dumps(manifest).encode()})


def checked():
    """What the check says of the newest backup; empty when it is good. The admin's home says the same."""
    try:
        backups.check_newest()
        said = ""
    except backups.BackupError as problem:
        said = str(problem)
    assert Backup.objects.get(file_name=newest().name).problem == said
    return said


def left_behind(settings):
    """What stands in the folders beside what should."""
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


# Making and proving


@committed
def test_backup_holds_database_and_media_and_is_read_by_its_owner_alone(clinic, settings):
    backup = backups.make()
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
    backups.make()
    clock.shift(timedelta(hours=1))
    ConsultationRequest.objects.all().delete()  # afterwards, which is no matter
    assert checked() == ""
    backup = Backup.objects.get()
    assert (backup.made_at, backup.checked_at) == (MONDAY_NOON, MONDAY_NOON + timedelta(hours=1))
    assert left_behind(settings) == []


@committed
def test_commands_tell_what_they_did(clinic, capsys):
    call_command("backup")
    call_command("restore_check")
    name, size = newest().name, newest().stat().st_size
    assert capsys.readouterr().out == (
        f"Made {name} ({size:,} bytes)\n{name} was restored and holds everything that it should\n"
    )


@committed
def test_file_that_vanishes_meanwhile_is_no_error(clinic, settings):
    (settings.MEDIA_ROOT / "gone").symlink_to("nowhere")
    backups.make()
    assert "media/gone" not in members(newest())


@committed
def test_picture_that_is_deleted_meanwhile_is_no_error(clinic, monkeypatch):
    content_hash = Picture.objects.get().content_hash
    add_media = backups.add_media

    def delete_first(archive):
        Picture.objects.all().delete()
        return add_media(archive)

    monkeypatch.setattr(backups, "add_media", delete_first)
    backups.make()
    removed = json.loads(members(newest())["manifest.json"])["removed_meanwhile"]
    assert removed == sorted(f"pictures/{content_hash}-{width}.webp" for width in (480, 800, 900))
    assert checked() == ""


@committed
def test_backup_that_no_row_knows_is_checked_too(clinic):
    backup = backups.make()
    Backup.objects.all().delete()
    assert checked() == ""
    assert Backup.objects.get().size == backup.size


# No good


def cut(path):
    path.write_bytes(path.read_bytes()[:-1])


def empty(path):
    path.write_bytes(b"")


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


DAMAGED = "The backup is damaged or cut off: it cannot be decrypted to its end."


@committed
@pytest.mark.parametrize("damage", [cut, empty, flip])
def test_damaged_file_is_found(clinic, settings, damage):
    backups.make()
    damage(newest())
    assert checked() == DAMAGED
    assert left_behind(settings) == []


@committed
def test_file_that_this_user_may_not_read_is_not_called_damaged(clinic, monkeypatch):
    backups.make()
    path, opened = newest(), Path.open

    def open_as_another_user(self, *args, **options):
        if self == path:
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **options)

    monkeypatch.setattr(Path, "open", open_as_another_user)  # root, as whom tests may run, reads everything
    assert checked() == "The check came to no end ([Errno 13] Permission denied)."


@committed
def test_archive_without_its_end_is_found(clinic):
    backups.make()
    write(newest(), {name: value for name, value in members(newest()).items() if name != "manifest.json"})
    assert checked() == "The backup is not whole: it has no manifest."


@committed
def test_other_backup_key_is_found(clinic, settings):
    backups.make()
    settings.BACKUP_KEY = str(pyrage.x25519.Identity.generate())
    assert checked() == "BACKUP_KEY is not the key that this backup was encrypted with."


@committed
def test_missing_rows_are_found_once_it_is_restored(clinic):
    backups.make()
    with_manifest(newest(), lambda manifest: manifest["rows"].update(consultations_consultationrequest=2))
    assert checked() == "The table consultations_consultationrequest holds 1 rows instead of 2."


@pytest.fixture
def manifest(db, places):
    """What a backup of this very database and media would say; `compared` takes them for restored ones."""
    make_request(clinic=make_clinic())
    make_picture(size=(900, 600))
    backup = Backup.objects.create(made_at=MONDAY_NOON, file_name="backup", canary="a word")
    rows = backups.count_rows("default")
    return {"file_name": backup.file_name, "canary": "a word", "rows": rows, "removed_meanwhile": []}


def compared(manifest, settings):
    """What is wrong; empty when all is there."""
    try:
        backups.compare("default", manifest, settings.MEDIA_ROOT)
    except backups.BackupError as problem:
        return str(problem)
    return ""


def test_what_is_whole_is_found_whole(manifest, settings):
    assert compared(manifest, settings) == ""


def test_missing_and_additional_rows_are_found(manifest, settings):
    manifest["rows"].update(lost=7, consultations_consultationrequest=0)
    assert compared(manifest, settings) == (
        "The table consultations_consultationrequest holds 1 rows instead of 0. "
        "The table lost holds no rows instead of 7."
    )


def test_other_field_encryption_keys_are_found(manifest, settings):
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    unreadable = "None of FIELD_ENCRYPTION_KEYS can read it: what patients wrote would be lost."
    assert compared(manifest, settings) == unreadable


def test_other_canary_is_found(manifest, settings):
    manifest["canary"] = "another word"
    assert compared(manifest, settings) == "The row that was stored to be found again is not there as it was."


def test_missing_picture_is_found(manifest, settings):
    name = f"pictures/{Picture.objects.get().content_hash}-480.webp"
    (settings.MEDIA_ROOT / name).unlink()
    assert compared(manifest, settings) == f"Of 3 files of pictures 1 are missing, such as {name}."
    manifest["removed_meanwhile"] = [name]
    assert compared(manifest, settings) == ""


def test_damaged_picture_is_found(manifest, settings):
    name = f"pictures/{Picture.objects.get().content_hash}-900.webp"
    (settings.MEDIA_ROOT / name).write_bytes(b"no picture")
    assert compared(manifest, settings) == f"The picture {name} is damaged."


@committed
def test_damaged_database_is_found(clinic):
    backups.make()
    content = members(newest())
    file = next(iter(content))
    page = bytearray(content[file])
    middle = len(page) // 2
    page[middle : middle + 8192] = bytes(8192)
    write(newest(), {**content, file: bytes(page)})
    assert checked() != ""


@committed
def test_backup_of_the_other_database_is_told(clinic):
    backups.make()
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor]
    with_manifest(newest(), lambda manifest: manifest.update(database=other))
    names = backups.DATABASE_NAME
    assert checked() == (
        f"The backup is one of {names[other]}, and the site's database is {names[connection.vendor]}: see DATABASE_URL."
    )


@committed
@pytest.mark.parametrize("name", ["../outside", "/tmp/outside"])
def test_trap_in_an_archive_is_not_unpacked(clinic, settings, name):
    backups.make()
    write(newest(), {name: b"trap", **members(newest())})
    assert checked() == f"The backup cannot be unpacked ({name} is none of ours)."
    assert left_behind(settings) == []


@committed
def test_full_disk_is_no_good_result_either(clinic, settings):
    (settings.MEDIA_ROOT / "large").write_bytes(os.urandom(1_500_000))
    backups.make()
    with files_no_longer_than(1_400_000):
        assert checked() == "The backup cannot be unpacked ([Errno 27] File too large)."
    assert left_behind(settings) == []


@committed
def test_check_that_breaks_off_is_no_good_result_either(clinic, monkeypatch):
    backups.make()
    monkeypatch.delattr(backups, "compare")
    with pytest.raises(NameError):
        backups.check_newest()
    assert Backup.objects.get().problem == "The check itself came to no end (NameError)."


def test_check_forgets_backups_that_are_gone_but_not_the_one_that_is_under_way(db, places):
    Backup.objects.create(made_at=MONDAY_NOON, file_name="gone", size=1)
    Backup.objects.create(made_at=MONDAY_NOON, file_name="under way")
    with pytest.raises(backups.BackupError):
        backups.check_newest()
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


# What stands in the way


@committed
@pytest.mark.parametrize("size", [100_000, 1_500_000])  # too small for the database, and for the archive
def test_full_disk_leaves_no_file_and_is_told(clinic, settings, size):
    (settings.MEDIA_ROOT / "large").write_bytes(os.urandom(1_500_000))
    with files_no_longer_than(size), pytest.raises(backups.BackupError, match=r"cannot be written|pg_dump failed"):
        backups.make()
    assert backups.newest_first(settings.BACKUP_DIR) == []
    assert left_behind(settings) == []
    assert backups.standing(timezone.now())["last"] is None


def test_archive_that_cannot_be_written_keeps_nobody_waiting(places, tmp_path):
    draft = tmp_path / "draft"
    draft.touch()
    with pytest.raises(FileExistsError), backups.encrypted_archive(draft) as archive:
        backups.add(archive, "more than a pipe holds", bytes(1_000_000))


@pytest.mark.parametrize(("name", "act"), [("backup", backups.make), ("restore_check", backups.check_newest)])
def test_of_two_at_once_the_second_stops(db, places, name, act):
    with backups.alone(backups.prepared_folder(), name), pytest.raises(backups.BackupError) as problem:
        act()
    assert str(problem.value) == f"Another {name} is under way."


@committed
def test_what_a_killed_run_left_is_cleared_away(clinic, settings):
    (backups.prepared_folder() / ".clinic-20260101T000000Z.tar.age").write_bytes(b"half")
    for name in ("backup-under-way", "restore-check"):
        (settings.DATA_DIR / name).mkdir()
        (settings.DATA_DIR / name / "site.sqlite3").write_bytes(b"half")
    backups.make()
    assert checked() == ""
    assert left_behind(settings) == []


@on_postgresql
def test_missing_program_is_told(db, places, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(backups.BackupError, match=r"pg_dump is missing. Install the client programs of PostgreSQL \d+"):
        backups.run_client("pg_dump")


@on_postgresql
def test_program_of_an_older_version_is_told(db, places, monkeypatch, tmp_path):
    program = tmp_path / "pg_dump"
    program.write_text("#!/bin/sh\necho 'pg_dump: error: aborting because of server version mismatch' >&2\nexit 1\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(backups.BackupError, match=r"pg_dump is older than the database. Install the client programs"):
        backups.run_client("pg_dump")


@on_postgresql
def test_password_stands_in_no_command_line(db, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "PASSWORD", "secret of the database")
    address, environment = backups.address_and_password("other")
    assert "secret" not in address
    assert "dbname=other" in address
    assert environment == {"PGPASSWORD": "secret of the database"}


# Restoring


def test_nothing_is_restored_over_a_database_that_is_in_use(db, tmp_path):
    with pytest.raises(CommandError, match="The database is not empty"):
        call_command("restore", str(tmp_path / "clinic-20260302T180000Z.tar.age"))


def test_nothing_is_restored_of_a_newer_version():
    backups.refuse_newer_version({"migrations": ["clinic_site.0007_backups", "gone.0001_initial"]})
    with pytest.raises(backups.BackupError, match=r"made by a newer version of the site, with clinic_site.9999_future"):
        backups.refuse_newer_version({"migrations": ["clinic_site.0007_backups", "clinic_site.9999_future"]})


# Ageing out


def kept_days(*, good=()):
    """Of backups that are so many days old, one a day up to 40: which stay. Those of `good` days were found good."""
    folder = backups.prepared_folder()
    ages = {}
    for days in range(41):
        made_at = MONDAY_NOON - timedelta(days=days)
        path = folder / f"clinic-{made_at:{backups.NAMED_AT}}.tar.age"
        path.touch()
        ages[path.name] = days
        checked_at = made_at if days in good else None
        Backup.objects.create(file_name=path.name, made_at=made_at, size=1, checked_at=checked_at)
    backups.forget_old(folder)
    kept = sorted(ages[path.name] for path in backups.newest_first(folder))
    assert sorted(ages[name] for name in Backup.objects.values_list("file_name", flat=True)) == kept
    return kept


def test_backups_are_kept_for_thirty_days(db, places, clock):
    assert kept_days(good=[0]) == list(range(31))


def test_the_newest_good_backup_stays_however_old_it_is(db, places, clock):
    assert kept_days(good=[35, 38]) == [*range(31), 35]


def test_the_newest_three_stay_however_old_they_are(db, places, clock):
    clock.shift(timedelta(days=100))
    assert kept_days() == [0, 1, 2]


def test_other_files_in_the_folder_stay(db, places):
    other = backups.prepared_folder() / "clinic-notes.txt"
    other.touch()
    backups.forget_old(places.BACKUP_DIR)
    assert other.exists()


# On the admin's home


def has_backup(*, days, checked_days=None, problem=""):
    def ago(days):
        return None if days is None else MONDAY_NOON - timedelta(days=days)

    Backup.objects.create(made_at=ago(days), file_name=f"{days}", size=1, checked_at=ago(checked_days), problem=problem)


def said():
    """(what alarms, what else is said) of the backups."""
    findings = site_status.last_backup(timezone.now())
    return (
        [f"{finding.text} {finding.advice}" for finding in findings if finding.is_alarming],
        [finding.text for finding in findings if not finding.is_alarming],
    )


TELL = "Tell the person who runs the site."


def test_home_alarms_without_a_backup(db):
    Backup.objects.create(made_at=MONDAY_NOON, file_name="begun, never done")
    lost = "If this machine fails, every request and every article is lost."
    assert said() == ([f"There is no backup. {lost} {TELL}"], [])


def test_home_tells_of_a_fresh_backup(db, clock):
    has_backup(days=1 / 24)
    assert said() == ([], ["The last backup was made 1 hour ago.", "It has not been restored and compared yet."])


def test_home_tells_of_a_backup_that_was_proved(db, clock):
    has_backup(days=1, checked_days=1 / 24)
    proved = "It was restored and compared 1 hour ago: everything is in it."
    assert said() == ([], ["The last backup was made 1 day ago.", proved])


def test_home_tells_of_the_one_that_was_proved_last(db, clock):
    has_backup(days=1)
    has_backup(days=2, checked_days=2)
    proved = "The one of Feb. 28, 2026, noon was restored and compared 2 days ago: everything is in it."
    assert said() == ([], ["The last backup was made 1 day ago.", proved])


def test_home_alarms_after_two_days_without_a_backup(db, clock):
    has_backup(days=3, checked_days=3)
    alarms, _ = said()
    lost = "If this machine fails, everything since then is lost."
    assert alarms == [f"The last backup is 3 days old. {lost} {TELL}"]


def test_home_alarms_of_a_backup_that_failed_its_check(db, clock):
    has_backup(days=1, checked_days=1 / 24, problem=DAMAGED)
    failed = "The check of the backup of March 1, 2026, noon failed 1 hour ago."
    assert said() == ([f"{failed} {DAMAGED} {TELL}"], ["The last backup was made 1 day ago."])


@pytest.mark.parametrize(("proved", "words"), [(None, "No backup has been tried out."), (10, "for 1 week 3 days.")])
def test_home_alarms_after_eight_days_without_a_proof(db, clock, proved, words):
    has_backup(days=10, checked_days=proved)
    has_backup(days=0)
    (alarm,), _ = said()
    assert words in alarm


def test_home_needs_no_key_to_tell(db, clock, settings):
    has_backup(days=0)
    settings.FIELD_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    assert said()[0] == []
