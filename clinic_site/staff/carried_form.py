"""What somebody was typing when the gate closed: carried through its pages in hidden fields, then sent as it was."""

from django.core import signing
from django.http import QueryDict

GATE = "gate:"  # begins the names of the gate's own fields
TYPED = "typed:"  # stands before every name that was typed, so that neither can be taken for the other
TOKEN = "csrfmiddlewaretoken"  # every form has its own
SALT = "clinic_site.staff.carried_form"


def is_answer(request):
    """Whether this is a form of the gate itself."""
    return request.method == "POST" and f"{GATE}method" in request.POST


def is_from_somebody_else(request):
    """Whether the gate's form was shown to another user than the one who is signed in now."""
    try:
        user = signing.loads(request.POST.get(f"{GATE}user", ""), salt=SALT)
    except signing.BadSignature:
        return True
    return user != request.user.pk


def gate_field(request, name):
    return request.POST.get(f"{GATE}{name}", "")


def hidden_fields(request):
    """[(name, value)] for the gate's next form: who and what it is for, and all that was typed, in order."""
    if is_answer(request):
        method = gate_field(request, "method")
        typed = [(name, values) for name, values in request.POST.lists() if name.startswith(TYPED)]
    else:
        method = "POST" if request.method == "POST" else "GET"
        typed = [(TYPED + name, values) for name, values in request.POST.lists() if is_carried(name)]
    fields = [(f"{GATE}method", method), (f"{GATE}user", signing.dumps(request.user.pk, salt=SALT))]
    if held_a_file(request):
        fields.append((f"{GATE}file", "left behind"))
    return fields + [(name, value) for name, values in typed for value in values]


def held_a_file(request):
    """Whether a file was sent too. No page can carry one: it is chosen again afterwards."""
    return bool(gate_field(request, "file") if is_answer(request) else request.FILES)


def is_carried(name):
    """Not a password: it would stand in the page in clear. Whoever was changing one types it again."""
    return name != TOKEN and "password" not in name


def was_posted(request):
    """Whether the gate closed on a form that was sent, not on a page that was opened."""
    return gate_field(request, "method") == "POST"


def restore(request):
    """Makes the gate's form the very POST that met the gate."""
    posted = QueryDict(mutable=True, encoding=request.POST.encoding)
    for name, values in request.POST.lists():
        if name.startswith(TYPED):
            posted.setlist(name.removeprefix(TYPED), values)
    posted[TOKEN] = request.POST.get(TOKEN, "")
    posted._mutable = False
    request.POST = posted
