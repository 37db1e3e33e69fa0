"""The admin's pages for the site's mails: their state, and buttons to send one again or give it up."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from consultations.access_admin import RecordedModelAdmin
from consultations.mail.delivery import describe_delivery
from consultations.models import AccessRecord, OutgoingMail

Action = AccessRecord.Action
PAGE = "admin:consultations_outgoingmail_change"


class WaitingFilter(admin.SimpleListFilter):
    title = "waiting"
    parameter_name = "waiting"

    def lookups(self, request, model_admin):
        return [("yes", "Not yet accepted by the mail server"), ("late", "Refused, or for more than ten minutes")]

    def queryset(self, request, queryset):
        return {"yes": queryset.unsent, "late": queryset.late}.get(self.value(), queryset.all)()


class OutgoingMailAdmin(RecordedModelAdmin):
    list_display = ["__str__", "kind", "reference", "created_at", "sent_at", "attempts"]
    list_filter = [WaitingFilter, "kind"]
    ordering = ["-created_at"]
    list_select_related = ["consultation_request"]
    fields = [
        ("kind", "recipient"),
        "delivery",
        ("created_at", "due_at", "sent_at", "given_up_at"),
        ("attempts", "is_claimed"),
        "last_error",
        "subject",
        "body",
        "message_id",
    ]
    readonly_fields = ["delivery", "message_id"]

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
        """Tries a waiting mail at once, unless a worker has claimed it; queues a copy of one that was sent.

        The copy has a Message-ID of its own: mail servers drop a mail whose Message-ID they know.
        """
        mail, now = self.get_mail(request, pk), timezone.now()
        with transaction.atomic():
            if mail.sent_at is None and mail.given_up_at is None:
                begun = OutgoingMail.objects.filter(pk=mail.pk, created_at__lte=now)  # not a digest's open window
                begun.unclaimed(now).update(due_at=now)
            else:
                copied = ("kind", "consultation_request", "recipient", "subject", "body", "answers")
                mail = OutgoingMail.objects.create(**{name: getattr(mail, name) for name in copied})
            self.record(request, Action.RESEND, mail.consultation_request, details=f"mail {mail.pk}")
        messages.success(request, f"{mail} will be sent shortly. Reload this page to see the result.")
        return redirect(PAGE, mail.pk)

    @method_decorator(require_POST)
    def give_up_view(self, request, pk):
        """Stops a mail that no mail server will accept, such as one to a colleague who has left."""
        mail = self.get_mail(request, pk)
        with transaction.atomic():
            OutgoingMail.objects.unsent().filter(pk=mail.pk).update(given_up_at=timezone.now())
            self.record(request, Action.CHANGE, mail.consultation_request, details=f"mail {mail.pk} given up")
        messages.success(request, f"{mail} will not be tried again. You can still send it from this page.")
        return redirect(PAGE, mail.pk)

    def get_mail(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(OutgoingMail.objects.select_related("consultation_request"), pk=pk)

    @admin.display
    def delivery(self, mail):
        return capfirst(describe_delivery(mail, timezone.now()))

    @admin.display(description="Request")
    def reference(self, mail):
        return mail.consultation_request.reference if mail.consultation_request else "several"
