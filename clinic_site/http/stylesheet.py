"""The public site's one stylesheet: small files in cascade order, inlined in every page.

Inlined, one response paints the page; allowed by its hash, the page stays cacheable under a strict
Content-Security-Policy. Read once, when the process starts.
"""

import base64
import hashlib
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "static" / "css"


def read_stylesheet(folder=FOLDER):
    """tokens, base, layout, then every component in alphabetical order, without comments and needless blanks.

    None of its strings holds a colon, a comma, a semicolon, a brace or a greater-than sign.
    """
    files = [folder / f"{name}.css" for name in ("tokens", "base", "layout")]
    files += sorted((folder / "components").glob("*.css"))
    css = "\n".join(file.read_text(encoding="utf-8") for file in files)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s*\n\s*", "\n", css)
    css = re.sub(r"\s*([{};>])\s*", r"\1", css).replace(";}", "}")
    return re.sub(r"([:,])\s", r"\1", css).strip()


STYLESHEET = read_stylesheet()
STYLESHEET_HASH = "sha256-" + base64.b64encode(hashlib.sha256(STYLESHEET.encode()).digest()).decode()
