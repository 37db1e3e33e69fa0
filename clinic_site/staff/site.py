"""The staff site: Django's admin with named accounts, a gate before every page and a trace of who came and went."""

from functools import update_wrapper

from django.conf import settings
from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.shortcuts import render
from django.urls import reverse

from clinic_site.staff import carried_form

# The pages of the first two would show the secrets of the second step; the address of the site is a setting.
HIDDEN_APPS = {"otp_totp", "otp_static", "sites"}


class StaffSiteConfig(AdminConfig):
    default_site = "clinic_site.staff.site.StaffSite"


def not_saved(request):
    """403 for a form of staff that cannot be taken: nothing of it is done, and all that was typed is given back."""
    given_back = [
        (name.removeprefix(carried_form.TYPED), value)
        for name, values in request.POST.lists()
        for value in values
        if value.strip() and typed_by_hand(name)
    ]
    context = {**admin.site.each_context(request), "title": "Nothing was saved", "typed": given_back}
    return render(request, "admin/not-saved.html", context, status=403)


def typed_by_hand(name):
    """Not what forms carry for themselves, and no password: it would stand in the page in clear."""
    carried = ("csrfmiddlewaretoken", "seen_version", "_selected_action", "gate:", "initial-", "_FORMS")
    return "password" not in name and not any(part in name for part in carried)


class StaffSite(AdminSite):
    site_header = "Integrated Health Solutions: staff"
    site_title = "Staff"
    index_title = "What would you like to do?"

    def register(self, model_or_iterable, admin_class=None, **options):
        models = model_or_iterable if isinstance(model_or_iterable, list | tuple) else [model_or_iterable]
        super().register(
            [model for model in models if model._meta.app_label not in HIDDEN_APPS], admin_class, **options
        )

    def each_context(self, request):
        return {**super().each_context(request), "two_step_sign_in": settings.TWO_STEP_SIGN_IN}

    def admin_view(self, view, cacheable=False):
        """A form that arrives after a sign-out is shown to whoever sent it instead of being forgotten."""
        answer = super().admin_view(view, cacheable)

        def answer_or_give_back(request, *args, **kwargs):
            is_stranger = not request.user.is_authenticated
            if is_stranger and request.method == "POST" and request.path != reverse("admin:logout"):
                return not_saved(request)
            return answer(request, *args, **kwargs)

        return update_wrapper(answer_or_give_back, answer)

    def login(self, request, extra_context=None):
        from clinic_site.staff.records import record_sign_in  # models are not there yet when this module is read

        response = super().login(request, extra_context)
        if request.method == "POST" and response.status_code == 302:
            record_sign_in(request)
        return response

    def logout(self, request, extra_context=None):
        """Also clears what scripts kept in the browser.

        Not every cookie: Django deletes the session's, and the one that remembers the second step of this browser has
        to outlive a sign-out.
        """
        response = super().logout(request, extra_context)
        response.headers["Clear-Site-Data"] = '"storage"'
        return response
