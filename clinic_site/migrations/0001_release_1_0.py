import secrets

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import clinic_site.models
import consultations.fields
import consultations.phones


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Backup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
                ("file_name", models.CharField(max_length=100, unique=True)),
                ("size", models.BigIntegerField(help_text="Bytes. None until the file is whole.", null=True)),
                ("canary", consultations.fields.EncryptedTextField(default=secrets.token_urlsafe)),
                ("checked_at", models.DateTimeField(null=True)),
                ("problem", models.TextField(blank=True, help_text="What the check found wrong.")),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, unique=True)),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="Clinic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(default="Integrated Health Solutions", max_length=100)),
                ("street", models.CharField(default="10751 W. 165th Street, Suite 100", max_length=100)),
                ("city", models.CharField(default="Orland Park", max_length=60)),
                ("state", models.CharField(default="IL", max_length=2)),
                ("postal_code", models.CharField(default="60467", max_length=10, verbose_name="ZIP code")),
                (
                    "phone",
                    models.CharField(blank=True, max_length=30, validators=[consultations.phones.validate_phone]),
                ),
                (
                    "time_zone",
                    models.CharField(
                        default="America/Chicago", max_length=40, validators=[clinic_site.models.valid_time_zone]
                    ),
                ),
                (
                    "hours_confirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick once the opening hours are the clinic's real ones.",
                        verbose_name="the hours below are right",
                    ),
                ),
                (
                    "same_day_minutes",
                    models.PositiveSmallIntegerField(
                        default=120,
                        help_text="Minutes. With at least this much open time left today, patients are promised a call by closing.",
                        verbose_name="call on the same day if open for",
                    ),
                ),
                (
                    "next_day_minutes",
                    models.PositiveSmallIntegerField(
                        default=240,
                        help_text="Minutes of open time, counted from opening.",
                        verbose_name="otherwise call on the next open day within",
                    ),
                ),
                (
                    "confirm_by_mail",
                    models.BooleanField(
                        default=False,
                        help_text="Patients who gave an e-mail address are told there that their request arrived, with its reference and the time of the call. Nothing that they typed is repeated.",
                        verbose_name="confirm requests by e-mail",
                    ),
                ),
                (
                    "who_treats_you",
                    models.TextField(
                        blank=True,
                        help_text="Names, credentials and license of those who treat patients. One paragraph each.",
                    ),
                ),
                (
                    "first_visit",
                    models.TextField(blank=True, help_text="How long it takes, what to wear, what to bring."),
                ),
                ("parking", models.TextField(blank=True)),
                ("step_free_access", models.TextField(blank=True, help_text="Ramps, elevators, doors, restrooms.")),
                ("insurance", models.TextField(blank=True, help_text="Which plans are accepted.")),
                (
                    "language_notice",
                    models.TextField(
                        blank=True,
                        help_text="Notice that language help is free, in the languages the law asks for. One paragraph each.",
                    ),
                ),
                (
                    "privacy_practices_url",
                    models.URLField(
                        blank=True,
                        help_text="Address of the clinic's own HIPAA notice.",
                        verbose_name="Notice of Privacy Practices",
                    ),
                ),
            ],
            options={
                "verbose_name": "clinic",
                "verbose_name_plural": "clinic",
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_clinic")],
            },
        ),
        migrations.CreateModel(
            name="InterfaceReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "العربية"), ("es", "Español"), ("pl", "Polski")],
                        editable=False,
                        max_length=10,
                        unique=True,
                    ),
                ),
                (
                    "reviewed_by",
                    models.CharField(
                        blank=True,
                        help_text="A qualified translator who has read every page in this language.",
                        max_length=100,
                    ),
                ),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                ("signed_fingerprint", models.CharField(blank=True, editable=False, max_length=64)),
            ],
            options={
                "ordering": ["language"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_by", ""), ("reviewed_on", None)),
                            models.Q(models.Q(("reviewed_by", ""), _negated=True), ("reviewed_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="interface_review_has_person_and_day",
                        violation_error_message="A review needs both the person and the day.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicGeneration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.BigIntegerField()),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_generation")],
            },
        ),
        migrations.CreateModel(
            name="Closure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("reason", models.CharField(blank=True, help_text="For staff.", max_length=100)),
                (
                    "clinic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="closures", to="clinic_site.clinic"
                    ),
                ),
            ],
            options={
                "ordering": ["first_day"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="closure_ends_after_it_begins",
                        violation_error_message="The last day must not be before the first day.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OpeningPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                            (5, "Saturday"),
                            (6, "Sunday"),
                        ]
                    ),
                ),
                ("opens_at", models.TimeField()),
                ("closes_at", models.TimeField()),
                (
                    "clinic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opening_periods",
                        to="clinic_site.clinic",
                    ),
                ),
            ],
            options={
                "ordering": ["weekday", "opens_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                        name="period_closes_after_it_opens",
                        violation_error_message="The closing time must be later than the opening time.",
                    )
                ],
            },
        ),
    ]
