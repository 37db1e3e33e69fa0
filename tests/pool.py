"""A real PgBouncer in front of the test server, where it is installed."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.folder import FOLDER
from tests.running_site import wait_until
from tests.smtp import free_port

PROGRAM = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")


class PgBouncer:
    """`url` is the address of the database of `direct_url` through a pool of five sessions."""

    def __init__(self, direct_url, *, mode, ignored=""):
        self.port = free_port()
        direct = urlsplit(direct_url)
        host = parse_qs(direct.query)["host"][0]
        self.url = f"postgresql://{direct.username}:@127.0.0.1:{self.port}/{direct.path.strip('/')}"
        folder = Path(tempfile.mkdtemp(prefix="pool-", dir=FOLDER))
        self.settings, self.log = folder / "pgbouncer.ini", folder / "log"
        self.settings.write_text(
            f"[databases]\n* = host={host} user={direct.username}\n[pgbouncer]\nlisten_addr = 127.0.0.1\n"
            f"listen_port = {self.port}\nunix_socket_dir =\nauth_type = any\npool_mode = {mode}\n"
            f"default_pool_size = 5\nignore_startup_parameters = extra_float_digits{ignored}\nlogfile = {self.log}\n"
        )
        self.log.touch()
        owner = os.stat(host)
        for path in (folder, self.settings, self.log):
            os.chown(path, owner.st_uid, owner.st_gid)
        self.user = pwd.getpwuid(owner.st_uid).pw_name
        self.process = None

    def start(self):
        other_user = ["--user", self.user] if os.getuid() == 0 else []  # it does not run as root
        self.process = subprocess.Popen([PROGRAM, "--quiet", *other_user, str(self.settings)])
        wait_until(lambda: "listening on" in self.log.read_text(), seconds=10, what="PgBouncer to listen")

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
