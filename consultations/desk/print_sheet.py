"""One request on paper, for the front desk: what the call needs, and what became of it so far."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from consultations.models import AccessRecord


def print_sheet(model_admin, request, pk):
    """A page that is made for printing; opening it is recorded as such."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    consultation_request = get_object_or_404(model_admin.get_queryset(request).select_related("assigned_to"), pk=pk)
    model_admin.record(request, AccessRecord.Action.PRINT, consultation_request)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"Print sheet of request {consultation_request.reference}",
        "consultation_request": consultation_request,
        "entries": consultation_request.entries.select_related("undone_by"),
        "printed_at": timezone.now(),
        "opts": model_admin.opts,
    }
    return TemplateResponse(request, "admin/consultations/consultationrequest/print.html", context)
