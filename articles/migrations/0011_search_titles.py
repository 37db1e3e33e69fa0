"""Titles and descriptions for search engines and shared links."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0010_trash_and_history"),
    ]

    operations = [
        migrations.AddField(
            model_name="articletext",
            name="search_description",
            field=models.CharField(
                blank=True,
                help_text="Leave it empty to use the summary.",
                max_length=160,
                verbose_name="description for search engines and shares",
            ),
        ),
        migrations.AddField(
            model_name="articletext",
            name="search_title",
            field=models.CharField(
                blank=True,
                help_text="Leave it empty to use the title.",
                max_length=60,
                verbose_name="title for search engines and shares",
            ),
        ),
        migrations.AddField(
            model_name="pendingchanges",
            name="search_description",
            field=models.CharField(blank=True, max_length=160),
        ),
        migrations.AddField(
            model_name="pendingchanges",
            name="search_title",
            field=models.CharField(blank=True, max_length=60),
        ),
    ]
