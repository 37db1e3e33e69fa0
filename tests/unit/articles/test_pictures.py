"""The versions of an uploaded picture, and the sentences that refuse unusable files."""

import io
import struct
import subprocess
import sys
import zlib

import pillow_heif
import pytest
from coloraide import Color
from django.core.files.storage import default_storage
from PIL import Image

from articles import pictures
from tests import color_profiles
from tests.factories import picture_file, save_image, upload

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


@pytest.mark.whole
@pytest.mark.parametrize(
    ("format", "name"),
    [
        ("JPEG", "a.JPEG"),
        ("JPEG", "from-windows.jfif"),
        ("JPEG", "a.jpe"),
        ("JPEG", "a.pjpeg"),
        ("JPEG", "a.pjp"),
        ("PNG", "a.png"),
        ("WEBP", "a.webp"),
        ("HEIF", "IMG_0001.HEIC"),
        ("HEIF", "a.heif"),
        ("HEIF", "a.HIF"),
        ("AVIF", "a.avif"),
    ],
)
def test_five_kinds_of_files_are_taken(format, name):
    assert opened(versions_of(picture_file(format), name)).getpixel((9, 9)) == pytest.approx((0, 128, 128), abs=3)


def test_the_same_picture_has_the_same_name_and_another_has_another():
    one, same, other = (versions_of(picture_file(color=color)).content_hash for color in ("teal", "teal", "navy"))
    assert one == same != other
    assert len(one) == 20


def test_place_camera_and_every_other_note_are_left_behind():
    exif = Image.Exif()
    exif[0x010F] = f"Camera of {PLACE}"
    exif.get_ifd(0x8825).update({1: "N", 2: (41.0, 36.0, 1.0), 3: "W", 4: (87.0, 47.0, 4.0), 29: PLACE})
    photo = picture_file(exif=exif, comment=PLACE, xmp=f"<x>{PLACE}</x>".encode(), icc_profile=color_profiles.srgb())
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


def half_red(format="JPEG", **saving):
    """The bytes of a picture of 800 by 600 pixels: red on the left, white on the right."""
    image = Image.new("RGB", (800, 600), "white")
    image.paste("red", (0, 0, 400, 600))
    return save_image(image, format, **saving)


def exif_with(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


@pytest.mark.parametrize(
    ("orientation", "size", "red", "white"),
    [
        (1, (800, 600), (100, 300), (700, 300)),
        (2, (800, 600), (700, 300), (100, 300)),
        (3, (800, 600), (700, 300), (100, 300)),
        (4, (800, 600), (100, 300), (700, 300)),
        (5, (600, 800), (300, 100), (300, 700)),
        (6, (600, 800), (300, 100), (300, 700)),
        (7, (600, 800), (300, 700), (300, 100)),
        (8, (600, 800), (300, 700), (300, 100)),
        (9, (800, 600), (100, 300), (700, 300)),
    ],
)
def test_photo_stands_upright_however_the_camera_was_held(orientation, size, red, white):
    shown = opened(versions_of(half_red(exif=exif_with(orientation))))
    assert shown.size == size
    assert shown.getpixel(red) == pytest.approx((254, 0, 0), abs=8)
    assert shown.getpixel(white) == pytest.approx((255, 255, 255), abs=8)


@pytest.mark.parametrize(("format", "name"), [("HEIF", "a.heic"), ("AVIF", "a.avif")])
@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_photo_whose_format_itself_turns_it_is_turned_once(format, name, orientation):
    photo = half_red(format, exif=exif_with(orientation).tobytes())
    same = versions_of(half_red(exif=exif_with(orientation)))
    shown = opened(versions_of(photo, name))
    assert shown.size == opened(same).size
    assert shown.getpixel((100, 100)) == pytest.approx(opened(same).getpixel((100, 100)), abs=8)


def test_only_the_photo_of_several_in_one_file_is_shown():
    """As a phone keeps depths and the frames around a moment beside it."""
    heif = pillow_heif.from_pillow(Image.new("RGB", (300, 200), "navy"))
    heif.add_from_pillow(Image.new("RGB", (800, 600), "red"))
    file = io.BytesIO()
    heif.save(file, primary_index=1)
    shown = opened(versions_of(file.getvalue(), "IMG_0001.HEIC"))
    assert (shown.size, shown.getpixel((9, 9))) == ((800, 600), pytest.approx((254, 0, 0), abs=8))


def test_photo_with_ten_bits_for_each_color_is_shown_in_eight():
    red = struct.pack("<3H", 0xFFFF, 0, 0) * (300 * 200)
    file = io.BytesIO()
    pillow_heif.from_bytes("RGB;16", (300, 200), red).save(file, quality=-1)
    shown = opened(versions_of(file.getvalue(), "a.heic"))
    assert shown.getpixel((9, 9)) == pytest.approx((254, 0, 0), abs=8)


@pytest.mark.parametrize(("format", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")])
@pytest.mark.parametrize(
    "exif",
    [
        b"Exif\0\0",
        b"Exif\0\0not what EXIF is",
        b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + bytes(range(200)),
        exif_with(1).tobytes()[:-5],
    ],
)
@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's own, about each of these
def test_broken_exif_is_no_reason_to_refuse(format, name, exif):
    shown = opened(versions_of(half_red(format, exif=exif), name))
    assert shown.size == (800, 600)
    assert shown.getpixel((100, 300)) == pytest.approx((254, 0, 0), abs=8)


def test_photo_with_one_odd_tag_stands_upright():
    """A word where the standard has a number, which Pillow reads but cannot write again."""
    exif = exif_with(6)
    exif[0x010F] = "Camera"
    maker, planar_configuration = b"\x01\x0f\x00\x02", b"\x01\x1c\x00\x02"
    odd = exif.tobytes().replace(maker, planar_configuration)
    assert planar_configuration in odd
    assert opened(versions_of(half_red(exif=odd))).size == (600, 800)


@pytest.mark.parametrize(
    ("format", "name", "cut", "saving"),
    [
        ("JPEG", "a.jpg", 1, {}),
        ("JPEG", "a.jpg", 2, {}),
        ("JPEG", "a.jpg", 2, {"progressive": True}),
        ("PNG", "a.png", 1, {}),
        ("PNG", "a.png", 12, {}),
    ],
)
def test_picture_that_lost_only_its_end_mark_is_shown_whole(format, name, cut, saving):
    whole = half_red(format, **saving)
    assert versions_of(whole[:-cut], name).files == versions_of(whole, name).files


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


APPLE_RED = (234, 51, 35)  # in Display P3: the purest red of other screens


def in_srgb(space, *color):
    """The reference: the same color in sRGB, as far as it has it."""
    converted = Color(space, [value / 255 for value in color]).convert("srgb").clip()
    return tuple(round(255 * value) for value in converted.coords())


def shown_color(image, profile, format="PNG", **saving):
    file = save_image(image, format, icc_profile=profile, **saving)
    return opened(versions_of(file, f"a.{format.lower()}")).getpixel((150, 100))


def test_the_reference_knows_the_red_of_a_phone():
    assert in_srgb("display-p3", *APPLE_RED) == (255, 0, 0)


@pytest.mark.parametrize("color", [APPLE_RED, (40, 90, 160), (200, 180, 170)])
@pytest.mark.parametrize(
    ("profile", "space"), [(color_profiles.display_p3(), "display-p3"), (color_profiles.adobe_rgb(), "a98-rgb")]
)
@pytest.mark.parametrize(
    ("mode", "format", "saving"),
    [
        ("RGB", "JPEG", {"quality": 95, "subsampling": 0}),
        ("RGB", "PNG", {}),
        ("RGB", "PNG", {"transparency": (1, 2, 3)}),
        ("RGBA", "PNG", {}),
        ("P", "PNG", {}),
        ("P", "PNG", {"transparency": 7}),
        ("RGB", "WEBP", {"lossless": True}),
        ("RGBA", "WEBP", {"lossless": True}),
        ("RGB", "HEIF", {"quality": -1, "chroma": 444, "matrix_coefficients": 0}),
    ],
    ids=str,
)
def test_colors_of_a_profile_are_translated_in_every_mode(color, profile, space, mode, format, saving):
    image = Image.new("RGB", (300, 200), color)
    image = image.quantize() if mode == "P" else image.convert(mode)
    assert shown_color(image, profile, format, **saving) == pytest.approx(in_srgb(space, *color), abs=2)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize("color", [APPLE_RED, (40, 90, 160), (200, 180, 170)])
def test_colors_of_a_profile_are_translated_in_avif(mode, color):
    """Less exactly: it has no more than 8 bits of brightness and tint for them."""
    shown = shown_color(Image.new(mode, (300, 200), color), color_profiles.display_p3(), "AVIF", quality=100)
    assert shown == pytest.approx(in_srgb("display-p3", *color), abs=5)


@pytest.mark.parametrize(("mode", "format"), [("L", "JPEG"), ("L", "PNG"), ("LA", "PNG")])
@pytest.mark.parametrize("shade", [30, 128, 220])
def test_shades_of_gray_of_a_profile_are_translated(mode, format, shade):
    image = Image.new("L", (300, 200), shade).convert(mode)
    right = in_srgb("a98-rgb", shade, shade, shade)
    assert shown_color(image, color_profiles.gray(), format) == pytest.approx(right, abs=2)


def test_shades_of_gray_beside_a_transparent_one_are_translated():
    image = Image.new("L", (300, 200), 30)
    right = in_srgb("a98-rgb", 30, 30, 30)
    assert shown_color(image, color_profiles.gray(), transparency=200) == pytest.approx(right, abs=2)


@pytest.mark.parametrize(
    ("image", "profile"),
    [
        (Image.new("RGB", (300, 200), APPLE_RED), color_profiles.gray()),
        (Image.new("L", (300, 200), 128), color_profiles.display_p3()),
    ],
)
def test_profile_for_another_kind_of_colors_does_not_count(image, profile):
    assert shown_color(image, profile) == pytest.approx(image.convert("RGB").getpixel((9, 9)), abs=2)


def test_half_transparent_colors_of_a_profile_are_translated():
    image = Image.new("RGBA", (300, 200), (*APPLE_RED, 128))
    assert shown_color(image, color_profiles.display_p3()) == pytest.approx((255, 127, 127), abs=2)


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
        (lambda: half_red()[:-12], "cut-off-a-little.jpg"),
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
        (lambda: moving("AVIF"), "moves.avif"),
        (lambda: picture_file("HEIF")[:-200], "cut-off.heic"),
        (lambda: picture_file("AVIF")[:-20], "cut-off.avif"),
        (lambda: picture_file("HEIF"), "a.avif"),
        (lambda: picture_file("AVIF"), "a.heic"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_still_picture_of_five_kinds_is_refused(content, name):
    assert refusal(content, name).endswith(".")


KINDS = "Choose a JPEG, PNG, WebP, HEIC or AVIF file."
SMALLER = "Export the picture smaller (1,200 pixels wide is enough)"


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
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
        (
            png(16_000, 12_500),
            "a.png",
            f"{SMALLER}: this one has more than 178 million pixels; the limit is 50 million.",
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


@pytest.mark.whole
def test_photo_of_48_megapixels_is_taken_but_not_more():
    assert versions_of(picture_file(size=(8064, 6048))).height == 900
    assert "the limit is 50 million" in refusal(picture_file(size=(10_000, 5_001)))


# Prints how many bytes it takes to make the versions of the file beyond what the process had before.
PEAK = """
import sys
from pathlib import Path
import django
django.setup()
from articles import pictures
from tests.factories import picture_file, upload

def memory(name):
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(name)]
    return 1024 * int(line.split()[1])

pictures.make_versions(upload(picture_file(size=(200, 200)), "a.jpg"))
large = upload(Path(sys.argv[1]).read_bytes(), "a.png")
before = memory("VmRSS")
pictures.make_versions(large)
print(memory("VmHWM") - before)
"""


@pytest.mark.whole
def test_a_large_picture_takes_a_few_times_the_memory_of_its_pixels(tmp_path):
    """A tall one is made smaller last, and transparency and a profile need copies."""
    width, height = 1700, 8500
    file = tmp_path / "a.png"
    file.write_bytes(picture_file("PNG", mode="RGBA", size=(width, height), icc_profile=color_profiles.display_p3()))
    command = [sys.executable, "-c", PEAK, file]
    peak = int(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    print(f"{peak / (4 * width * height):.1f} times its pixels")
    assert peak < 4 * (4 * width * height)


def test_storing_again_mends_a_file_that_was_cut_off():
    versions = versions_of(picture_file(size=(300, 200), color="olive"))
    name = pictures.file_name(versions.content_hash, 300)
    pictures.store_files(versions)
    with default_storage.open(name, "wb") as file:
        file.write(b"cut")
    pictures.store_files(versions)
    with default_storage.open(name) as file:
        assert file.read() == versions.files[300]
