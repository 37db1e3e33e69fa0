"""What the site itself remembers: public changes, duties, backups."""

import secrets

from django.db import models
from django.utils import timezone

from consultations.fields import EncryptedTextField


class PublicGeneration(models.Model):
    """One row. Its number changes with every write to what the public sees.

    Triggers change it (clinic_site/generation.py), in the transaction of the write.
    """

    number = models.BigIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_generation")]

    def __str__(self):
        return str(self.number)


class Duty(models.Model):
    """A task that the worker repeats, such as the daily purge, and when it is due next.

    While a worker runs it, `due_at` is the end of its lease, as with mails.
    """

    name = models.CharField(max_length=40, unique=True)
    due_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.name


class BackupManager(models.Manager):
    def get_queryset(self):
        """Defers the canary, which only a verification reads: the key of an old one may be gone from the settings."""
        return super().get_queryset().defer("canary")


class Backup(models.Model):
    """A backup, and the result of its verification.

    The row is stored before the backup is made, so the backup contains it: if its canary can be read after a restore,
    the right database was restored, and FIELD_ENCRYPTION_KEYS fit it.
    """

    made_at = models.DateTimeField()
    file_name = models.CharField(max_length=100, unique=True)
    size = models.BigIntegerField(null=True, help_text="Bytes. None until the file is whole.")
    canary = EncryptedTextField(default=secrets.token_urlsafe)
    checked_at = models.DateTimeField(null=True)
    problem = models.TextField(blank=True, help_text="What the check found wrong.")

    objects = BackupManager()

    class Meta:
        default_permissions = ()  # the admin has no page for it; its home page shows the result

    def __str__(self):
        return self.file_name
