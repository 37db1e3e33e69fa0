"""The project as a whole: nothing unmigrated, nothing untranslated, imports point one way."""

import ast
import re
import warnings

import pytest
from babel.messages.checkers import python_format
from django.conf import settings
from django.core.management import call_command

from tests import catalogues

APPS = ["articles", "clinic_site", "consultations"]


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("package", [*APPS, "tests"])
def test_deprecated_python_features_fail_the_tests(package):
    with pytest.raises(DeprecationWarning):
        warnings.warn_explicit("old", DeprecationWarning, "models.py", 1, module=f"{package}.models")


# Languages


@pytest.fixture(scope="module")
def messages():
    """{(context, message)} of everything that the site can say."""
    found = {(message.context, message.id) for message in catalogues.collect() if message.id}
    assert len(found) > 100  # the collector itself works
    return found


@pytest.fixture(params=catalogues.LANGUAGES)
def catalogue(request):
    return catalogues.read(request.param)


def test_catalogue_contains_exactly_the_messages_of_the_site(messages, catalogue):
    assert {(message.context, message.id) for message in catalogue if message.id} == messages


def test_every_message_is_translated(catalogue):
    assert [message.id for message in catalogue if message.id and not catalogues.is_translated(message)] == []


def test_compiled_catalogue_is_the_one_that_was_written(catalogue):
    compiled = catalogues.po_path(catalogue.locale.language).with_suffix(".mo")
    assert compiled.read_bytes() == catalogues.compiled(catalogue)


def test_translations_keep_placeholders_and_markup(catalogue):
    for message in catalogue:
        if message.id:
            python_format(catalogue, message)
            for english, translated in forms(message):
                assert placeholders(translated) == placeholders(english), message.id
                assert tags(translated) == tags(english), message.id


def forms(message):
    """(English, translation) of each form of a message: one, or as many plurals as the language has."""
    if isinstance(message.id, str):
        return [(message.id, message.string)]
    return [(message.id[-1], string) for string in message.string]


def placeholders(text):
    return sorted(re.findall(r"%\(\w+\)s", text))


def tags(text):
    return sorted(re.findall(r"<[^>]*>", text))


def test_translations_say_the_same_numbers(catalogue):
    for message in catalogue:
        if message.id:
            for english, translated in forms(message):
                assert numbers(translated) == numbers(english), message.id


def numbers(text):
    """In any order, without the commas that group digits."""
    return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[,.](?=\d{3})", "", text)))


# The clinic's number and hours come from the clinic's facts: a copy in a text would go stale.
COPY_OF_A_FACT = re.compile(r"\d{3}[-. ]\d{4}|\d{1,2}:\d{2}|\d ?[ap]\.? ?m\b", re.IGNORECASE)
EXAMPLE = "Enter a phone number with its area code, like (708)\N{NO-BREAK SPACE}555-\N{WORD JOINER}0123"


def texts(messages):
    """Every English text, the plural ones too."""
    return [text for _, message in messages for text in ([message] if isinstance(message, str) else message)]


def test_no_text_contains_a_copy_of_phone_number_or_hours(messages):
    assert COPY_OF_A_FACT.search("call 555-0100 after 9 a.m.")
    copies = [message for message in texts(messages) if COPY_OF_A_FACT.search(message) and message != EXAMPLE]
    for file in (settings.BASE_DIR / "articles").glob("sample_*/*.toml"):
        copies += COPY_OF_A_FACT.findall(file.read_text())
    assert copies == []


BANNED = re.compile(r"\b(please|invalid|valid|required|forbidden|oops)\b", re.IGNORECASE)


def test_no_message_blames_or_begs(messages):
    assert [message for message in texts(messages) if BANNED.search(message)] == []


# Imports


def imports(package):
    """(file, module) for every import of a project module in a package."""
    for file in sorted((settings.BASE_DIR / package).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            for name in names:
                if name.split(".")[0] in APPS:
                    yield file.relative_to(settings.BASE_DIR).as_posix(), name


@pytest.mark.parametrize(
    ("package", "may_import"),
    [
        ("articles", {"articles"}),
        ("consultations", {"consultations"}),
        ("clinic_site", {"clinic_site", "articles", "consultations"}),
    ],
)
def test_packages_import_one_way(package, may_import):
    found = list(imports(package))
    assert found
    assert [(file, name) for file, name in found if name.split(".")[0] not in may_import] == []


LAYERS = ["urls", "views", "forms", "actions", "models"]


@pytest.mark.parametrize("package", ["articles", "consultations"])
def test_modules_of_an_app_import_downwards(package):
    for file, name in imports(package):
        importer, imported = file.split("/")[-1].removesuffix(".py"), name.split(".")[1]
        if importer in LAYERS and imported in LAYERS:
            assert LAYERS.index(importer) < LAYERS.index(imported), (file, name)


# Style


def test_css_mirrors_in_arabic():
    physical = re.compile(r"-(?:left|right)\b|text-align:\s*(?:left|right)|(?:^|[ ;{])(?:left|right):")
    for file in (settings.BASE_DIR / "static" / "css").rglob("*.css"):
        assert not physical.search(file.read_text()), file


def test_a_components_stylesheet_styles_its_own_classes_only():
    for file in (settings.BASE_DIR / "static" / "css" / "components").glob("*.css"):
        css = re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.DOTALL)
        blocks = {name.split("__")[0].split("--")[0] for name in re.findall(r"\.([a-z][a-z_-]*)", css)}
        assert blocks <= {file.stem, *SHARED.get(file.stem, [])}, file


# Lists of a component, and the one place where two components meet.
SHARED = {"card": ["card-list"], "field": ["field-group"], "contact-bar": ["error-summary"]}


def test_raw_colors_and_lengths_stand_in_tokens_only():
    raw = re.compile(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(|oklch\(|: [^;]*\b[1-9][\d.]*(?:rem|ch|vw)\b")
    for file in (settings.BASE_DIR / "static" / "css").rglob("*.css"):
        if file.name != "tokens.css":
            rules = re.sub(r"@media [^{]*", "", file.read_text())  # a media query cannot read a token
            assert not raw.search(rules), file


def test_dependencies_are_pinned_and_explained():
    for name in ("requirements.txt", "tests/requirements.txt"):
        for line in (settings.BASE_DIR / name).read_text().splitlines():
            if line.strip() and not line.startswith(("#", "-r")):
                assert re.match(r"[\w.\[\]-]+==\S+ +# .{10,}", line), line
