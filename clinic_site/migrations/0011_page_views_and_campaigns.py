"""What the clinic counts, and who may see it."""

from importlib import import_module

import django.core.validators
from django.db import migrations, models


def allow_managers(apps, schema_editor):
    permission = import_module("clinic_site.migrations.0002_groups").permission
    allowed = [("campaign", action) for action in ("add", "change", "delete", "view")] + [("pageviews", "view")]
    for managers in apps.get_model("auth", "Group").objects.filter(name="Manager"):
        managers.permissions.add(*(permission(apps, "clinic_site", *each) for each in allowed))


class Migration(migrations.Migration):
    dependencies = [
        ("clinic_site", "0010_old_site"),
    ]

    operations = [
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "word",
                    models.CharField(
                        help_text="The code in the links you give out, after utm_campaign= or utm_source=, such as spring-flyer.",
                        max_length=40,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9][a-z0-9_-]*\\Z", "Use small letters, digits, hyphens and underscores."
                            )
                        ],
                    ),
                ),
                ("description", models.CharField(blank=True, help_text="For your colleagues.", max_length=200)),
            ],
            options={
                "ordering": ["word"],
            },
        ),
        migrations.AddField(
            model_name="clinic",
            name="mail_monthly_totals",
            field=models.BooleanField(
                default=False,
                help_text="Sends an email to the staff's addresses on the first of each month: totals only. It also reaches colleagues who may not open Statistics.",
                verbose_name="email the month's totals",
            ),
        ),
        migrations.CreateModel(
            name="PageViews",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("page", models.CharField(help_text="Its name, such as `article-12` or `home`.", max_length=60)),
                ("language", models.CharField(max_length=10)),
                ("views", models.PositiveIntegerField()),
            ],
            options={
                "verbose_name_plural": "statistics",
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(fields=("day", "page", "language"), name="page_counts_once_a_day")
                ],
            },
        ),
        migrations.RunPython(allow_managers, migrations.RunPython.noop),
    ]
