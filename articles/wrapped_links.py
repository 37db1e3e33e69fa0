"""Takes the address that is meant out of those that mail programs and search engines wrap around it.

Outlook's "safe links" name the mailbox of the colleague who got the mail; all of them tell somebody who follows a link.
"""

import re
from base64 import urlsafe_b64decode
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

# An address among words ends before a blank, a quotation mark, a dash, an ellipsis or an angle bracket, and before what
# closes a sentence. `'s` behind it is the possessive.
ENDS = r"\s\"<>\u200b\u200e\u200f\u2012-\u205e\xab\xbb\u060c\u061b\u061f"
ADDRESS = re.compile(rf"https?://[^{ENDS}]*[^{ENDS}.,;:!?)\]'](?<!'s)", re.IGNORECASE)
# What may be taken out of a wrapper: anything else would be cut, or changed, where it is stored or shown.
INNER_ADDRESS = re.compile(r"https?://(?!/)[^\s\"<>\x00-\x1f\x7f-\x9f\ufffd-\uffff]+", re.IGNORECASE)
WRAPPED_AT_MOST = 5  # times: a safe link around a search engine's link, and the like


def take_parameter(*names):
    """The first of these parameters that is an address: Google's `q` may be the words that were looked for."""

    def unwrap(url):
        parameters = parse_qs(url.query)
        values = (value for name in names for value in parameters.get(name, []))
        return next((value for value in values if value.lower().startswith("http")), "")

    return unwrap


def read_code(url):
    return parse_qs(url.query).get("u", [""])[0]


def unwrap_bing(url):
    """The parameter `u` is `a1` and the address in base64."""
    code = read_code(url).removeprefix("a1")
    return urlsafe_b64decode(code + "=" * (-len(code) % 4)).decode()


def unwrap_yahoo(url):
    found = re.search(r"/RU=([^/]+)/", url.path)
    return unquote(found[1]) if found else ""


def unwrap_cisco(url):
    return unquote(url.path.rpartition("/")[2])


def unwrap_proofpoint_2(url):
    """https://help.proofpoint.com describes the code: `-` for the % of percent codes, `_` for a slash."""
    return unquote(read_code(url).translate(str.maketrans("-_", "%/")))


def unwrap_proofpoint_3(url):
    """Signs that the code replaces by `*` are not read: such a link is left to the editor."""
    found = re.search(r"/v3/__(https?:/.+?)__;", url.geturl())
    return re.sub(r"^(https?:)/+", r"\1//", found[1]) if found and "*" not in found[1] else ""


# (host, beginning of the path, how to unwrap). None: only that service knows where the link leads.
WRAPPERS = [
    (re.compile(host), path, unwrap)
    for host, path, unwrap in [
        (r"[\w.-]+\.safelinks\.protection\.(?:outlook\.com|office365\.us)", "/", take_parameter("url")),
        (r"outlook\.(?:office|office365|live)\.com", "/mail/", take_parameter("url")),
        (r"statics\.teams\.cdn\.office\.net", "/", take_parameter("url")),
        (r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}", "/url", take_parameter("q", "url")),
        (r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}", "/aclk", None),
        (r"(?:www\.)?googleadservices\.com", "/", None),
        (r"(?:www\.)?bing\.com", "/ck/a", unwrap_bing),
        (r"(?:www\.)?bing\.com", "/aclick", None),
        (r"(?:html\.|lite\.)?duckduckgo\.com", "/l/", take_parameter("uddg")),
        (r"r\.search\.yahoo\.com", "/", unwrap_yahoo),
        (r"lm?\.(?:facebook|instagram|messenger)\.com", "/", take_parameter("u")),
        (r"(?:www\.)?youtube\.com", "/redirect", take_parameter("q")),
        (r"(?:www\.)?linkedin\.com", "/redir/", take_parameter("url")),
        (r"(?:www\.)?linkedin\.com", "/safety/go", take_parameter("url")),
        (r"slack-redir\.net", "/link", take_parameter("url")),
        (r"linkprotect\.cudasvc\.com", "/url", take_parameter("a")),
        (r"secure-web\.cisco\.com", "/", unwrap_cisco),
        (r"urldefense\.proofpoint\.com", "/v2/", unwrap_proofpoint_2),
        (r"urldefense\.(?:com|us)", "/v3/", unwrap_proofpoint_3),
        (r"protect(?:-\w+)?\.mimecast\.com|[\w.-]+\.mimecastprotect\.com|clicktime\.symantec\.com", "/", None),
        (r"t\.co|bit\.ly|lnkd\.in|tinyurl\.com|goo\.gl|ow\.ly", "/", None),
    ]
]  # fmt: skip


def find_wrapper(address):
    """(parts of the address, how to unwrap it) of an address at a service that only passes readers on; else None."""
    try:
        url = urlsplit(address)
        host = (url.hostname or "").lower()
    except ValueError:
        return None
    for known, path, unwrap in WRAPPERS:
        if known.fullmatch(host) and (url.path or "/").startswith(path):
            return url, unwrap
    return None


def unwrap_address(address):
    """The address that is meant; the same one if it is not wrapped or cannot be unwrapped."""
    for _ in range(WRAPPED_AT_MOST):
        found = find_wrapper(address)
        if not found or not found[1]:
            break
        url, unwrap = found
        try:
            inner = unwrap(url)
        except ValueError:
            break
        if not INNER_ADDRESS.fullmatch(inner):
            break
        address = inner
    return address


def unwrap_in_text(text):
    return ADDRESS.sub(lambda found: unwrap_address(found[0]), text) if "://" in text else text


def unwrap_in_html(html):
    """In links and in words."""
    if not find_wrapped(html):
        return html
    from bs4 import BeautifulSoup  # here: few texts need it

    page = BeautifulSoup(html, "html.parser")
    for link in page.find_all("a", href=True):
        link["href"] = unwrap_address(link["href"])
    for text in page.find_all(string=ADDRESS):
        text.replace_with(unwrap_in_text(text))
    return str(page)


def find_wrapped(html):
    """The addresses in it that lead through a service that could not be left out."""
    addresses = dict.fromkeys(ADDRESS.findall(unescape(html))) if "://" in html else []
    return [address for address in addresses if find_wrapper(address)]
