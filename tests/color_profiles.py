"""ICC profiles of cameras and programs, made from the sRGB profile that comes with Pillow."""

import struct

from PIL import ImageCms

# The primaries as a profile holds them (XYZ, adapted to D50), from Apple's Display P3 and Adobe RGB (1998).
DISPLAY_P3 = {
    b"rXYZ": (0.51512, 0.24120, -0.00105),
    b"gXYZ": (0.29198, 0.69225, 0.04189),
    b"bXYZ": (0.15710, 0.06657, 0.78407),
}
ADOBE_RGB = {
    b"rXYZ": (0.60974, 0.31111, 0.01947),
    b"gXYZ": (0.20528, 0.62567, 0.06087),
    b"bXYZ": (0.14919, 0.06322, 0.74457),
}
ADOBE_GAMMA = 563 / 256


def srgb():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def xyz(*values):
    return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(value * 0x10000)) for value in values)


def gamma(exponent):
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(exponent * 256)) + b"\0\0"


def tags_of(profile):
    (count,) = struct.unpack(">I", profile[128:132])
    entries = (struct.unpack(">4sII", profile[at : at + 12]) for at in range(132, 132 + 12 * count, 12))
    return {name: profile[start : start + size] for name, start, size in entries}


def with_tags(tags, *, space=b"RGB "):
    """A profile with these tags; the rest of its header is that of sRGB."""
    table, content, start = b"", b"", 132 + 12 * len(tags)
    for name, tag in tags.items():
        tag += b"\0" * (-len(tag) % 4)
        table += struct.pack(">4sII", name, start + len(content), len(tag))
        content += tag
    size = struct.pack(">I", start + len(content))
    return size + srgb()[4:16] + space + srgb()[20:128] + struct.pack(">I", len(tags)) + table + content


def display_p3():
    return with_tags(tags_of(srgb()) | {name: xyz(*values) for name, values in DISPLAY_P3.items()})


def adobe_rgb():
    primaries = {name: xyz(*values) for name, values in ADOBE_RGB.items()}
    curves = dict.fromkeys([b"rTRC", b"gTRC", b"bTRC"], gamma(ADOBE_GAMMA))
    return with_tags(tags_of(srgb()) | primaries | curves)


def gray():
    """Shades of gray with the tones of Adobe RGB, as scanners and photo editors write them."""
    kept = {name: tag for name, tag in tags_of(srgb()).items() if name in (b"desc", b"cprt", b"wtpt")}
    return with_tags(kept | {b"kTRC": gamma(ADOBE_GAMMA)}, space=b"GRAY")
