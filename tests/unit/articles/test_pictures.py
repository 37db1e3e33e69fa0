"""The versions of an uploaded picture, and the sentences that refuse unusable files."""

import io
import struct
import zlib

import pytest
from django.core.files.storage import default_storage
from PIL import Image, ImageCms

from articles import pictures
from tests.factories import picture_file, upload

PLACE = "Orland Park"


def versions_of(content, name="photo.jpg"):
    return pictures.make_versions(upload(content, name))


def opened(versions, width=None):
    return Image.open(io.BytesIO(versions.files[width or versions.width]))


def refusal(content, name="photo.jpg"):
    """Why a file is refused; `content` is its bytes, or makes them when the test runs."""
    with pytest.raises(pictures.UnusablePictureError) as refused:
        versions_of(content() if callable(content) else content, name)
    return str(refused.value)


# What is served


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4000, 3000), [480, 800, 1200]),
        ((1200, 900), [480, 800, 1200]),
        ((1000, 500), [480, 800, 1000]),
        ((480, 360), [480]),
        ((300, 400), [300]),
    ],
)
def test_picture_is_made_smaller_and_never_larger(size, widths):
    versions = versions_of(picture_file(size=size))
    assert list(versions.files) == widths
    for width in widths:
        image = opened(versions, width)
        assert (image.format, image.size) == ("WEBP", (width, round(size[1] * width / size[0])))
    assert (versions.width, versions.height) == opened(versions).size


@pytest.mark.parametrize(("format", "name"), [("JPEG", "a.JPEG"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_three_kinds_of_files_are_taken(format, name):
    assert opened(versions_of(picture_file(format), name)).getpixel((9, 9)) == pytest.approx((0, 128, 128), abs=3)


def test_the_same_picture_has_the_same_name_and_another_has_another():
    one, same, other = (versions_of(picture_file(color=color)).content_hash for color in ("teal", "teal", "navy"))
    assert one == same != other
    assert len(one) == 20


def test_place_camera_and_every_other_note_are_left_behind():
    exif = Image.Exif()
    exif[0x010F] = f"Camera of {PLACE}"
    exif.get_ifd(0x8825).update({1: "N", 2: (41.0, 36.0, 1.0), 3: "W", 4: (87.0, 47.0, 4.0), 29: PLACE})
    photo = picture_file(exif=exif, comment=PLACE, xmp=f"<x>{PLACE}</x>".encode(), icc_profile=srgb())
    with Image.open(io.BytesIO(photo)) as before:
        assert before.getexif().get_ifd(0x8825)[29] == PLACE
        assert {"exif", "comment", "xmp", "icc_profile"} <= before.info.keys()
    versions = versions_of(photo)
    for width, file in versions.files.items():
        after = opened(versions, width)
        assert dict(after.getexif()) == {}
        assert after.info.keys() & {"exif", "comment", "xmp", "icc_profile"} == set()
        assert PLACE.encode() not in file
        assert chunks(file) == [b"VP8 "]  # nothing but the pixels


def srgb():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def chunks(webp):
    """The names of the parts of a WebP file."""
    found, at = [], 12
    while at < len(webp):
        name, size = struct.unpack("<4sI", webp[at : at + 8])
        found.append(name)
        at += 8 + size + size % 2
    return found


def test_a_program_behind_the_picture_is_left_behind():
    versions = versions_of(picture_file() + b"<script>alert(1)</script><?php system('id'); ?>")
    assert all(b"script" not in file and b"php" not in file for file in versions.files.values())


def test_photo_of_a_phone_held_upright_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90 degrees
    image = Image.new("RGB", (800, 600), "white")
    image.paste("red", (0, 0, 400, 600))  # the left half: upright it is the upper one
    file = io.BytesIO()
    image.save(file, "JPEG", exif=exif)
    shown = opened(versions_of(file.getvalue()))
    assert shown.size == (600, 800)
    assert shown.getpixel((300, 100)) == pytest.approx((254, 0, 0), abs=8)
    assert shown.getpixel((300, 700)) == pytest.approx((255, 255, 255), abs=8)


@pytest.mark.parametrize(
    ("mode", "color", "shown"),
    [
        ("RGBA", (0, 0, 0, 0), (255, 255, 255)),
        ("RGBA", (0, 0, 0, 255), (0, 0, 0)),
        ("LA", (0, 0), (255, 255, 255)),
        ("P", 0, (0, 0, 0)),
        ("1", 1, (255, 255, 255)),
        ("L", 128, (128, 128, 128)),
        ("I;16", 128 * 256, (128, 128, 128)),
    ],
)
def test_whatever_is_transparent_is_white_and_every_depth_keeps_its_tone(mode, color, shown):
    versions = versions_of(picture_file("PNG", mode=mode, color=color, size=(300, 200)), "a.png")
    assert opened(versions).getpixel((150, 100)) == pytest.approx(shown, abs=2)


@pytest.mark.parametrize(("ink", "shown"), [((0, 0, 0, 0), (255, 255, 255)), ((0, 255, 255, 0), (255, 0, 0))])
def test_colors_of_print_become_those_of_screens(ink, shown):
    versions = versions_of(picture_file(mode="CMYK", color=ink))
    assert opened(versions).getpixel((150, 100)) == pytest.approx(shown, abs=6)


def test_colors_of_another_profile_are_translated():
    """Red and green change places in this profile, as no real one does."""
    swapped = bytearray(srgb())
    tags = {
        bytes(swapped[at : at + 4]): at for at in range(132, 132 + 12 * struct.unpack(">I", swapped[128:132])[0], 12)
    }
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    swapped[red : red + 4], swapped[green : green + 4] = b"gXYZ", b"rXYZ"
    versions = versions_of(picture_file(color=(255, 0, 0), icc_profile=bytes(swapped)))
    assert opened(versions).getpixel((9, 9)) == pytest.approx((0, 255, 0), abs=20)


def test_broken_profile_is_no_reason_to_refuse():
    assert opened(versions_of(picture_file(icc_profile=b"none"))).getpixel((9, 9)) == pytest.approx(
        (0, 128, 128), abs=3
    )


def test_photo_with_a_second_one_inside_is_its_first():
    file = io.BytesIO()
    second = Image.new("RGB", (300, 200), "navy")
    Image.new("RGB", (300, 200), "teal").save(file, "MPO", save_all=True, append_images=[second])
    assert opened(versions_of(file.getvalue())).getpixel((9, 9)) == pytest.approx((0, 128, 128), abs=3)


# What is refused


def png(width, height, *parts):
    """A PNG file that says it has this size, whatever its parts hold."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    written = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in [(b"IHDR", header), *parts, (b"IEND", b"")]
    )
    return b"\x89PNG\r\n\x1a\n" + written


def moving(format, **saving):
    file = io.BytesIO()
    others = [Image.new("RGB", (300, 200), "navy")]
    Image.new("RGB", (300, 200), "teal").save(file, format, save_all=True, append_images=others, **saving)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "a.svg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a.png"),
        (b"<html><script>alert(1)</script></html>", "a.jpg"),
        (b"GIF89a", "a.gif"),
        (b"GIF89a/*<svg/onload=alert(1)>*/=1;", "a.jpg"),
        (b"%PDF-1.7", "a.pdf"),
        (b"%PDF-1.7", "a.jpg"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 300 200\n(/etc/passwd) (r) file", "a.eps"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 300 200\n(/etc/passwd) (r) file", "a.jpg"),
        (b"push graphic-context\nimage over 0,0 0,0 'https://host.example/a'\npop graphic-context", "a.png"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "IMG_0001.HEIC"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "IMG_0001.jpg"),
        (b"", "a.jpg"),
        (b"\xff\xd8\xff", "a.jpg"),
        (b"\x00" * 5000, "a.webp"),
        (b"RIFF\xff\xff\xff\xffWEBPVP8X", "a.webp"),
        (lambda: picture_file(), "photo"),
        (lambda: picture_file(), "photo.php"),
        (lambda: picture_file(), "photo.jpg.php"),
        (lambda: picture_file("GIF"), "a.gif"),
        (lambda: picture_file("TIFF"), "a.jpg"),
        (lambda: picture_file("BMP"), "a.png"),
        (lambda: picture_file("PNG"), "a.jpg"),
        (lambda: picture_file("JPEG"), "a.png"),
        (lambda: picture_file()[:-200], "cut-off.jpg"),
        (lambda: picture_file("PNG", mode="RGB", color="red")[:-600], "cut-off.png"),
        (lambda: picture_file("WEBP")[:-20], "cut-off.webp"),
        (png(300, 200), "empty.png"),
        (png(300, 200, (b"IDAT", zlib.compress(b"\x00" * 10))), "too-little.png"),
        (png(300, 200, (b"IDAT", b"not compressed")), "garbage.png"),
        (lambda: png(300, 200, (b"zTXt", b"a\x00\x00" + zlib.compress(b"\x00" * 200_000_000))), "bomb-in-a-note.png"),
        (lambda: png(50_000, 50_000, (b"IDAT", zlib.compress(b"\x00" * 10**6))), "bomb.png"),
        (png(0, 0), "nothing.png"),
        (lambda: moving("PNG"), "moves.png"),
        (lambda: moving("WEBP"), "moves.webp"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_still_picture_of_three_kinds_is_refused(content, name):
    assert refusal(content, name).endswith(".")


KINDS = "Choose a JPEG, PNG or WebP file."
SMALLER = "Export the picture smaller (1,200 pixels wide is enough)"


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "a.HEIC", f"{KINDS} On an iPhone, choose “Most Compatible” in Settings, Camera, Formats to send JPEG."),
        (b"", "a.svg", f"{KINDS} Export the drawing as PNG."),
        (b"", "a.docx", KINDS),
        (
            b"x",
            "a.jpg",
            f"{KINDS} This one cannot be read as a picture: it is damaged, incomplete or of another type.",
        ),
        (
            lambda: picture_file("PNG"),
            "a.jpg",
            "Rename this file: it ends in .jpg, but its content is PNG.",
        ),
        (
            lambda: picture_file(size=(99, 300)),
            "a.jpg",
            "Choose a larger picture: this one has 99 × 300 pixels, and each side needs at least 100.",
        ),
        (
            lambda: picture_file(size=(100, 501)),
            "a.jpg",
            "Crop the picture until the longer side is at most 5 times the shorter: this one has 100 × 501 pixels.",
        ),
        (
            png(10_000, 2_501),
            "a.png",
            f"{SMALLER}: this one has 10,000 × 2,501 pixels; the limit is 25 million.",
        ),
        (lambda: moving("WEBP"), "a.webp", "Choose a still picture: an animated one distracts people from reading."),
        (
            lambda: b"x" * (15 * 1024**2 + 1),
            "a.jpg",
            f"{SMALLER}: this file is 15.1 MB; the limit is 15 MB.",
        ),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_refusal_says_what_is_wrong_and_what_to_do(content, name, sentence):
    assert refusal(content, name) == sentence


@pytest.mark.parametrize("size", [(100, 500), (500, 100), (100, 100)])
def test_pictures_at_the_limits_are_taken(size):
    assert (versions_of(picture_file(size=size)).width, versions_of(picture_file(size=size)).height) == size


def test_photo_of_48_megapixels_is_taken_but_not_more():
    assert versions_of(picture_file(size=(8064, 6048))).height == 900
    assert "the limit is 50 million" in refusal(picture_file(size=(10_000, 5_001)))


def test_storing_again_mends_a_file_that_was_cut_off():
    versions = versions_of(picture_file(size=(300, 200), color="olive"))
    name = pictures.file_name(versions.content_hash, 300)
    pictures.store_files(versions)
    with default_storage.open(name, "wb") as file:
        file.write(b"cut")
    pictures.store_files(versions)
    with default_storage.open(name) as file:
        assert file.read() == versions.files[300]
