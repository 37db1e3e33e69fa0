"""The staff site: Django's admin, where every form that cannot be saved is given back and every sign-in recorded."""

from functools import update_wrapper

from django.conf import settings
from django.contrib import admin
from django.shortcuts import render
from django.urls import reverse

from clinic_site.staff.carried_form import CARRIED, GATE
from clinic_site.staff.records import Action, record_action

HIDDEN_APPS = {"otp_totp", "otp_static", "sites"}  # secrets of the second factor; the site's address, a setting


def render_not_saved(request):
    """403 for a form that cannot be accepted: nothing of it is saved, and its text is shown to copy from."""
    fields = [
        (name.removeprefix(CARRIED), value)
        for name, values in request.POST.lists()
        for value in values
        if value.strip() and may_be_shown(name)
    ]
    context = {**admin.site.each_context(request), "title": "Nothing was saved", "fields": fields}
    return render(request, "admin/not-saved.html", context, status=403)


def may_be_shown(name):
    """Leaves out fields that forms add by themselves, and passwords, which the page would show in clear."""
    hidden = ("password", "csrfmiddlewaretoken", "seen_version", "_selected_action", GATE, "initial-", "_FORMS")
    return not any(part in name for part in hidden)


class StaffSite(admin.AdminSite):
    index_title = "What would you like to do?"

    def register(self, model_or_iterable, admin_class=None, **options):
        models = model_or_iterable if isinstance(model_or_iterable, list | tuple) else [model_or_iterable]
        super().register(
            [model for model in models if model._meta.app_label not in HIDDEN_APPS], admin_class, **options
        )

    def each_context(self, request):
        return {**super().each_context(request), "is_second_factor_off": not settings.SECOND_FACTOR_REQUIRED}

    def get_app_list(self, request, app_label=None):
        """The front desk first, the others by name."""
        return sorted(super().get_app_list(request, app_label), key=lambda app: app["app_label"] != "consultations")

    def admin_view(self, view, cacheable=False):
        """Gives back a form that arrives after a sign-out, instead of losing it on the way to the sign-in page."""
        answer = super().admin_view(view, cacheable)

        def answer_or_give_back(request, *args, **kwargs):
            is_stranger = not request.user.is_authenticated
            if is_stranger and request.method == "POST" and request.path != reverse("admin:logout"):
                return render_not_saved(request)
            return answer(request, *args, **kwargs)

        return update_wrapper(answer_or_give_back, answer)

    def login(self, request, extra_context=None):
        from clinic_site.staff.accounts import SignInForm  # which needs the models of accounts

        self.login_form = SignInForm
        response = super().login(request, extra_context)
        if request.method == "POST" and response.status_code == 302:
            record_action(Action.SIGN_IN, request)
        return response

    def logout(self, request, extra_context=None):
        """Also clears the storage that scripts use in the browser.

        Cookies stay: Django deletes the session's, and the second factor's must outlive a sign-out.
        """
        response = super().logout(request, extra_context)
        response.headers["Clear-Site-Data"] = '"storage"'
        return response
