"""The record of who did what with requests.

It imports no view or admin, so any code that writes can use it without an import cycle.
"""

from consultations.models import AccessRecord


def record_access(action, *, user, address, consultation_request=None, details=""):
    """Adds an AccessRecord. `user` None is the website itself; `address` is the user's network address.

    `details` hold references and field names, never the contents of fields.
    """
    AccessRecord.objects.create(
        action=action,
        actor_id=user.pk if user else None,
        actor_name=user.get_username() if user else "",
        address=address,
        request_id=consultation_request.pk if consultation_request else None,
        reference=consultation_request.reference if consultation_request else "",
        details=details,
    )
