"""Longer forms from staff than from the public."""

from io import BytesIO

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import UnreadablePostError


class LongFormsOfStaffMiddleware:
    """Takes longer forms from staff who are signed in: articles in four languages, tables of old addresses.

    Django has one limit for everybody, and looks at it when it reads a body for the first time. So such a body is read
    here. Of a form with files (multipart/form-data) nothing is: its limits are those of the upload.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        if (
            settings.DATA_UPLOAD_MAX_MEMORY_SIZE < length <= settings.LONGEST_FORM_OF_STAFF
            and request.path_info.startswith("/admin/")
            and request.content_type == "application/x-www-form-urlencoded"
            and request.user.is_staff
        ):
            try:
                request._body = request.read()
            except UnreadablePostError as error:
                raise BadRequest("the connection broke") from error
            request._stream = BytesIO(request._body)
        return self.get_response(request)
