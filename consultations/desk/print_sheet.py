"""One request on paper, for the front desk."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from consultations.models import AccessRecord
from consultations.privacy import data_map


def show_print_sheet(model_admin, request, pk):
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    consultation_request = get_object_or_404(model_admin.get_queryset(request).select_related("assigned_to"), pk=pk)
    model_admin.record(request, AccessRecord.Action.PRINT, consultation_request)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"Print sheet of request {consultation_request.reference}",
        "consultation_request": consultation_request,
        "facts": [
            (data_map.get_label(field), data_map.format_value(consultation_request, field) or "Not answered")
            for field in data_map.FIELDS_ON_PAPER
            if field != "reason"  # which may be long, and has a place of its own
            if field not in ("corrected_phone", "unverified_phone", "from_service")
            or getattr(consultation_request, field)
        ],
        "entries": consultation_request.entries.select_related("undone_by"),
        "printed_at": timezone.now(),
        "opts": model_admin.opts,
    }
    return TemplateResponse(request, "admin/consultations/consultationrequest/print.html", context)
