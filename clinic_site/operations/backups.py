"""Backups: an encrypted copy of database and media, made while the site goes on, proved by restoring it.

A backup is a tar archive in the format of age. It holds the database (`site.sqlite3`, or `database.dump` as pg_restore
reads it), the files under `media/`, and last a `manifest.json` that tells what should be there.
"""

import fcntl
import hashlib
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import tarfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath

import psycopg
import pyrage
from cryptography.fernet import InvalidToken
from django.apps.registry import Apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import DatabaseError, connection, connections, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from articles import pictures
from articles.models import Picture
from clinic_site.models import Backup

KEPT_FOR = timedelta(days=30)
KEPT_ALWAYS = 3  # of the newest, however old they are
LATE = timedelta(days=2)  # without a new backup; from then on the admin's home alarms
UNPROVED = timedelta(days=8)  # without one that was restored and compared; so a weekly check is often enough
NAME = re.compile(r"clinic-(\d{8}T\d{6}Z)\.tar\.age")
NAMED_AT = "%Y%m%dT%H%M%SZ"  # UTC, so that names sort by age
DATABASE_FILE = {"sqlite": "site.sqlite3", "postgresql": "database.dump"}
DATABASE_NAME = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


class BackupError(Exception):
    """Says in a sentence why a backup was not made, does not hold what it should, or cannot be restored."""


@contextmanager
def told(what):
    """Makes a BackupError of what disks and databases raise."""
    try:
        yield
    except (OSError, pyrage.EncryptError, sqlite3.Error, DatabaseError) as error:
        raise BackupError(f"{what} ({in_short(error)}).") from error


# Making one


def make():
    """Makes a backup and forgets those that are old enough. Returns its row. Raises BackupError.

    Nobody has to wait for it. It takes as much room in DATA_DIR as the database, until it is done.
    """
    folder = prepared_folder()
    with told("The backup cannot be written"), alone(folder, "backup"), scratch_folder("backup-under-way") as scratch:
        for leftover in folder.glob(".clinic-*"):
            leftover.unlink()  # of a run that was killed
        made_at = timezone.now().replace(microsecond=0)
        canary = Backup._meta.get_field("canary").get_default()
        backup, _ = Backup.objects.update_or_create(
            file_name=f"clinic-{made_at:{NAMED_AT}}.tar.age",
            defaults={"made_at": made_at, "canary": canary, "size": None, "checked_at": None, "problem": ""},
        )
        path = folder / backup.file_name
        draft = folder / f".{backup.file_name}"
        try:
            database, manifest, picture_files = copy_database(scratch, backup)
            with encrypted_archive(draft) as archive:
                add_file(archive, database)
                database.unlink()
                missing = picture_files - add_media(archive)
                manifest["removed_meanwhile"] = sorted(missing - files_of_pictures("default"))
                add(archive, "manifest.json", json.dumps({**manifest, "canary": canary}).encode())
            os.replace(draft, path)
            sync_folder(folder)
        finally:
            draft.unlink(missing_ok=True)
        backup.size = path.stat().st_size
        backup.save(update_fields=["size"])
        forget_old(folder)
    return backup


def prepared_folder():
    """BACKUP_DIR, made when it is missing. Raises BackupError when it cannot be used, or BACKUP_KEY is not set."""
    unset = [name for name in ("BACKUP_DIR", "BACKUP_KEY") if not getattr(settings, name)]
    if unset:
        raise BackupError(
            f"{' and '.join(unset)} {'is' if len(unset) == 1 else 'are'} not set. "
            "docs/install-and-operate.md tells how, under Backups."
        )
    try:
        settings.BACKUP_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise BackupError(f"BACKUP_DIR is {settings.BACKUP_DIR}, which cannot be made ({in_short(error)}).") from None
    if not os.access(settings.BACKUP_DIR, os.W_OK | os.X_OK):
        raise BackupError(f"BACKUP_DIR is {settings.BACKUP_DIR}, which this user cannot write to.")
    return settings.BACKUP_DIR


def copy_database(scratch, backup):
    """Copies the database as it is at one moment. Returns the file, what the manifest says, the files of pictures."""
    with snapshot() as alias:
        manifest = {
            "file_name": backup.file_name,
            "made_at": backup.made_at.isoformat(),
            "database": connection.vendor,
            "migrations": sorted(f"{app}.{name}" for app, name in applied_migrations(alias)),
            "rows": count_rows(alias),
        }
        picture_files = files_of_pictures(alias)
        file = scratch / DATABASE_FILE[connection.vendor]
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(file)) as copy:
                connections[alias].connection.backup(copy)
        else:
            exported = models.Func(function="pg_export_snapshot", output_field=models.TextField())
            name = Backup.objects.using(alias).filter(pk=backup.pk).annotate(name=exported).values_list("name")[0][0]
            run_client("pg_dump", "--format=custom", f"--snapshot={name}", f"--file={file}")
    return file, manifest, picture_files


def add_media(archive):
    """Adds every file under MEDIA_ROOT, read one at a time, and returns their names. One that vanishes is left out."""
    added = set()
    for folder, folders, files in os.walk(settings.MEDIA_ROOT):
        folders.sort()
        for file in sorted(files):
            path = Path(folder) / file
            try:
                content = path.read_bytes()
            except FileNotFoundError:
                continue
            name = path.relative_to(settings.MEDIA_ROOT).as_posix()
            add(archive, f"media/{name}", content)
            added.add(name)
    return added


def forget_old(folder):
    """Deletes backups that are old enough, and the rows of those that are gone. The newest good one stays."""
    paths = newest_first(folder)
    good = set(Backup.objects.filter(problem="").exclude(checked_at=None).values_list("file_name", flat=True))
    newest_good = next((path for path in paths if path.name in good), None)
    for path in paths[KEPT_ALWAYS:]:
        if path != newest_good and named_at(path) < timezone.now() - KEPT_FOR:
            path.unlink()
    Backup.objects.exclude(file_name__in=[path.name for path in newest_first(folder)]).delete()


def newest_first(folder):
    return sorted((path for path in folder.glob("clinic-*") if NAME.fullmatch(path.name)), reverse=True)


def named_at(path):
    return datetime.strptime(NAME.fullmatch(path.name)[1], NAMED_AT).replace(tzinfo=UTC)


# Proving one


def check_newest():
    """Restores the newest backup aside, compares it, and writes the result into its row. Returns its path.

    Raises BackupError when something is wrong with it. Takes room in DATA_DIR for all that it holds, until it is done.
    """
    folder = prepared_folder()
    with alone(folder, "restore_check"):
        paths = newest_first(folder)
        # Not the row of one that is under way: it has no size yet.
        Backup.objects.exclude(size=None).exclude(file_name__in=[path.name for path in paths]).delete()
        if not paths:
            raise BackupError(f"There is no backup in {folder}. Make one with: python manage.py backup")
        try:
            with told("The check came to no end"):
                check(paths[0])
        except Exception as error:
            is_told = isinstance(error, BackupError)
            note(paths[0], str(error) if is_told else f"The check itself came to no end ({type(error).__name__}).")
            raise
        note(paths[0], "")
    return paths[0]


def note(path, problem):
    """Writes what a check came to into the backup's row, which a restored database may lack."""
    result = {"size": path.stat().st_size, "made_at": named_at(path), "checked_at": timezone.now(), "problem": problem}
    Backup.objects.update_or_create(file_name=path.name, defaults=result)


def check(path):
    with scratch_folder("restore-check") as scratch:
        manifest = unpack(path, scratch)
        refuse_other_database(manifest)
        database = scratch / DATABASE_FILE[connection.vendor]
        with scratch_database(database) as name, second_connection("restored", NAME=name) as alias:
            compare(alias, manifest, scratch / "media")


def compare(alias, manifest, media):
    """Raises BackupError unless the database of `alias` and the media are what the manifest says."""
    with told("The restored database cannot be read"):
        problems = [
            *damaged_pages(alias),
            *differing_counts(manifest["rows"], count_rows(alias)),
            *changed_canary(alias, manifest),
            *missing_pictures(alias, media, set(manifest["removed_meanwhile"])),
        ]
    if problems:
        raise BackupError(" ".join(problems))


def damaged_pages(alias):
    """Of SQLite, whose copy is made page by page; PostgreSQL reads every row to copy it."""
    if connections[alias].vendor == "sqlite":
        check = table("pragma_integrity_check", integrity_check=models.TextField(primary_key=True))
        found = list(check.objects.using(alias).values_list("integrity_check", flat=True))
        if found != ["ok"]:
            yield f"The database itself is damaged, in {len(found)} places or more."


def differing_counts(expected, found):
    for name in sorted(expected | found):
        if expected.get(name) != found.get(name):
            yield f"The table {name} holds {found.get(name, 'no')} rows instead of {expected.get(name, 'none')}."


def changed_canary(alias, manifest):
    rows = Backup.objects.using(alias).filter(file_name=manifest["file_name"])
    try:
        found = list(rows.values_list("canary", flat=True))
    except InvalidToken:
        yield "None of FIELD_ENCRYPTION_KEYS can read it: what patients wrote would be lost."
    else:
        if found != [manifest["canary"]]:
            yield "The row that was stored to be found again is not there as it was."


def missing_pictures(alias, media, removed_meanwhile):
    wanted = files_of_pictures(alias) - removed_meanwhile
    missing = sorted(name for name in wanted if not (media / name).is_file())
    if missing:
        yield f"Of {len(wanted)} files of pictures {len(missing)} are missing, such as {missing[0]}."
    for content_hash, width in Picture.objects.using(alias).values_list("content_hash", "width"):
        name = pictures.file_name(content_hash, width)
        file = media / name
        if file.is_file() and not hashlib.sha256(file.read_bytes()).hexdigest().startswith(content_hash):
            yield f"The picture {name} is damaged."


def files_of_pictures(alias):
    return {
        pictures.file_name(content_hash, each)
        for content_hash, width in Picture.objects.using(alias).values_list("content_hash", "width")
        for each in pictures.widths_up_to(width)
    }


# Restoring one


def restore(path):
    """Puts a backup into the configured, empty database and into MEDIA_ROOT. Raises BackupError.

    Files that are there already stay, since what a name stands for never changes. The database is filled last, and in
    one step: a restore that was killed can be run again.
    """
    refuse_full_database()
    with told("The backup cannot be restored"), scratch_folder("restore") as scratch:
        manifest = unpack(path, scratch)
        refuse_other_database(manifest)
        refuse_newer_version(manifest)
        move_files(scratch / "media", settings.MEDIA_ROOT)
        fill_database(scratch / DATABASE_FILE[connection.vendor])
        try:
            compare("default", manifest, settings.MEDIA_ROOT)
        except BackupError as error:
            raise BackupError(f"{error} The database is filled all the same: empty it before you try again.") from None
    call_command("migrate", interactive=False, verbosity=0)
    Session.objects.all().delete()  # one that ended since then must not be open again
    Backup.objects.filter(file_name=manifest["file_name"]).update(size=path.stat().st_size)


def refuse_full_database():
    if connection.introspection.table_names():
        raise BackupError(
            "The database is not empty. A backup is restored into an empty one: move the old one away, or let "
            "DATABASE_URL name a new one."
        )


def refuse_other_database(manifest):
    made_of, configured = DATABASE_NAME[manifest["database"]], DATABASE_NAME[connection.vendor]
    if made_of != configured:
        raise BackupError(f"The backup is one of {made_of}, and the site's database is {configured}: see DATABASE_URL.")


def refuse_newer_version(manifest):
    """An app that is not installed any more is no newer version."""
    loader = MigrationLoader(None)
    known = {f"{app}.{name}" for app, name in loader.disk_migrations}
    of_our_apps = {name for name in manifest["migrations"] if name.partition(".")[0] in loader.migrated_apps}
    if unknown := sorted(of_our_apps - known):
        raise BackupError(
            f"The backup was made by a newer version of the site, with {unknown[-1]}. Install that version first."
        )


def move_files(source, destination):
    for file in sorted(source.rglob("*")):
        if file.is_file():
            target = destination / file.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(file, target)


def fill_database(file):
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(file)) as source:
            source.backup(connection.connection)
    else:
        restore_dump(file, connection.settings_dict["NAME"])


# How they stand


def standing(now):
    """What the admin's home tells. Three queries at most.

    The `last` one; the last that was `checked`, and whether it `failed`; whether the last is `late`, and whether none
    was restored and found good for too long (`unproved`).
    """
    last = Backup.objects.exclude(size=None).order_by("made_at").last()
    checked = Backup.objects.exclude(checked_at=None).order_by("made_at").last()
    failed = bool(checked and checked.problem)
    return {
        "last": last,
        "checked": checked,
        "failed": failed,
        "late": last is not None and last.made_at < now - LATE,
        "unproved": last is not None
        and not failed
        and (checked.checked_at if checked else Backup.objects.earliest("made_at").made_at) < now - UNPROVED,
    }


# The archive


@contextmanager
def encrypted_archive(draft):
    """A tar archive to add to, encrypted on its way to the file `draft`; all of it is on the disk afterwards."""
    recipient = pyrage.x25519.Identity.from_str(settings.BACKUP_KEY).to_public()
    reading, writing = os.pipe()

    def encrypt():
        with open(reading, "rb") as plain, open(draft, "xb", opener=readable_by_owner) as sealed:
            pyrage.encrypt_io(plain, sealed, [recipient])
            sealed.flush()
            os.fsync(sealed.fileno())

    with ThreadPoolExecutor(1) as pool:
        encrypting = pool.submit(encrypt)
        try:
            with open(writing, "wb") as pipe, tarfile.open(fileobj=pipe, mode="w|") as archive:
                yield archive
        except BrokenPipeError:
            encrypting.result()  # which tells why nobody reads any more
            raise
        encrypting.result()


def readable_by_owner(path, flags):
    return os.open(path, flags, 0o600)


def add_file(archive, path):
    with path.open("rb") as file:
        add(archive, path.name, file, size=path.stat().st_size)


def add(archive, name, content, *, size=None):
    """Adds bytes, or `size` bytes of a file."""
    member = tarfile.TarInfo(name)
    member.size = len(content) if size is None else size
    member.mtime = int(timezone.now().timestamp())
    archive.addfile(member, io.BytesIO(content) if size is None else content)


def unpack(path, scratch):
    """Decrypts a backup to its last byte and unpacks it into `scratch`. Returns its manifest. Raises BackupError."""
    if not settings.BACKUP_KEY:
        raise BackupError("BACKUP_KEY is not set. Set it to the key that the backup was encrypted with.")
    if not path.is_file():
        raise BackupError(f"There is no file {path}.")
    key = pyrage.x25519.Identity.from_str(settings.BACKUP_KEY)

    def decrypt(sealed, writing):
        with open(writing, "wb") as pipe:
            pyrage.decrypt_io(sealed, pipe, [key])

    # Opened here: a file that this user may not read is not a damaged one.
    with path.open("rb") as sealed, ThreadPoolExecutor(1) as pool:
        reading, writing = os.pipe()
        decrypting = pool.submit(decrypt, sealed, writing)
        try:
            with open(reading, "rb") as pipe:
                with tarfile.open(fileobj=pipe, mode="r|") as archive:
                    for member in archive:
                        unpack_member(archive, member, scratch)
                while pipe.read(65536):
                    pass  # what stands behind the archive's end is authenticated too
        except (OSError, tarfile.TarError) as error:
            if decrypting.exception() is None or isinstance(decrypting.exception(), BrokenPipeError):
                raise BackupError(f"The backup cannot be unpacked ({in_short(error)}).") from None
    if problem := decrypting.exception():
        if "No matching keys" in str(problem):
            raise BackupError("BACKUP_KEY is not the key that this backup was encrypted with.")
        raise BackupError("The backup is damaged or cut off: it cannot be decrypted to its end.")
    manifest = scratch / "manifest.json"
    if not manifest.exists():
        raise BackupError("The backup is not whole: it has no manifest.")
    return json.loads(manifest.read_text())


def unpack_member(archive, member, scratch):
    """Only what `make` may have written: whoever can write to BACKUP_DIR could put a trap there."""
    name = PurePosixPath(member.name)
    if not member.isfile() or name.is_absolute() or ".." in name.parts:
        raise tarfile.TarError(f"{name} is none of ours")
    target = scratch / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.extractfile(member) as source, target.open("wb") as file:
        shutil.copyfileobj(source, file)


# Databases


@contextmanager
def second_connection(alias, **changes):
    """Another connection to the site's database, known to the ORM as `alias`, with some settings changed."""
    second = connection.copy(alias)
    second.settings_dict.update(changes)
    connections[alias] = second
    try:
        yield alias
    finally:
        second.close()
        del connections[alias]


@contextmanager
def snapshot():
    """The alias of a connection that sees the database as it is at one moment, while others write to it."""
    if connection.vendor == "sqlite":
        mode = {"transaction_mode": "DEFERRED"}  # reads, and never asks for the lock of those who write
    else:
        mode = {"isolation_level": psycopg.IsolationLevel.REPEATABLE_READ}
    options = {**connection.settings_dict["OPTIONS"], **mode}
    with second_connection("snapshot", OPTIONS=options) as alias, transaction.atomic(using=alias):
        yield alias


@contextmanager
def scratch_database(file):
    """The name of a database made of the file of a backup, for as long as it is looked at."""
    if connection.vendor == "sqlite":
        yield str(file)
        return
    name = f"{connection.settings_dict['NAME'][:40]}_restore_check"
    drop = ["--if-exists", "--force", name]
    run_client("dropdb", *drop)  # of a run that was killed
    run_client("createdb", "--template=template0", "--encoding=UTF8", name)
    try:
        restore_dump(file, name)
        yield name
    finally:
        run_client("dropdb", *drop)


def restore_dump(file, name):
    run_client("pg_restore", "--single-transaction", "--no-owner", "--no-privileges", str(file), database=name)


def run_client(program, *arguments, database=None):
    """Runs a program of PostgreSQL on the site's database, or on another one. Raises BackupError."""
    option = "--maintenance-db" if program in ("createdb", "dropdb") else "--dbname"
    address, password = address_and_password(database)
    connection.ensure_connection()
    info = connection.connection.info
    version = info.server_version // 10000
    install = f"Install the client programs of PostgreSQL {version} or newer, and put their folder first on PATH."
    try:
        result = subprocess.run(
            [program, f"{option}={address}", *arguments],
            env={**os.environ, "LC_ALL": "C", **password},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise BackupError(f"{program} is missing. {install}") from None
    if "server version mismatch" in result.stderr or "unsupported version" in result.stderr:
        raise BackupError(f"{program} is older than the database. {install}")
    if "permission denied to create database" in result.stderr:
        raise BackupError(
            f"The role {info.user} may not create the database that a backup is restored into to be compared. "
            f"Let a superuser run: ALTER ROLE {info.user} CREATEDB"
        )
    if result.returncode:
        why = in_short(result.stderr) if result.stderr.strip() else f"exit code {result.returncode}"
        raise BackupError(f"{program} failed ({why}).")


def address_and_password(database=None):
    """Of the site's database, or of another one on its server: what may stand on a command line, and what may not.

    As DATABASE_URL says it: what psycopg adds by itself, older programs do not know.
    """
    known = {option.keyword.decode() for option in psycopg.pq.Conninfo.get_defaults()}
    given = {name: value for name, value in connection.get_connection_params().items() if name in known}
    password = given.pop("password", None)
    if database:
        given["dbname"] = database
    return psycopg.conninfo.make_conninfo(**given), {"PGPASSWORD": password} if password else {}


def count_rows(alias):
    names = connections[alias].introspection.table_names()
    return {name: table(name).objects.using(alias).count() for name in names}


def table(name, **fields):
    """A model of any table: also of those that no app knows, or that were made by another version of the site."""
    meta = type("Meta", (), {"apps": Apps(), "app_label": "backups", "db_table": name, "managed": False})
    return type("Table", (models.Model,), {"Meta": meta, "__module__": __name__, **fields})


def applied_migrations(alias):
    return MigrationRecorder(connections[alias]).applied_migrations()


# Folders


@contextmanager
def alone(folder, name):
    """Raises BackupError while another process does the same. A lock that ends with its process, however it ends."""
    with (folder / f".{name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupError(f"Another {name} is under way.") from None
        yield


@contextmanager
def scratch_folder(name):
    """An empty folder in DATA_DIR, gone afterwards; one that a killed run left is emptied."""
    folder = settings.DATA_DIR / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def sync_folder(folder):
    """So that a name in it outlives a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def in_short(error):
    return str(error).strip().partition("\n")[0] or type(error).__name__
