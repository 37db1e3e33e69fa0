from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("clinic_site", "0011_page_views_and_campaigns")]

    operations = [
        migrations.RenameField(model_name="importeditem", old_name="came", new_name="source_digest"),
        migrations.RenameField(model_name="importeditem", old_name="stored", new_name="stored_digest"),
        migrations.RenameField(model_name="importeditem", old_name="brought_at", new_name="imported_at"),
    ]
