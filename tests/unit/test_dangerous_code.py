"""No line of the site's code runs text as a program, puts text into SQL or parses untrusted formats."""

import ast
import re

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

PACKAGES = ["articles", "clinic_site", "consultations"]
CALLS = re.compile(
    r"(?:eval|exec|compile|__import__)"  # text as a program
    r"|os\.(?:system|popen|exec\w+|spawn\w+)|subprocess\.(?:getoutput|getstatusoutput)"  # text as a command
    r"|(?:.*\.)?(?:raw|extra|RawSQL|execute|executemany|executescript)"  # text as SQL
    r"|hashlib\.(?:md5|sha1|new)|hashes\.(?:MD5|SHA1)"  # broken hashes
    r"|(?:.*\.)?(?:ECB|PKCS1v15)"  # weak ciphers
)
READERS = {"pickle", "marshal", "shelve", "yaml", "xml", "lxml"}  # parsers that are unsafe for text from strangers


def faults(source):
    """Each dangerous call, argument or import of a module."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            if CALLS.fullmatch(ast.unparse(node.func)):
                found.append(ast.unparse(node.func))
            found += [f"{keyword.arg}=" for keyword in node.keywords if keyword.arg == "shell"]
        elif isinstance(node, ast.Import | ast.ImportFrom):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            found += [module for module in modules if module.split(".")[0] in READERS]
    return found


def test_no_code_runs_text_puts_it_into_sql_or_parses_untrusted_formats():
    files = [
        file
        for package in PACKAGES
        for file in sorted((settings.BASE_DIR / package).rglob("*.py"))
        if "migrations" not in file.parts  # they run once and read no patient's words
    ]
    assert len(files) > 50
    found = {str(file.relative_to(settings.BASE_DIR)): set(faults(file.read_text())) for file in files}
    # Its SQL holds names of tables and columns, which come from the models.
    assert found.pop("clinic_site/generation.py") == {"cursor.execute"}
    # Its SQL holds the database's name from the settings, quoted.
    assert found.pop("clinic_site/management/commands/migrate.py") == {"cursor.execute"}
    # Its parser refuses declarations, and with them every entity.
    assert found.pop("clinic_site/old_site/reading.py") == {"xml.parsers"}
    assert {file: calls for file, calls in found.items() if calls} == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("eval(text)", ["eval"]),
        ("os.system(text)", ["os.system"]),
        ("subprocess.run(text, shell=True)", ["shell="]),
        ("cursor.execute(f'SELECT {text}')", ["cursor.execute"]),
        ("Article.objects.raw(text)", ["Article.objects.raw"]),
        ("from pickle import loads", ["pickle"]),
        ("import xml.sax", ["xml.sax"]),
        ("hashlib.md5(text)", ["hashlib.md5"]),
        ("modes.ECB()", ["modes.ECB"]),
        ("re.compile(text); subprocess.Popen([text]); hashlib.sha256(text); import xmlish", []),
    ],
)
def test_danger_would_be_found(source, found):
    assert faults(source) == found


def test_only_the_forms_of_pictures_and_of_the_old_site_take_files():
    """One encodes pictures again, the other keeps items that can come. No model keeps a file as uploaded."""
    fields = [
        field for app in PACKAGES for model in apps.get_app_config(app).get_models() for field in model._meta.fields
    ]
    assert len(fields) > 50
    assert [field for field in fields if isinstance(field, models.FileField)] == []
    taking = {
        str(file.relative_to(settings.BASE_DIR))
        for package in PACKAGES
        for file in (settings.BASE_DIR / package).rglob("*.py")
        if re.search(r"FileField|ImageField|\.FILES\[|\.FILES\.get", file.read_text())
    }
    assert taking == {"articles/picture_admin.py", "clinic_site/old_site/forms.py"}
