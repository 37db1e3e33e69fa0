"""Where staff see how the site's mails are doing, and send one again."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from consultations.access_log import StaffModelAdmin
from consultations.actions import give_up, send_again
from consultations.models import AccessRecord, OutgoingMail

Action = AccessRecord.Action


class WaitingFilter(admin.SimpleListFilter):
    title = "waiting"
    parameter_name = "waiting"

    def lookups(self, request, model_admin):
        return [("yes", "Not yet taken by the mail server"), ("late", "For more than ten minutes")]

    def queryset(self, request, queryset):
        return {"yes": queryset.unsent, "late": queryset.late}.get(self.value(), queryset.all)()


class OutgoingMailAdmin(StaffModelAdmin):
    """Every mail of the site, how it is doing, and a button to send it again."""

    list_display = ["__str__", "kind", "reference", "created_at", "sent_at", "attempts"]
    list_filter = [WaitingFilter, "kind"]
    ordering = ["-created_at"]
    list_select_related = ["consultation_request"]
    fields = [
        ("kind", "recipient"),
        ("created_at", "due_at", "sent_at", "given_up_at"),
        ("attempts", "in_hand"),
        "last_error",
        "subject",
        "body",
        "message_id",
    ]
    readonly_fields = ["message_id"]

    def get_urls(self):
        view, name = self.admin_site.admin_view, "consultations_outgoingmail_{}".format
        return [
            path("<int:pk>/send-again/", view(self.send_again_view), name=name("send_again")),
            path("<int:pk>/give-up/", view(self.give_up_view), name=name("give_up")),
            *super().get_urls(),
        ]

    def has_change_permission(self, request, obj=None):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        response = super().change_view(request, object_id, form_url, extra_context)
        if response.status_code == 200:
            mail = self.get_object(request, object_id)
            self.record(request, Action.VIEW, mail.consultation_request, details=f"mail {mail.pk}")
        return response

    @method_decorator(require_POST)
    def send_again_view(self, request, pk):
        mail = self.mail_or_404(request, pk)
        sent = send_again(mail, user=request.user, address=request.client_address)
        messages.success(request, f"{sent} goes out as soon as it can. Reload this page to see how it went.")
        return redirect("admin:consultations_outgoingmail_change", sent.pk)

    @method_decorator(require_POST)
    def give_up_view(self, request, pk):
        mail = self.mail_or_404(request, pk)
        give_up(mail, user=request.user, address=request.client_address)
        messages.success(request, f"{mail} is not tried any more. It can still be sent again from this page.")
        return redirect("admin:consultations_outgoingmail_change", mail.pk)

    def mail_or_404(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(OutgoingMail.objects.select_related("consultation_request"), pk=pk)

    @admin.display(description="Request")
    def reference(self, mail):
        return mail.consultation_request.reference if mail.consultation_request else "several"
