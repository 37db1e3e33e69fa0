from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_search")]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["topic", "published_at"], name="article_of_topic"),
        ),
        migrations.AddConstraint(
            model_name="articletext",
            constraint=models.UniqueConstraint(fields=("article", "language", "state"), name="text_and_its_state"),
        ),
    ]
