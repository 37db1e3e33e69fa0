"""What the clinic's row held in English alone."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("clinic_site", "0007_facts_in_every_language")]

    operations = [
        migrations.RemoveField(
            model_name="clinic",
            name="first_visit",
        ),
        migrations.RemoveField(
            model_name="clinic",
            name="insurance",
        ),
        migrations.RemoveField(
            model_name="clinic",
            name="parking",
        ),
        migrations.RemoveField(
            model_name="clinic",
            name="step_free_access",
        ),
        migrations.RemoveField(
            model_name="clinic",
            name="who_treats_you",
        ),
    ]
