"""Accounts of staff: who may sign in, and with which groups."""

from django import forms
from django.contrib import messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import ReadOnlyPasswordHashWidget, UserChangeForm, UserCreationForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from clinic_site.staff import second_factor
from clinic_site.staff.records import Action, record_action
from clinic_site.text_rules import clean_code, clean_email

GROUPS = ["Front desk", "Editor", "Manager"]


class PasswordButton(ReadOnlyPasswordHashWidget):
    """The button "Reset password", without the parts of the hash that Django shows beside it."""

    def get_context(self, name, value, attrs):
        return {**super().get_context(name, value, attrs), "summary": []}


class VisibleNamesMixin:
    """User names and addresses lose what nobody sees, which keyboards and password managers may have put there."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self.data = self.data.copy()
            for name, rule in (("username", clean_code), ("email", clean_email)):
                if name in self.data:
                    self.data[name] = rule(self.data[name])


class SignInForm(VisibleNamesMixin, AdminAuthenticationForm):
    pass


class NewAccountForm(VisibleNamesMixin, UserCreationForm):
    pass


class StaffAccountForm(VisibleNamesMixin, UserChangeForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "password" in self.fields:
            self.fields["password"].widget = PasswordButton()
            self.fields["password"].help_text = ""  # Django's refers to an id that its page leaves out


class StaffAccountAdmin(UserAdmin):
    """Managers add and change accounts of staff. Only superusers change a superuser; nobody deletes an account."""

    form = StaffAccountForm
    add_form = NewAccountForm
    list_display = ["username", "first_name", "last_name", "is_active", "last_login"]
    list_filter = ["is_active", "groups"]
    filter_horizontal = []
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Name and email", {"fields": ["first_name", "last_name", "email"]}),
        (
            "Permissions",
            {
                "description": "When someone leaves, untick “Active”: that ends every session at once. "
                "Accounts can't be deleted, so the access records keep the name of everyone who did something.",
                "fields": ["is_active", "groups"],
            },
        ),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "password1", "password2"]}),
        ("Name and email", {"fields": ["first_name", "last_name", "email"]}),
        ("Permissions", {"fields": ["groups"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj and request.user.is_superuser:
            return [*fieldsets, ("For the site's operator", {"fields": ["is_staff", "is_superuser"]})]
        return fieldsets

    def get_readonly_fields(self, request, obj=None):
        is_own = obj is not None and obj.pk == request.user.pk
        return ["is_active", "groups"] if is_own and not request.user.is_superuser else []

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            kwargs["queryset"] = Group.objects.filter(name__in=GROUPS)
            kwargs["widget"] = forms.CheckboxSelectMultiple
            kwargs["help_text"] = ""
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        return may and (obj is None or not obj.is_superuser or request.user.is_superuser)

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)

    # Resetting the second factor of somebody who lost the phone

    def get_urls(self):
        reset = path(
            "<path:object_id>/reset-second-factor/",
            self.admin_site.admin_view(self.reset_second_factor),
            name="auth_user_reset_second_factor",
        )
        return [reset, *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        user = self.get_object(request, object_id)
        may_change = user is not None and self.has_change_permission(request, user)
        context = {"may_reset": may_change and any(second_factor.confirmed_devices(user))}
        return super().change_view(request, object_id, form_url, {**context, **(extra_context or {})})

    def user_change_password(self, request, id, form_url=""):
        """Sends people to the page that asks for their old password when the account is their own."""
        if id == str(request.user.pk):
            return redirect("admin:password_change")
        return super().user_change_password(request, id, form_url)

    def reset_second_factor(self, request, object_id):
        user = self.get_object(request, object_id)
        if user is None:
            raise Http404
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        if request.method == "POST":
            second_factor.delete_devices(user)
            record_action(Action.SECOND_FACTOR_RESET, request, details=f"of {user.get_username()}")
            self.log_change(request, user, "Reset the second factor.")
            messages.success(request, f"{user.get_username()} will set up a new second factor on the next page.")
            return redirect(reverse("admin:auth_user_change", args=[user.pk]))
        context = {**self.admin_site.each_context(request), "title": "Reset the second factor?", "account": user}
        return TemplateResponse(request, "admin/auth/user/reset_second_factor.html", context)
