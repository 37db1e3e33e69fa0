"""Where the front desk reads requests and notes what became of them. Whatever is looked at here is recorded."""

from datetime import UTC

from cryptography.fernet import InvalidToken
from django.contrib import admin, messages
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import linebreaksbr
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from consultations import spam
from consultations.access_log import StaffModelAdmin
from consultations.actions import erase_request
from consultations.desk import inbox, request_page
from consultations.desk.export import export_requests
from consultations.desk.forms import BUTTONS, EDITED, HandlingForm, pressed
from consultations.desk.next_steps import next_step
from consultations.desk.print_sheet import print_sheet
from consultations.desk.workflow import ChangedMeanwhileError, NothingToUndoError, handle_request, undo
from consultations.fields import decrypt, encrypt
from consultations.mail.admin import OutgoingMailAdmin
from consultations.models import AccessRecord, ConsultationRequest, OutgoingMail
from consultations.privacy import data_map, search_keys

Action = AccessRecord.Action
SEAL = "search:"  # before a term that is sealed, so that nothing else can be read by asking for it
LIST = "admin:consultations_consultationrequest_changelist"
PAGE = "admin:consultations_consultationrequest_change"

admin.site.register(OutgoingMail, OutgoingMailAdmin)


@admin.register(ConsultationRequest)
class ConsultationRequestAdmin(StaffModelAdmin):
    """What the patient sent is read-only; a wrong phone number is corrected beside it."""

    list_filter = [inbox.LanguageFilter, inbox.StateFilter, inbox.WhoFilter]
    search_fields = ["reference"]  # and what get_search_results() looks for
    sortable_by = []
    actions = [export_requests]
    show_facets = admin.ShowFacets.NEVER  # each would be a count of its own
    show_full_result_count = False
    form = HandlingForm
    readonly_fields = data_map.read_only()

    class Media:
        css = {"all": ["admin/css/inbox.css"]}

    def get_urls(self):
        def address(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"consultations_consultationrequest_{name}")

        return [
            address("search/", self.search_view, "search"),
            address("news/", self.news_view, "news"),
            address("next/", self.next_view, "next"),
            address("<int:pk>/print/", self.print_view, "print"),
            address("<int:pk>/verdict/", self.verdict_view, "verdict"),
            address("<int:pk>/erase/", self.erase_view, "erase"),
            *super().get_urls(),
        ]

    def has_export_permission(self, request):
        return request.user.has_perm("consultations.export_consultationrequest")

    # The list

    def get_changelist(self, request, **kwargs):
        return inbox.Inbox

    def get_paginator(self, request, *args, **kwargs):
        page = request.GET.get(PAGE_VAR, "")
        return inbox.PagesAhead(*args, page_asked_for=int(page) if page.isdecimal() else 1, **kwargs)

    def get_list_display(self, request):
        decides = inbox.chosen_tab(request).name == "held" and self.has_change_permission(request)
        return inbox.COLUMNS_OF_HELD if decides else inbox.COLUMNS

    def get_ordering(self, request):
        return inbox.chosen_tab(request).ordering

    def changelist_view(self, request, extra_context=None):
        extra_context = {
            "searched_for": opened_search(request.GET.get("q", "")),
            "opened_at": timezone.now().isoformat(),
            "has_change_permission": self.has_change_permission(request),
            **(extra_context or {}),
        }
        response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse):  # not rendered yet: without the record nothing is shown
            response.context_data["tabs"] = inbox.tabs_with_counts(request)
            references = " ".join(row.reference for row in response.context_data["cl"].result_list)
            self.record(request, Action.LIST, details=f"search: {references}" if "q" in request.GET else references)
        return response

    @method_decorator(require_safe)
    def news_view(self, request):
        """How many new requests came since the list was opened: a number, so it leaves no access record."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            since = parse_datetime(request.GET.get("since", ""))
            if since is None or timezone.is_naive(since):
                raise BadRequest("since is no moment")
            since = since.astimezone(UTC)
        except (ValueError, OverflowError):
            raise BadRequest("since is no moment") from None
        return JsonResponse({"count": ConsultationRequest.objects.news(since, up_to=inbox.COUNTED_UP_TO)})

    @method_decorator(require_safe)
    def next_view(self, request):
        """On to the next to call; with `after`, other than that one."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        after = request.GET.get("after", "")
        pk = inbox.next_to_call(request.user, timezone.now(), after=int(after) if after.isdecimal() else None)
        if pk is None:
            messages.info(request, "Nobody else is to be called by you now.")
            return redirect(LIST)
        return redirect(PAGE, pk)

    @method_decorator(require_POST)
    def verdict_view(self, request, pk):
        """From the list of those held: real or spam, as the row was seen."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        is_real = "real" in request.POST
        version = request.POST.get("real" if is_real else "spam", "")
        changes = {"held": False} if is_real else {"state": ConsultationRequest.State.SPAM}
        try:
            changed = self.handle(request, pk, int(version) if version.isdecimal() else 0, changes=changes)
        except ChangedMeanwhileError as meanwhile:
            told = f"{meanwhile.consultation_request} was changed meanwhile: look again. Nothing was done."
            messages.warning(request, told)
        except ConsultationRequest.DoesNotExist:
            messages.warning(request, "That request was erased meanwhile.")
        else:
            told = format_html(
                '{} is {}. <a href="{}">Open it, to look again or to undo that</a>',
                *(changed, "real: it is to be called" if is_real else "spam", reverse(PAGE, args=[changed.pk])),
            )
            messages.success(request, told)
        return redirect(f"{reverse(LIST)}?tab=held")

    # A request's page

    def get_fieldsets(self, request, obj=None):
        own = [*EDITED, "note", "seen_version"] if self.has_change_permission(request, obj) else EDITED
        shown = [
            (title, {"fields": [name for name in options["fields"] if name not in data_map.staff_edits()]})
            for title, options in data_map.fieldsets()
        ]
        return [("Change", {"fields": own}), *shown]

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.changed_meanwhile = getattr(request, "changed_meanwhile", None)
        return form

    def change_view(self, request, object_id, form_url="", extra_context=None):
        extra_context = {"may_erase": may_erase(request), "subtitle": None, **(extra_context or {})}
        try:
            response = super().change_view(request, object_id, form_url, extra_context)
        except ChangedMeanwhileError as meanwhile:
            request.changed_meanwhile = meanwhile  # so that the form asks instead of writing
            response = super().change_view(request, object_id, form_url, extra_context)
        except ConsultationRequest.DoesNotExist:  # erased after the form was read and before it was written
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if response.status_code == 200:  # also a form that was refused shows the whole request
            shown = response.context_data["original"]
            self.record(request, Action.VIEW, shown)  # before looking who else looks: of two, one at least sees it
            response.context_data["title"] = f"Request {shown}"
            response.context_data |= request_page.context(shown, request=request)
            if response.context_data["changed_meanwhile"] is not None:
                response.context_data["errors"] = []  # it is no mistake; a panel of its own tells
        return response

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        messages.warning(request, "There is no such request. It may have been erased; nothing was saved.")
        return redirect(LIST)

    def history_view(self, request, object_id, extra_context=None):
        response = super().history_view(request, object_id, extra_context)
        if response.status_code == 200:
            self.record(request, Action.VIEW, self.get_object(request, object_id), details="history")
        return response

    def save_model(self, request, obj, form, change):
        """Writes what the form and its pressed button say, and puts on `obj` what is stored then."""
        try:
            changes, outcome = pressed(request.POST, request.user)
        except ValueError as error:
            raise BadRequest("no such button") from error
        version = form.cleaned_data["seen_version"]
        if "_undo" in request.POST:
            version = self.take_back(request, obj.pk, version)
        typed = {name: form.cleaned_data[name] for name in EDITED if name in form.changed_data}
        changed = self.handle(
            request, obj.pk, version, changes=typed | changes, outcome=outcome, note=form.cleaned_data["note"]
        )
        for field in changed._meta.concrete_fields:
            setattr(obj, field.attname, getattr(changed, field.attname))

    def take_back(self, request, pk, version):
        """Undoes the last step. Returns the request's version then."""
        try:
            return undo(pk=pk, seen_version=version, user=request.user, address=request.client_address).version
        except NothingToUndoError:
            messages.warning(request, "There was nothing left to undo.")
            return version

    def handle(self, request, pk, version, **what):
        return handle_request(
            pk=pk,
            seen_version=version,
            user=request.user,
            address=request.client_address,
            clinic=request.clinic,
            **what,
        )

    def construct_change_message(self, request, form, formsets, add=False):
        """What Django's own history says: names of fields and of the button, nothing that was written."""
        fields = [form[name].label.lower() for name in (*EDITED, "note") if name in form.changed_data]
        fields += [words for button, words in BUTTONS.items() if button in request.POST]
        return [{"changed": {"fields": fields}}] if fields else []

    def response_change(self, request, obj):
        """Stays on the page: somebody between two calls reads what follows, and goes on from there."""
        done = "Taken back." if "_undo" in request.POST else "Saved."
        told = format_html(
            '{}: {} {}. <a href="{}?after={}">Next to call</a>',
            *(obj, done, next_step(obj, timezone.now()).words),
            *(reverse("admin:consultations_consultationrequest_next"), obj.pk),
        )
        messages.success(request, told)
        return redirect(PAGE, obj.pk)

    @method_decorator(require_safe)
    def print_view(self, request, pk):
        return print_sheet(self, request, pk)

    # Searching. A term is the name or number of a patient: it is sent by POST, and goes on encrypted in the address.

    @method_decorator(sensitive_post_parameters("term"))
    @method_decorator(require_POST)
    def search_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        address = reverse(LIST)
        term = request.POST.get("term", "").strip()[:200]
        return HttpResponseRedirect(f"{address}?q={encrypt(SEAL + term)}" if term else address)

    def get_search_results(self, request, queryset, search_term):
        term = opened_search(search_term)
        if not search_term:
            return queryset, False
        if term is None:
            return queryset.none(), False
        return queryset.matching(search_keys.search_keys(term), reference=term), False

    # Erasing

    def erase_view(self, request, pk):
        """Asks first, then erases for good."""
        if not may_erase(request):
            raise PermissionDenied
        consultation_request = get_object_or_404(ConsultationRequest.objects.only("reference"), pk=pk)
        if request.method == "POST":
            reference = consultation_request.reference
            erase_request(
                consultation_request=consultation_request,
                action=Action.ERASE,
                user=request.user,
                address=request.client_address,
            )
            messages.success(request, f"Request {reference} and its mails are erased. Its access records stay.")
            return redirect(LIST)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Erase request {consultation_request.reference}?",
            "consultation_request": consultation_request,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/consultations/consultationrequest/erase.html", context)

    # What the page and the list show

    @admin.display(description="Call")
    def call(self, consultation_request):
        """The number to call, as a link: the corrected one where there is one, beside the one that was typed."""
        link = format_html(
            '<a href="tel:{}"><bdi>{}</bdi></a>',
            consultation_request.dialled_phone,
            consultation_request.phone_to_call,
        )
        if consultation_request.corrected_phone:
            return format_html("{} (the patient wrote <bdi>{}</bdi>)", link, consultation_request.phone)
        return link

    @admin.display(description="Voicemail allowed")
    def voicemail(self, consultation_request):
        return {True: "Yes", False: "No", None: "Not answered"}[consultation_request.voicemail_ok]

    @admin.display(description="Why held")
    def why_held(self, consultation_request):
        return spam.describe(consultation_request.held_because) or "Nothing was suspicious."

    @admin.display(description="How can we help?")
    def request_text(self, consultation_request):
        return format_html('<div dir="auto">{}</div>', linebreaksbr(consultation_request.reason))


def may_erase(request):
    return request.user.has_perm("consultations.erase_consultationrequest")


def opened_search(sealed):
    """The term of a search from the address; empty for none, None for what was not sealed as one."""
    if not sealed:
        return ""
    try:
        text = decrypt(sealed)
    except InvalidToken:
        return None
    return text.removeprefix(SEAL) if text.startswith(SEAL) else None
