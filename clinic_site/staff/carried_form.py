"""The carried form: a form that arrived at the closed gate, carried in hidden fields until the gate opens again."""

from django.core import signing
from django.http import QueryDict

GATE = "gate:"  # begins the names of the gate's own fields
CARRIED = "carried:"  # begins every carried name, so that none is taken for one of the gate's
TOKEN = "csrfmiddlewaretoken"  # every form has its own
SALT = "clinic_site.staff.carried_form"


def is_gate_form(request):
    return request.method == "POST" and f"{GATE}method" in request.POST


def belongs_to_another_user(request):
    """Whether the gate's form was shown to another user than the one who is signed in now."""
    try:
        user = signing.loads(request.POST.get(f"{GATE}user", ""), salt=SALT)
    except signing.BadSignature:
        return True
    return user != request.user.pk


def gate_field(request, name):
    return request.POST.get(f"{GATE}{name}", "")


def hidden_fields(request):
    """[(name, value)] for the gate's next form: method and user, then every carried field in order."""
    if is_gate_form(request):
        method = gate_field(request, "method")
        carried = [(name, values) for name, values in request.POST.lists() if name.startswith(CARRIED)]
    else:
        method = "POST" if request.method == "POST" else "GET"
        carried = [(CARRIED + name, values) for name, values in request.POST.lists() if may_be_carried(name)]
    fields = [(f"{GATE}method", method), (f"{GATE}user", signing.dumps(request.user.pk, salt=SALT))]
    if had_a_file(request):
        fields.append((f"{GATE}file", "left behind"))
    return fields + [(name, value) for name, values in carried for value in values]


def had_a_file(request):
    """Whether a file was sent too. No page can carry one, so staff choose it again afterwards."""
    return bool(gate_field(request, "file") if is_gate_form(request) else request.FILES)


def may_be_carried(name):
    """Passwords may not: the page would show them in its source. A password change is filled in again."""
    return name != TOKEN and "password" not in name


def carries_a_form(request):
    """Whether the gate closed on a form that was sent, not on a page that was opened."""
    return gate_field(request, "method") == "POST"


def restore_post(request):
    """Turns the gate's form back into the POST on which the gate closed."""
    posted = QueryDict(mutable=True, encoding=request.POST.encoding)
    for name, values in request.POST.lists():
        if name.startswith(CARRIED):
            posted.setlist(name.removeprefix(CARRIED), values)
    posted[TOKEN] = request.POST.get(TOKEN, "")
    posted._mutable = False
    request.POST = posted
