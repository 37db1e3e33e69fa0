"""Two people who add the same thing at once: the second is told, as if the first had been there before."""

from django.db import IntegrityError


class SecondLookMixin:
    """For a ModelAdmin whose form looks whether a thing is here already.

    Between the look and the writing another may add it. Then the database refuses it, everything is undone, and what
    was sent is looked at once more: now the form finds the other's.
    """

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError:
            return super().changeform_view(request, *args, **kwargs)
