"""nginx and Caddy in front of a site, as `docs/deploy/` sets them up, but for ports, certificates and logs."""

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests import clock
from tests.running_site import ROOT, wait_until
from tests.smtp import free_port

DEPLOY = ROOT / "docs" / "deploy"
HOST = "www.example.org"
NGINX = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/stderr.txt;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    set_real_ip_from 127.0.0.1;
    real_ip_header X-Test-Address;  # so that a test can come from anywhere
    include {folder}/site.conf;
}}
"""


def program(name):
    """The path of Caddy, which tests/requirements.txt installs, or of nginx. Skips the test where nginx is missing."""
    if name == "caddy":
        return str(Path(sys.executable).parent / "caddy")
    path = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if not path:
        pytest.skip(f"{name} is not installed here")
    return path


class Front:
    """A front on free ports; `upstream` is the port that it passes requests to."""

    def __init__(self, name, folder, *, upstream=8000):
        self.program = program(name)
        self.folder = Path(folder)
        self.http_port, self.port = free_port(), free_port()
        make_certificate(self.folder)
        self.command = getattr(self, name)(upstream)
        self.process = None

    @property
    def log(self):
        """What the access log says so far; it may come a moment later."""
        file = self.folder / "clinic.log"
        return file.read_text() if file.exists() else ""

    @property
    def other_logs(self):
        return "".join(file.read_text() for file in [self.folder / "stderr.txt", *self.folder.glob("*.error.log")])

    def nginx(self, upstream):
        self.adapt(
            "nginx.conf", "site.conf",
            {
                "listen 80;": f"listen 127.0.0.1:{self.http_port};",
                "listen [::]:80;": "",
                "listen 443 ssl http2;": f"listen 127.0.0.1:{self.port} ssl http2;",
                "listen [::]:443 ssl http2;": "",
                f"/etc/letsencrypt/live/{HOST}": str(self.folder),
                "/var/log/nginx": str(self.folder),
                "127.0.0.1:8000": f"127.0.0.1:{upstream}",
            },
        )  # fmt: skip
        user = "user root;" if os.geteuid() == 0 else ""  # may read the folder of the test
        (self.folder / "nginx.conf").write_text(NGINX.format(folder=self.folder, user=user))
        return [self.program, "-p", self.folder, "-c", self.folder / "nginx.conf", "-e", "stderr"]

    def caddy(self, upstream):
        tls = f"tls {self.folder}/fullchain.pem {self.folder}/privkey.pem"
        ports = f"admin off\n\thttp_port {self.http_port}\n\thttps_port {self.port}\n\tskip_install_trust"
        self.adapt(
            "Caddyfile", "Caddyfile",
            {
                "{\n\tlog default": f"{{\n\t{ports}\n\tlog default",
                f"{{$SITE_URL:{HOST}}} {{": f"{HOST} {{\n\t{tls}",
                "/var/log/caddy": str(self.folder),
                "127.0.0.1:8000": f"127.0.0.1:{upstream}",
            },
        )  # fmt: skip
        return [self.program, "run", "--adapter", "caddyfile", "--config", self.folder / "Caddyfile"]

    def adapt(self, name, adapted, changes):
        text = (DEPLOY / name).read_text()
        for old, new in changes.items():
            assert old in text, f"docs/deploy/{name} holds no {old!r}"
            text = text.replace(old, new)
        (self.folder / adapted).write_text(text)

    def start(self):
        with (self.folder / "stderr.txt").open("w") as log:
            environment = {**clock.ENVIRONMENT, "HOME": str(self.folder), "PATH": "/usr/bin:/bin"}
            self.process = subprocess.Popen(self.command, stdout=log, stderr=log, env=environment)
        wait_until(self.listens, seconds=20, what=lambda: f"the front; it said: {self.other_logs}")

    def listens(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=20)

    def connect(self, source="127.0.0.1", context=None):
        """A TLS connection from an address of this machine."""
        raw = socket.create_connection(("127.0.0.1", self.port), timeout=30, source_address=(source, 0))
        return (context or self.context()).wrap_socket(raw, server_hostname=HOST)

    def ask_without_tls(self, address):
        """One request to the port of plain HTTP. Returns (status, headers)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.http_port, timeout=30)
        try:
            connection.request("GET", address, headers={"Host": HOST})
            response = connection.getresponse()
            return response.status, response.headers
        finally:
            connection.close()

    def context(self):
        return ssl.create_default_context(cafile=self.folder / "fullchain.pem")

    def ask(self, method, address, body=None, source="127.0.0.1", **headers):
        """One request. Returns (status, headers, body as bytes)."""
        connection = http.client.HTTPSConnection(HOST, self.port)
        connection.sock = self.connect(source)
        try:
            connection.request(method, address, body, {"Host": HOST, **headers})
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()


def make_certificate(folder):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.now(UTC) - timedelta(hours=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "privkey.pem").write_bytes(private)
