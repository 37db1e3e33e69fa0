"""Languages of people that were typed in English become codes where the list has them. Others stay as they were typed."""

import django.db.models.deletion
from django.db import migrations, models
from django.utils.translation import get_language_info

LISTED = (
    "ar en es pl be bg bn bs ca cs da de el et fa fi fr ga he hi hr hu hy id it ja ka kk ko lt lv mk mn mr my ne nl pa "
    "pt ro ru sk sl sq sr sv sw ta te th tr uk ur vi"
)
CODES = {get_language_info(code)["name"].casefold(): code for code in LISTED.split()}


def recognize_languages(apps, schema_editor):
    for person in apps.get_model("articles", "Person").objects.exclude(other_languages=""):
        names = [name.strip() for name in person.other_languages.split(",")]
        found = [CODES[name.casefold()] for name in names if name.casefold() in CODES]
        if found:
            person.languages = list(dict.fromkeys([*person.languages, *found]))
            person.other_languages = ", ".join(name for name in names if name.casefold() not in CODES)
            person.save()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_people_and_prices"),
    ]

    operations = [
        migrations.AlterField(
            model_name="person",
            name="other_languages",
            field=models.CharField(
                blank=True,
                help_text="Languages not on the list above, in English, separated by commas.",
                max_length=100,
            ),
        ),
        migrations.AlterField(
            model_name="articletext",
            name="reviewer",
            field=models.ForeignKey(
                blank=True,
                help_text="Choose a team member instead of typing a name. The review stays when they leave.",
                limit_choices_to={"person__isnull": False},
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="reviews",
                to="articles.article",
            ),
        ),
        migrations.RunPython(recognize_languages, migrations.RunPython.noop),
    ]
