"""Colors that can be read: contrast computed from the tokens (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11)."""

import re

import pytest

from clinic_site.http.stylesheet import FOLDER, read_stylesheet


def themes():
    css = (FOLDER / "tokens.css").read_text()
    light, dark = css.split("prefers-color-scheme: dark")
    colors = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    return {"light": colors, "dark": {**colors, **dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark))}}


def luminance(color):
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["ground", "surface", "tint"])
@pytest.mark.parametrize(
    ("color", "at_least"),
    [("text", 7), ("text-muted", 4.5), ("link", 4.5), ("accent", 4.5), ("error", 4.5), ("border", 3), ("action", 3)],
)
def test_contrast_of_text_and_borders_on_each_ground(theme, ground, color, at_least):
    colors = themes()[theme]
    assert contrast(colors[color], colors[ground]) >= at_least


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("color", "ground", "at_least"),
    [
        ("on-action", "action", 4.5),
        ("on-level", "emergency", 4.5),
        ("on-level", "urgent", 4.5),
        ("on-level", "visit", 4.5),
        ("focus-ring", "focus", 4.5),
    ],
)
def test_contrast_of_buttons_and_focus(theme, color, ground, at_least):
    colors = themes()[theme]
    assert contrast(colors[color], colors[ground]) >= at_least


def test_contrast_is_computed_as_the_rule_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_stylesheet_contains_every_file_once_and_nothing_that_ends_it():
    css = read_stylesheet()
    for file in FOLDER.rglob("*.css"):
        first_rule = re.search(r"^[.:\w*][^{]*\{", file.read_text(), flags=re.MULTILINE).group()
        assert re.sub(r",\s+", ",", first_rule).replace(" {", "{").replace(" > ", ">") in css, file
    assert "</style" not in css
    assert "/*" not in css


def test_every_token_that_is_used_is_there():
    css = read_stylesheet()
    used, defined = re.findall(r"var\((--[\w-]+)\)", css), re.findall(r"(--[\w-]+):[^;}]+", css)
    assert set(used) == set(defined)


def test_only_blanks_that_nothing_needs_are_left_out(tmp_path):
    (tmp_path / "components").mkdir()
    for name in ("tokens", "base", "layout"):
        (tmp_path / f"{name}.css").write_text("")
    (tmp_path / "components" / "card.css").write_text(
        "/* A card. */\n@media (min-width: 48rem) and (min-height: 2rem) {\n  .card :first-child,\n"
        '  .card > a:hover {\n    margin: 0 calc(1rem + 2px);\n    content: " (" attr(href) ")";\n  }\n}\n'
    )
    assert read_stylesheet(tmp_path) == (
        "@media (min-width:48rem) and (min-height:2rem){.card :first-child,.card>a:hover{"
        'margin:0 calc(1rem + 2px);content:" (" attr(href) ")"}}'
    )


def test_no_string_holds_what_is_left_out_around_it():
    for file in FOLDER.rglob("*.css"):
        for name, text in re.findall(r"([\w-]+):\s*[^;]*?\"([^\"]*)\"", file.read_text()):
            assert not re.search("[:,;{}>]", text), (file, name)
