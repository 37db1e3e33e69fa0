"""The words that a manager prepares for the front desk, and who uses no keyboard shortcuts."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


def allow_the_desk(apps, schema_editor):
    permission = import_module("clinic_site.migrations.0002_groups").permission
    for name, actions in {"Front desk": ["view"], "Manager": ["add", "change", "delete", "view"]}.items():
        allowed = [permission(apps, "consultations", "texttemplate", action) for action in actions]
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*allowed)


class Migration(migrations.Migration):
    dependencies = [
        ("clinic_site", "0002_groups"),
        ("consultations", "0009_search_keys_of_beginnings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TextTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("opening", "First sentence of a call"),
                            ("voicemail", "Voicemail message"),
                            ("note", "Note"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[("ar", "العربية"), ("en", "English"), ("es", "Español"), ("pl", "Polski")],
                        help_text="Leave this empty for a note.",
                        max_length=10,
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="In sentences, not in notes, {clinic} is replaced by the clinic's name and {phone} by its number. Anyone "
                        "may hear a voicemail: give only the clinic's name, its number and a request to call back; say nothing about "
                        "health.",
                        max_length=500,
                    ),
                ),
                (
                    "said_like",
                    models.CharField(
                        blank=True,
                        help_text="How an English speaker would pronounce it, such as OH-lah. Leave this empty "
                        "for English and for notes.",
                        max_length=500,
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(default=0, help_text="Notes with smaller numbers come first."),
                ),
            ],
            options={
                "verbose_name": "template",
                "ordering": ["purpose", "language", "order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=~Q(purpose="note"),
                        fields=("purpose", "language"),
                        name="one_sentence_for_each_language",
                        violation_error_message="This sentence already exists in this language. Change that one.",
                    ),
                    models.CheckConstraint(
                        condition=Q(purpose="note", language="") | ~(Q(purpose="note") | Q(language="")),
                        name="sentence_has_a_language_and_note_has_none",
                        violation_error_message="Choose a language for a sentence, and leave it empty for a note.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ShortcutsOff",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.RunPython(allow_the_desk, migrations.RunPython.noop),
    ]
