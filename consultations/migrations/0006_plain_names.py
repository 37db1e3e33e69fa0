"""Two fields that are named after what they hold: the service whose page carried the form, and a number that nobody has
verified."""

from django.db import migrations

import consultations.fields


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0005_patients_page_and_questions"),
    ]

    operations = [
        migrations.RenameField("consultationrequest", "about", "from_service"),
        migrations.RenameField("consultationrequest", "changed_phone", "unverified_phone"),
        migrations.AlterField(
            model_name="consultationrequest",
            name="from_service",
            field=consultations.fields.EncryptedTextField(
                blank=True,
                editable=False,
                help_text="The service's title at the time.",
                verbose_name="sent from the page of",
            ),
        ),
        migrations.AlterField(
            model_name="consultationrequest",
            name="unverified_phone",
            field=consultations.fields.EncryptedTextField(
                blank=True,
                editable=False,
                help_text="As typed there. The site cannot tell by whom.",
                verbose_name="number from the patient's page",
            ),
        ),
    ]
