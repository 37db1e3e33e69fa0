"""Longer forms from staff than from the public."""

from io import BytesIO

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import UnreadablePostError


class LongFormsOfStaffMiddleware:
    """Accepts longer forms from signed-in staff: articles in four languages, tables of redirects.

    Django has one limit for everybody and applies it when a body is first read, so such a body is read here. Forms
    with files (multipart/form-data) are left alone: uploads have limits of their own.
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
                raise BadRequest("incomplete body") from error
            request._stream = BytesIO(request._body)
        return self.get_response(request)
