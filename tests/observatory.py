"""Scores one answer of a site as the MDN HTTP Observatory does (mdn/mdn-http-observatory, August 2026).

Base 100. Penalties always count; bonuses only where penalties leave 90 or more. 100 is an A+. The version released by
then has no tests of COOP and COEP.
"""

from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
UNSAFE = BROAD | {"'unsafe-inline'", "data:"}
NOT_RELEASED = {"coop", "coep"}


def total(points, *, leave_out=()):
    counted = [value for test, value in points.items() if test not in leave_out]
    score = 100 + sum(value for value in counted if value < 0)
    return score + sum(value for value in counted if value > 0) if score >= 90 else max(score, 0)


def points(headers, *, html="", hops=("http://host/", "https://host/"), preloaded=False):
    """{test: points} for an answer. `headers`: (name, value) pairs; `hops`: the addresses on the way to it."""
    found = {}
    for name, value in headers:
        found.setdefault(name.lower(), []).append(value)
    https = hops[-1].startswith("https:")
    return {
        "csp": csp(found, https=https),
        "cookies": cookies(found),
        "cors": cors(found),
        "redirection": redirection(hops),
        "referrer": referrer(found),
        "hsts": hsts(found, https=https, preloaded=preloaded),
        "sri": integrity(html, https=https),
        "nosniff": 0 if value_of(found, "x-content-type-options") == "nosniff" else -5,
        "framing": framing(found),
        "corp": one_of(found, "cross-origin-resource-policy", {"same-origin", "same-site"}, {"cross-origin"}),
        "coop": one_of(
            found,
            "cross-origin-opener-policy",
            {"same-origin", "same-origin-allow-popups", "noopener-allow-popups"},
            {"unsafe-none"},
        ),
        "coep": one_of(found, "cross-origin-embedder-policy", {"require-corp", "credentialless"}, {"unsafe-none"}),
    }


def value_of(found, name):
    return ", ".join(found.get(name, [])).strip().lower()


def one_of(found, name, best, harmless):
    """A header sent twice reads "a, a", which is not a valid value."""
    value = value_of(found, name)
    if value in best:
        return 10
    return 0 if value in harmless | {""} else -5


def directives(policy):
    """({directive: its sources}, whether one occurs twice)."""
    parsed, twice = {}, False
    for name, *sources in (part.split() for part in policy.split(";") if part.strip()):
        twice |= name.lower() in parsed
        parsed.setdefault(name.lower(), {source.lower() for source in sources})
    return parsed, twice


def csp(found, *, https):
    policy, twice = directives("; ".join(found.get("content-security-policy", [])))
    if not policy:
        return -25
    default = policy.get("default-src", {"*"})
    script, style, plugin = (set(policy.get(f"{kind}-src", default)) for kind in ("script", "style", "object"))
    for sources in (script, style):
        if any(source.startswith(("'sha256-", "'sha384-", "'sha512-", "'nonce-")) for source in sources):
            sources.discard("'unsafe-inline'")
    images = policy.get("img-src", default) | policy.get("media-src", default)
    active = script.union(*(s for name, s in policy.items() if name not in ("img-src", "media-src", "script-src")))
    if script & UNSAFE or plugin & BROAD:
        return -20
    if https and any(source.startswith(("http:", "ftp:")) for source in active):
        return -20
    if "'unsafe-eval'" in script | style:
        return -10
    if https and any(source.startswith(("http:", "ftp:")) for source in images):
        return -10
    if style & UNSAFE or twice:
        return 0
    return 10 if default == {"'none'"} else 5


def cookies(found):
    """The table's rows for cookies; a mixture of faults counts as its worst."""
    worst = None
    for line in found.get("set-cookie", []):
        for name, cookie in SimpleCookie(line).items():
            session = any(word in name.lower() for word in ("sess", "login"))
            value = 5
            if not cookie["secure"]:
                value = -40 if session else -20
            elif session and not cookie["httponly"]:
                value = -30
            elif not cookie["samesite"]:
                value = -20 if "csrf" in name.lower() else 0
            worst = value if worst is None else min(worst, value)
    return worst or 0


def cors(found):
    allowed = value_of(found, "access-control-allow-origin")
    return -50 if allowed not in ("", "*") and value_of(found, "access-control-allow-credentials") == "true" else 0


def redirection(hops):
    first, *rest = [urlsplit(hop) for hop in hops]
    if first.scheme == "https":
        return 0
    if not rest or rest[-1].scheme != "https":
        return -20
    if any(hop.scheme != "https" for hop in rest):
        return -10
    return 0 if rest[0].hostname == first.hostname else -5


def referrer(found):
    value = value_of(found, "referrer-policy")
    if value in {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}:
        return 5
    return -5 if value else 0


def hsts(found, *, https, preloaded):
    if preloaded:
        return 5
    parts = [part.strip() for part in value_of(found, "strict-transport-security").split(";")]
    ages = [part.removeprefix("max-age=") for part in parts if part.startswith("max-age=")]
    if not https or len(ages) != 1 or not ages[0].isdigit():
        return -20
    return 0 if int(ages[0]) >= 15_552_000 else -10


FOREIGN_SCRIPT = {(True, True): 0, (True, False): -5, (False, True): -20, (False, False): -50}  # by https?, hashed?


def integrity(html, *, https):
    """By the worst script of another host; without such, a bonus for any script of ours with its hash."""
    scripts = BeautifulSoup(html, "html5lib").select("script[src]")
    foreign = [script for script in scripts if urlsplit(script["src"]).netloc]
    worst = min(
        (FOREIGN_SCRIPT[script["src"].startswith("https:"), bool(script.get("integrity"))] for script in foreign),
        default=0,
    )
    return worst or (5 if https and any(script.get("integrity") for script in scripts) else 0)


def framing(found):
    """frame-ancestors counts before X-Frame-Options."""
    policy, _ = directives("; ".join(found.get("content-security-policy", [])))
    value = value_of(found, "x-frame-options")
    if ("frame-ancestors" in policy and not policy["frame-ancestors"] & BROAD) or value in ("deny", "sameorigin"):
        return 5
    return 0 if value.startswith("allow-from") else -20
