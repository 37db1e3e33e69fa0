from django.db import models

from consultations.privacy import search_keys

COMMON = 100  # counting a key's requests stops here: enough to tell a rare key from a common one


class LookupKeyQuerySet(models.QuerySet):
    def count_requests(self, key):
        """The number of requests with the key, counted up to COMMON."""
        return self.filter(key=key)[:COMMON].count()

    def write_for(self, consultation_request):
        """Makes the request findable by its current name, numbers and address."""
        keys = search_keys.keys_of(consultation_request)
        consultation_request.lookup_keys.exclude(key__in=keys).delete()
        self.bulk_create(
            [LookupKey(consultation_request=consultation_request, key=key) for key in sorted(keys)],
            ignore_conflicts=True,
        )


class LookupKey(models.Model):
    """A keyed hash of a search term: a phone number or its last digits, an email address, a word of a name or its
    beginning.

    Encrypted columns cannot be searched; requests are found by equal hashes. `consultations.privacy.search_keys`
    makes them.
    """

    consultation_request = models.ForeignKey(
        "ConsultationRequest", on_delete=models.CASCADE, related_name="lookup_keys"
    )
    key = models.CharField(max_length=64)

    objects = LookupKeyQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["key", "consultation_request"], name="lookup_by_key")]
        constraints = [models.UniqueConstraint(fields=["consultation_request", "key"], name="lookup_key_once")]

    def __str__(self):
        return f"Lookup key {self.pk}"
