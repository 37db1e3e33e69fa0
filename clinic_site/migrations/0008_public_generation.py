from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clinic_site", "0007_backups")]

    operations = [
        migrations.CreateModel(
            name="PublicGeneration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.BigIntegerField()),
            ],
            options={"default_permissions": ()},
        ),
        migrations.AddConstraint(
            model_name="publicgeneration",
            constraint=models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_generation"),
        ),
    ]
