from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("consultations", "0003_encrypt_recipients_index_requests")]

    operations = [
        migrations.AddConstraint(
            model_name="consultationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("state__in", ["new", "contacted", "scheduled"])),
                    models.Q(("ended_at__isnull", False), ("state__in", ["closed", "spam"])),
                    _connector="OR",
                ),
                name="request_ended_when_its_state_says_so",
            ),
        ),
    ]
