"""The message catalogues: collects the messages of the site, updates the .po files, compiles the .mo files.

`make messages` runs it; tests/unit/test_project.py uses it to see that nothing is stale. GNU gettext is not needed.
"""

import io
import re
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import template

FOLDERS = ["articles", "clinic_site", "consultations", "templates"]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
FIXED_DATE = datetime(2026, 1, 1, tzinfo=UTC)
LANGUAGES = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def extract_template(fileobj, keywords, comment_tags, options):
    """What a Django template says: Django rewrites it as Python, which Babel reads. Its indents mean nothing."""
    code = re.sub(r"(?m)^[ \t]+", "", template.templatize(fileobj.read().decode()))
    return extract_python(io.BytesIO(code.encode()), keywords, comment_tags, options)


def collect():
    """A catalogue of everything the code and the templates mark for translation."""
    catalogue = Catalog(charset="utf-8")
    for folder in FOLDERS:
        for file in sorted((settings.BASE_DIR / folder).rglob("*")):
            method = {".py": "python", ".html": extract_template, ".txt": extract_template}.get(file.suffix)
            if method is None:
                continue
            with file.open("rb") as source:
                for _, message, comments, context in extract(method, source, KEYWORDS):
                    where = [(file.relative_to(settings.BASE_DIR).as_posix(), None)]
                    catalogue.add(message, None, where, auto_comments=comments, context=context)
    return catalogue


def po_path(language):
    return settings.BASE_DIR / "clinic_site" / "locale" / language / "LC_MESSAGES" / "django.po"


def read(language):
    with po_path(language).open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue):
    """The bytes of the .mo file of a catalogue."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def update(language):
    """Updates and compiles the catalogue of a language; returns the messages that are not translated."""
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue = read(language) if path.exists() else Catalog(locale=language, charset="utf-8")
    catalogue.update(collect(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.project, catalogue.version, catalogue.fuzzy = "Integrated Health Solutions", "1", False
    catalogue.last_translator = "machine translation, not yet checked by a person"
    catalogue.language_team = catalogue.msgid_bugs_address = "the clinic"
    catalogue.header_comment = f"# What the site says, in {catalogue.locale.english_name}. Updated by `make messages`."
    catalogue.creation_date = catalogue.revision_date = FIXED_DATE  # so that nothing changes when no message does
    with path.open("wb") as file:
        write_po(file, catalogue, sort_output=True, omit_header=False, width=120)
    path.with_suffix(".mo").write_bytes(compiled(catalogue))
    return [message.id for message in catalogue if message.id and not is_translated(message)]


def is_translated(message):
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(strings) and not message.fuzzy


def main():
    for language in LANGUAGES:
        untranslated = update(language)
        print(f"{Path(po_path(language)).relative_to(settings.BASE_DIR)}: {len(untranslated)} untranslated")


if __name__ == "__main__":
    main()
