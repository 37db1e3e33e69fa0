"""Turns an uploaded picture into the versions that the site serves. The upload itself is not kept.

The versions are encoded from the pixels alone, so nothing else in a file is served: no place where a photo was taken,
no camera, no color profile, no program.
"""

import hashlib
import io
import math
from contextlib import contextmanager
from pathlib import PurePath
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

WIDTHS = (480, 800, 1200)  # pixels; none is wider than the upload
THUMBNAIL = 320  # pixels of the longer side, on pages of staff
MAX_UPLOAD = 15 * 1024 * 1024  # bytes of all files of a form; photos of phones have 2 to 12 million
# A photo of 48 megapixels has 48.8 million. A large JPEG is opened at half its size or less and takes 30 MB of memory;
# the largest PNG takes 270 MB for a second or two, the largest HEIC 360 MB, the largest WebP 380 MB.
MAX_PIXELS = {"JPEG": 50_000_000, "PNG": 25_000_000, "WEBP": 25_000_000, "AVIF": 25_000_000, "HEIF": 50_000_000}
MIN_SIDE = 100  # pixels
MAX_RATIO = 5
QUALITY = 80
FORMATS = {
    **dict.fromkeys(["jpg", "jpeg", "jpe", "jfif", "pjpeg", "pjp"], "JPEG"),
    **dict.fromkeys(["heic", "heif", "hif"], "HEIF"),
    "png": "PNG",
    "webp": "WEBP",
    "avif": "AVIF",
}
SEVERAL_IN_ONE = {"MPO": "JPEG", "HEIF": "HEIF"}  # formats whose files may hold more beside the photo, such as depths
END_OF_JPEG = b"\xff\xd9"
# What sets a photo upright, by the orientation that EXIF gives it; from 5 on, width and height change places.
TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
ACCEPTED = "Choose a JPEG, PNG, WebP, HEIC or AVIF file."
CAN_BE_EXPORTED = {
    "svg": "Export the drawing as PNG.",
    "pdf": "Export the page as PNG.",
    "gif": "Export a still picture as PNG.",
}


class UnusablePictureError(Exception):
    """Says to staff, in a sentence, why a file was refused and what to do."""


class Versions(NamedTuple):
    """A picture as it is served. `files` is {width: WebP bytes}; width and height are the largest's."""

    content_hash: str
    width: int
    height: int
    files: dict


def make_versions(upload):
    """The versions of an uploaded file. Raises UnusablePictureError. Takes about a second for a photo."""
    extension = refuse_by_size_and_name(upload)
    upload.seek(0)
    content = upload.read()
    with refusing_damage():
        try:
            pixels = read_pixels(content, extension)
        except OSError:
            pixels = read_without_end(content, extension)
    return encode_versions(pixels)


def refuse_unusable_file(upload):
    """Raises UnusablePictureError for what can be told of a file without reading its pixels. Takes a millisecond."""
    extension = refuse_by_size_and_name(upload)
    upload.seek(0)
    with refusing_damage(), open_image(upload) as image:
        refuse_unusable(image, extension)


def make_thumbnail(file):
    """A small WebP of a file that may become a picture. Raises UnusablePictureError. Takes a tenth of a second."""
    extension = refuse_by_size_and_name(file)
    with refusing_damage():
        pixels = read_pixels(file.read(), extension)
    pixels.thumbnail((THUMBNAIL, THUMBNAIL))
    thumbnail = io.BytesIO()
    pixels.save(thumbnail, "WEBP")
    return thumbnail.getvalue()


def refuse_by_size_and_name(upload):
    """Returns the extension. Raises UnusablePictureError."""
    if upload.size > MAX_UPLOAD:
        raise UnusablePictureError(
            "Export the picture smaller (1,200 pixels wide is enough): this file is "
            f"{math.ceil(10 * upload.size / 1024**2) / 10} MB; the limit is {MAX_UPLOAD // 1024**2} MB."
        )
    extension = PurePath(upload.name).suffix.lower().removeprefix(".")
    if extension not in FORMATS:
        raise UnusablePictureError(" ".join([ACCEPTED, CAN_BE_EXPORTED.get(extension, "")]).strip())
    return extension


@contextmanager
def refusing_damage():
    from PIL import Image

    try:
        yield
    except UnusablePictureError:
        raise
    except Image.DecompressionBombError:  # which Pillow raises before it says a size; some phones take 200 megapixels
        raise UnusablePictureError(
            "Export the picture smaller (1,200 pixels wide is enough): this one has more than "
            f"{2 * Image.MAX_IMAGE_PIXELS // 10**6} million pixels; the limit is {max(MAX_PIXELS.values()) // 10**6} "
            "million."
        ) from None
    except Exception:  # Pillow raises about ten kinds of errors for broken or malicious files
        raise UnusablePictureError(
            f"{ACCEPTED} This one cannot be read as a picture: it is damaged, incomplete or of another type."
        ) from None


def open_image(file):
    from PIL import Image  # here and below: no other page needs it, and it takes two megabytes of each process

    beginning = file.read(12)
    file.seek(0)
    if beginning[4:8] == b"ftyp":  # as HEIC begins, and AVIF
        from pillow_heif import register_heif_opener

        register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    return Image.open(file, formats=list(MAX_PIXELS))


def read_pixels(content, extension):
    with open_image(io.BytesIO(content)) as image:
        refuse_unusable(image, extension)
        image.draft("RGB", (WIDTHS[-1], WIDTHS[-1]))  # opens a large JPEG at half its size or less
        return plain_pixels(image)


def read_without_end(content, extension):
    """The pixels of a JPEG that lost its end mark and nothing else: browsers show it whole. Raises an error for others.

    Whatever stands in the place of what is missing, a photo that is all there looks the same.
    """
    content = content.rstrip(b"\xff")
    pixels, same = (read_pixels(content + filling + END_OF_JPEG, extension) for filling in (b"", b"\x55" * 64))
    if pixels.tobytes() != same.tobytes():
        raise ValueError("more than the end is missing")
    return pixels


def refuse_unusable(image, extension):
    """Checks type and size before any pixel is read. Raises UnusablePictureError."""
    found = SEVERAL_IN_ONE.get(image.format, image.format)
    if found != FORMATS[extension]:
        raise UnusablePictureError(f"Rename this file: it ends in .{extension}, but its content is {found}.")
    if image.format not in SEVERAL_IN_ONE and getattr(image, "is_animated", False):
        raise UnusablePictureError("Choose a still picture: an animated one distracts people from reading.")
    width, height = image.size
    if width * height > MAX_PIXELS[found]:
        raise UnusablePictureError(
            "Export the picture smaller (1,200 pixels wide is enough): this one has "
            f"{width:,} × {height:,} pixels; the limit is {MAX_PIXELS[found] // 10**6} million."
        )
    if min(width, height) < MIN_SIDE:
        raise UnusablePictureError(
            f"Choose a larger picture: this one has {width:,} × {height:,} pixels, and each side needs at least "
            f"{MIN_SIDE}."
        )
    if max(width, height) > MAX_RATIO * min(width, height):
        raise UnusablePictureError(
            f"Crop the picture until the longer side is at most {MAX_RATIO} times the shorter: this one has "
            f"{width:,} × {height:,} pixels."
        )


def plain_pixels(image):
    """The pixels alone: upright, in sRGB, with white for what is transparent."""
    from PIL import Image

    image.load()  # all of it: a PNG that breaks off would look like broken EXIF
    orientation = read_orientation(image)
    profile = image.info.get("icc_profile")
    image = shrink(in_common_mode(image), is_on_its_side=orientation >= 5)
    if orientation in TURNS:
        image = image.transpose(Image.Transpose[TURNS[orientation]])
    pixels = Image.new("RGB", image.size, "white")
    mask = image.getchannel("A") if "A" in image.getbands() else None
    pixels.paste(convert_to_srgb(image, profile), mask=mask)
    return pixels


def in_common_mode(image):
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value / 256).convert("L")
    if image.mode == "L" and "transparency" in image.info:
        return image.convert("LA")
    if image.mode not in ("L", "LA", "RGB", "RGBA", "CMYK") or "transparency" in image.info:
        return image.convert("RGBA")
    return image


def shrink(image, *, is_on_its_side):
    """The picture no wider than the largest version: each further step copies all its pixels."""
    from PIL import Image

    factor = WIDTHS[-1] / (image.height if is_on_its_side else image.width)
    if factor >= 1:
        return image
    size = round(image.width * factor), round(image.height * factor)
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)


def read_orientation(image):
    """From 1 to 8, as EXIF says how the camera was held; 1, which is upright, where it is broken."""
    from PIL import ExifTags

    try:
        orientation = image.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # Pillow raises about as many kinds of errors for it as for broken pictures
        return 1
    return orientation if orientation in TURNS else 1


def convert_to_srgb(image, profile):
    """The colors without transparency. Those of an iPhone would look dull without their profile.

    As in browsers, a profile that is broken, or made for another kind of colors than the picture has, does not count.
    """
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile or b""))
        mode = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}[source.profile.xcolor_space.strip()]
        if mode != image.mode.removesuffix("A"):
            return image.convert("RGB")
        return ImageCms.profileToProfile(image.convert(mode), source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, KeyError):
        return image.convert("RGB")


def encode_versions(pixels):
    from PIL import Image

    width = min(pixels.width, WIDTHS[-1])
    files = {}
    for each in widths_up_to(width):
        height = max(1, round(pixels.height * each / pixels.width))
        file = io.BytesIO()
        pixels.resize((each, height), Image.Resampling.LANCZOS).save(file, "WEBP", quality=QUALITY)
        files[each] = file.getvalue()
    content_hash = hashlib.sha256(files[width]).hexdigest()[:20]
    return Versions(content_hash, width, round(pixels.height * width / pixels.width), files)


def widths_up_to(width):
    """The widths of all versions of a picture, up to that of its largest version."""
    return [each for each in WIDTHS if each < width] + [width]


def file_name(content_hash, width):
    return f"pictures/{content_hash}-{width}.webp"


def store_files(versions):
    """Writes the files. A file with such a name holds the same picture already, or an incomplete one."""
    for width, file in versions.files.items():
        default_storage.save(file_name(versions.content_hash, width), ContentFile(file))


def remove_files(content_hash, width):
    """Removes the files of a picture; `width` is that of its largest version."""
    for each in widths_up_to(width):
        default_storage.delete(file_name(content_hash, each))


class StaffUploadHandler(FileUploadHandler):
    """Accepts files from signed-in people up to the limit and drops everything else while it arrives.

    The form still gets the size of a file that is too large, so that it can say so. What is accepted stays in memory,
    since what staff upload may hold messages of patients.
    """

    received = 0  # bytes of all files of the form

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.is_accepted = self.request.path_info.startswith("/admin/") and self.request.user.is_authenticated

    def receive_data_chunk(self, raw_data, start):
        self.received += len(raw_data)
        return raw_data if self.is_accepted and self.received <= MAX_UPLOAD else None

    def file_complete(self, file_size):
        if not self.is_accepted:
            return UploadedFile(io.BytesIO(), self.file_name, self.content_type, size=0)
        if self.received > MAX_UPLOAD:
            return UploadedFile(io.BytesIO(), self.file_name, self.content_type, size=file_size)
        return None
