"""The public site's one stylesheet: small files in cascade order, inlined in every page.

Inlined, one response paints the page; allowed by its hash, the page stays cacheable under a strict
Content-Security-Policy. Read once, when the process starts.
"""

import base64
import hashlib
import re
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "static" / "css"
TOKEN = re.compile(r"(--[\w-]+): ([^;]+);")
USE = re.compile(r"var\((--[\w-]+)\)")


def read_stylesheet(folder=FOLDER):
    """tokens, base, layout, then every component in the order of the alphabet; comments and indents left out."""
    files = [folder / f"{name}.css" for name in ("tokens", "base", "layout")]
    files += sorted((folder / "components").glob("*.css"))
    css = "\n".join(file.read_text(encoding="utf-8") for file in files)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", write_out_constants(css)).strip()


def write_out_constants(css):
    """A token with one value for every screen, print and language stands as that value wherever it is used.

    So the page is smaller, and a browser has less to look up in each of its elements.
    """
    tokens = TOKEN.findall(css)
    defined = Counter(name for name, _ in tokens)
    constants = {name: value for name, value in tokens if defined[name] == 1}
    css = TOKEN.sub(lambda token: "" if token[1] in constants else token[0], css)
    while constants.keys() & USE.findall(css):  # as often as one token is made of another
        css = USE.sub(lambda use: constants.get(use[1], use[0]), css)
    return css


STYLESHEET = read_stylesheet()
STYLESHEET_HASH = "sha256-" + base64.b64encode(hashlib.sha256(STYLESHEET.encode()).digest()).decode()
