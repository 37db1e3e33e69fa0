"""What an editor decides, as a file."""

import re
import textwrap
import tomllib
from dataclasses import fields
from datetime import date

from django.conf import settings

from clinic_site.old_site.choices import Choices, as_json, read_choices


def test_install_guide_has_an_example_of_every_choice():
    guide = (settings.BASE_DIR / "docs" / "install-and-operate.md").read_text()
    example = tomllib.loads(textwrap.dedent(re.search(r"\n\n(    language = .*?)\n\n\*\*5", guide, re.DOTALL)[1]))
    choices = read_choices(example)

    assert example.keys() == {each.name for each in fields(Choices)}
    assert (choices.next_review_on, choices.bring, choices.pages["22"]) == (date(2027, 6, 30), [15, 16], "article")
    assert read_choices(as_json(choices)) == choices
