import secrets

from django.db import migrations, models

import consultations.fields


class Migration(migrations.Migration):
    dependencies = [("clinic_site", "0006_editors_pictures_and_redirects")]

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
            options={"default_permissions": ()},
        ),
    ]
