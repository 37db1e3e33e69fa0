"""Reads what WordPress keeps in PHP's own form: nothing but arrays, strings and numbers."""

import re
from typing import Any


def read_sizes(serialized: str) -> tuple[str, tuple[str, ...]]:
    """(original file, smaller files) by name, of what WordPress notes of a picture; empty if it is anything odd."""
    try:
        noted, _ = read_php(serialized.encode())
        original, sizes = noted.get("original_image", ""), noted.get("sizes", {})
        names = [original, *(size["file"] for size in sizes.values())]
        if any("/" in name or "\\" in name for name in names):
            return "", ()
    except (AttributeError, KeyError, TypeError, ValueError):
        return "", ()
    return original, tuple(dict.fromkeys(names[1:]))


PHP_VALUE = re.compile(rb'a:(\d{1,6}):\{|s:(\d{1,9}):"|i:(-?\d{1,18});|(?:b:[01]|d:[-+.\dEINFA]{1,30}|N);')


def read_php(data: bytes, at: int = 0, depth: int = 0) -> tuple[Any, int]:
    """(value, where it ends) of what PHP's serialize() wrote. Only arrays, as dicts, and plain values.

    Raises ValueError for anything else, objects above all.
    """
    found = PHP_VALUE.match(data, at)
    if not found or depth > 10:
        raise ValueError("not a plain value of PHP")
    entries, length, number = found.groups()
    at = found.end()
    if entries is not None:
        array = {}
        for _ in range(int(entries)):
            key, at = read_php(data, at, depth + 1)
            array[key], at = read_php(data, at, depth + 1)
        value, end = array, b"}"
    elif length is not None:
        value, end = data[at : at + int(length)].decode(), b'";'
        at += int(length)
    else:
        return int(number) if number else None, at
    if not data.startswith(end, at):
        raise ValueError("an array or a string without its end")
    return value, at + len(end)
