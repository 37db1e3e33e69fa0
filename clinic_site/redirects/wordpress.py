"""How the old WordPress site addressed its pages."""

import re
from urllib.parse import parse_qs

WORDPRESS_HOME = ("/", "/index.php")
WORDPRESS_IDS = ("p", "page_id", "cat", "attachment_id")  # https://old.example/?p=123 is a page of its own there


def wordpress_id(query):
    """The part of a query string that names a page, like `p=123`; None without one."""
    if not query:
        return None
    try:
        values = parse_qs(query, max_num_fields=50)
    except ValueError:
        return None
    for name in WORDPRESS_IDS:
        if re.fullmatch("[0-9]{1,10}", values.get(name, [""])[0]):
            return f"{name}={values[name][0]}"
    return None
