"""An index that holds the words of titles."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_listed_texts"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="articletext",
            index=models.Index(fields=["indexed_title", "article"], name="titles"),
        ),
    ]
