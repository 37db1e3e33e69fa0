"""Closures become days with other hours than usual. Their reasons were written for staff, and stay so."""

import django.db.models.deletion
from django.db import migrations, models


def remove_trigger(apps, schema_editor):
    """PostgreSQL would keep the function under the table's former name. `migrate` makes a new one."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION IF EXISTS public_generation_clinic_site_closure() CASCADE")


def rename_permissions(apps, schema_editor):
    """So that groups and accounts keep them."""
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="clinic_site")
    for action in ("add", "change", "delete", "view"):
        permissions.filter(codename=f"{action}_closure").update(
            codename=f"{action}_specialhours", name=f"Can {action} special hours"
        )


class Migration(migrations.Migration):
    dependencies = [("clinic_site", "0003_plain_labels")]

    operations = [
        migrations.RunPython(remove_trigger, migrations.RunPython.noop),
        migrations.RenameModel("Closure", "SpecialHours"),
        migrations.RunPython(rename_permissions, migrations.RunPython.noop),
        migrations.AlterModelOptions(
            "SpecialHours",
            {
                "ordering": ["first_day", "pk"],
                "verbose_name": "special hours",
                "verbose_name_plural": "special hours",
            },
        ),
        migrations.RemoveConstraint("SpecialHours", "closure_ends_after_it_begins"),
        migrations.AlterField(
            "SpecialHours",
            "clinic",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="special_hours", to="clinic_site.clinic"
            ),
        ),
        migrations.AlterField(
            "SpecialHours", "last_day", models.DateField(blank=True, help_text="Leave empty for a single day.")
        ),
        migrations.AlterField(
            "SpecialHours",
            "reason",
            models.CharField(
                blank=True, help_text="Never shown to patients.", max_length=100, verbose_name="note for staff"
            ),
        ),
        migrations.AddField(
            "SpecialHours",
            "opens_at",
            models.TimeField(blank=True, help_text="Leave all times empty if the clinic is closed.", null=True),
        ),
        migrations.AddField("SpecialHours", "closes_at", models.TimeField(blank=True, null=True)),
        migrations.AddField(
            "SpecialHours", "opens_again_at", models.TimeField(blank=True, help_text="After a break.", null=True)
        ),
        migrations.AddField("SpecialHours", "closes_again_at", models.TimeField(blank=True, null=True)),
        migrations.AddField(
            "SpecialHours",
            "name",
            models.CharField(
                blank=True,
                default="",
                help_text="For patients, in English, such as Thanksgiving Day.",
                max_length=100,
                verbose_name="name on the site",
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "SpecialHours",
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="special_hours_end_after_they_begin",
                violation_error_message="The last day must not be before the first day.",
            ),
        ),
        migrations.AddConstraint(
            "SpecialHours",
            models.CheckConstraint(
                condition=models.Q(opens_at=None, closes_at=None, opens_again_at=None, closes_again_at=None)
                | models.Q(opens_at__isnull=False, closes_at__isnull=False)
                & (
                    models.Q(opens_again_at=None, closes_again_at=None)
                    | models.Q(opens_again_at__isnull=False, closes_again_at__isnull=False)
                ),
                name="special_hours_have_whole_periods",
                violation_error_message="Enter an opening and a closing time, or no times if the clinic is closed.",
            ),
        ),
        migrations.AddConstraint(
            "SpecialHours",
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at"))
                & models.Q(opens_again_at__gt=models.F("closes_at"))
                & models.Q(closes_again_at__gt=models.F("opens_again_at")),
                name="special_hours_are_in_order",
                violation_error_message="Each time must be later than the one before it.",
            ),
        ),
    ]
