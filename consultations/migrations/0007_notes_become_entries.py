"""Keeps what staff noted so far as the first entry of a request, and says by when new ones are to be called."""

from django.db import migrations
from django.db.models import F
from django.db.models.functions import Coalesce


def notes_to_entries(apps, schema_editor):
    requests = apps.get_model("consultations", "ConsultationRequest").objects
    entries = apps.get_model("consultations", "Entry").objects
    requests.filter(state="new").update(call_due_at=Coalesce(F("call_by"), F("received_at")))
    for request in requests.only("note", "state", "received_at", "ended_at").iterator():
        if not request.note:  # encrypted: the database cannot tell
            continue
        entries.create(
            consultation_request=request,
            at=request.ended_at or request.received_at,  # when it was written is not known
            note=request.note,
            state_before=request.state,
            state_after=request.state,
        )


def entries_to_notes(apps, schema_editor):
    for request in apps.get_model("consultations", "ConsultationRequest").objects.only("pk").iterator():
        notes = [entry.note for entry in request.entries.order_by("at", "pk") if entry.note]
        if notes:
            request.note = "\n".join(notes)
            request.save(update_fields=["note"])


class Migration(migrations.Migration):
    dependencies = [("consultations", "0006_story_of_a_request")]

    operations = [migrations.RunPython(notes_to_entries, entries_to_notes)]
