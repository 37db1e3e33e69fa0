"""Writes and reads a backup's encrypted tar archive."""

import io
import json
import os
import shutil
import tarfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import PurePosixPath

import pyrage
from django.conf import settings
from django.utils import timezone

from clinic_site.operations.backups import BackupError
from clinic_site.operations.startup import first_line


@contextmanager
def encrypted_archive(draft):
    """A tar archive to add to, encrypted on its way to the file `draft`, which is synced to disk at the end."""
    recipient = pyrage.x25519.Identity.from_str(settings.BACKUP_KEY).to_public()
    read_end, write_end = os.pipe()

    def encrypt():
        with open(read_end, "rb") as plain, open(draft, "xb", opener=open_for_owner) as sealed:
            pyrage.encrypt_io(plain, sealed, [recipient])
            sealed.flush()
            os.fsync(sealed.fileno())

    with ThreadPoolExecutor(1) as pool:
        encrypting = pool.submit(encrypt)
        try:
            with open(write_end, "wb") as pipe, tarfile.open(fileobj=pipe, mode="w|") as archive:
                yield archive
        except BrokenPipeError:
            encrypting.result()  # raises the error that stopped the encryption
            raise
        encrypting.result()


def open_for_owner(path, flags):
    return os.open(path, flags, 0o600)


def add_file(archive, path):
    with path.open("rb") as file:
        add_member(archive, path.name, file, size=path.stat().st_size)


def add_member(archive, name, content, *, size=None):
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

    def decrypt(sealed, write_end):
        with open(write_end, "wb") as pipe:
            pyrage.decrypt_io(sealed, pipe, [key])

    # Opened here, since a file that this user may not read is not a damaged one.
    with path.open("rb") as sealed, ThreadPoolExecutor(1) as pool:
        read_end, write_end = os.pipe()
        decrypting = pool.submit(decrypt, sealed, write_end)
        try:
            with open(read_end, "rb") as pipe:
                with tarfile.open(fileobj=pipe, mode="r|") as archive:
                    for member in archive:
                        unpack_member(archive, member, scratch)
                while pipe.read(65536):
                    pass  # the bytes after the archive's end are authenticated too
        except (OSError, tarfile.TarError) as error:
            if decrypting.exception() is None or isinstance(decrypting.exception(), BrokenPipeError):
                raise BackupError(f"The backup cannot be unpacked ({first_line(error)}).") from None
    if problem := decrypting.exception():
        if "No matching keys" in str(problem):
            raise BackupError("BACKUP_KEY is not the key that this backup was encrypted with.")
        raise BackupError("The backup is damaged or incomplete: it cannot be decrypted to its end.")
    manifest = scratch / "manifest.json"
    if not manifest.exists():
        raise BackupError("The backup is incomplete: it has no manifest.")
    return json.loads(manifest.read_text())


def unpack_member(archive, member, scratch):
    """Refuses names that lead out of `scratch`: anyone who can write to BACKUP_DIR could plant a malicious archive."""
    name = PurePosixPath(member.name)
    if not member.isfile() or name.is_absolute() or ".." in name.parts:
        raise tarfile.TarError(f"{name} is not part of a backup")
    target = scratch / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.extractfile(member) as source, target.open("wb") as file:
        shutil.copyfileobj(source, file)
