"""Makes of an uploaded picture the versions that the site serves. The upload itself is not kept.

What comes out is encoded anew from the pixels alone, so nothing else that a file may carry is served: no place where a
photo was taken, no camera, no color profile, no program.
"""

import hashlib
import io
import math
from pathlib import PurePath
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

WIDTHS = (480, 800, 1200)  # pixels; none is wider than the upload
LARGEST_UPLOAD = 15 * 1024 * 1024  # bytes; photos of phones have 2 to 12 million
# A photo of 48 megapixels has 48.8 million. A JPEG is opened at half its size, the others cannot be: either takes up to
# 300 MB of memory for a second or two.
MOST_PIXELS = {"JPEG": 50_000_000, "PNG": 25_000_000, "WEBP": 25_000_000}
SHORTEST_SIDE = 100  # pixels
LONGEST_TO_SHORTEST = 5
QUALITY = 80
FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
ACCEPTED = "Choose a JPEG, PNG or WebP file."
CAN_BE_EXPORTED = {
    "heic": "An iPhone sends JPEG when Settings, Camera, Formats says “Most Compatible”.",
    "heif": "An iPhone sends JPEG when Settings, Camera, Formats says “Most Compatible”.",
    "svg": "Export the drawing as PNG.",
    "pdf": "Export the page as PNG.",
    "gif": "A still picture can be exported as PNG.",
}


class UnusablePictureError(Exception):
    """Says in a sentence what is wrong with a file, and what to do."""


class Versions(NamedTuple):
    """A picture as it is served. `files` is {width: WebP bytes}; width and height are the largest's."""

    content_hash: str
    width: int
    height: int
    files: dict


def make_versions(upload):
    """The versions of an uploaded file. Raises UnusablePictureError. Takes about a second for a photo."""
    if upload.size > LARGEST_UPLOAD:
        raise UnusablePictureError(
            f"This file has {math.ceil(10 * upload.size / 1024**2) / 10} MB; the limit is {LARGEST_UPLOAD // 1024**2}. "
            "Export the picture smaller: 1,200 pixels in width are enough."
        )
    extension = PurePath(upload.name).suffix.lower().removeprefix(".")
    if extension not in FORMATS:
        raise UnusablePictureError(" ".join([ACCEPTED, CAN_BE_EXPORTED.get(extension, "")]).strip())
    from PIL import Image  # here and below: no other page needs it, and it takes two megabytes of each process

    upload.seek(0)
    try:
        with Image.open(upload, formats=["JPEG", "PNG", "WEBP"]) as image:
            refuse_unusable(image, extension)
            image.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))  # opens a large JPEG at half its size or less
            pixels = plain_pixels(image)
    except UnusablePictureError:
        raise
    except Exception:  # Pillow raises errors of some ten kinds for files that are broken, or are traps
        raise UnusablePictureError(
            f"This file cannot be read as a picture: it is damaged, cut off or of another kind. {ACCEPTED}"
        ) from None
    return encode(pixels)


def refuse_unusable(image, extension):
    """Looks at what the file says of itself, before a pixel is read. Raises UnusablePictureError."""
    found = "JPEG" if image.format == "MPO" else image.format  # several JPEGs in one file: the first is the photo
    if found != FORMATS[extension]:
        raise UnusablePictureError(
            f"The name of this file ends in .{extension}, but its content is {found}. Give it the right ending."
        )
    if image.format != "MPO" and getattr(image, "is_animated", False):
        raise UnusablePictureError("This picture moves, which keeps people from reading. Choose a still one.")
    width, height = image.size
    if width * height > MOST_PIXELS[found]:
        raise UnusablePictureError(
            f"This picture has {width:,} × {height:,} pixels; the limit is {MOST_PIXELS[found] // 10**6} million. "
            "Export it smaller: 1,200 pixels in width are enough."
        )
    if min(width, height) < SHORTEST_SIDE:
        raise UnusablePictureError(
            f"This picture has {width:,} × {height:,} pixels: too few to see something. "
            f"Each side needs at least {SHORTEST_SIDE}."
        )
    if max(width, height) > LONGEST_TO_SHORTEST * min(width, height):
        raise UnusablePictureError(
            f"This picture has {width:,} × {height:,} pixels: too long for its width. "
            f"Crop it until one side is at most {LONGEST_TO_SHORTEST} times the other."
        )


def plain_pixels(image):
    """The picture upright, in the colors of the web, what is transparent white, and with nothing but its pixels."""
    from PIL import Image, ImageOps

    profile = image.info.get("icc_profile")
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    elif image.mode not in ("L", "RGB", "RGBA", "CMYK"):
        image = image.convert("RGBA")
    image = image.reduce(max(1, image.width // (2 * WIDTHS[-1])))  # early: each further step copies what is left
    image = ImageOps.exif_transpose(image)
    if profile and image.mode in ("RGB", "CMYK"):
        image = in_colors_of_the_web(image, profile)
    image = image.convert("RGBA")
    pixels = Image.new("RGB", image.size, "white")
    pixels.paste(image, mask=image.getchannel("A"))
    return pixels


def in_colors_of_the_web(image, profile):
    """Translates colors such as those of an iPhone, which would look dull without their profile."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image  # the profile is broken or of another kind: the colors are taken as they are


def encode(pixels):
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
    """The widths in which a picture exists whose largest version has this one."""
    return [each for each in WIDTHS if each < width] + [width]


def file_name(content_hash, width):
    return f"pictures/{content_hash}-{width}.webp"


def store(versions):
    """Writes the files. What a name stands for never changes, so it may be there already, whole or not."""
    for width, file in versions.files.items():
        default_storage.save(file_name(versions.content_hash, width), ContentFile(file))


def remove(content_hash, width):
    """Removes the files of a picture whose largest version has this width."""
    for each in widths_up_to(width):
        default_storage.delete(file_name(content_hash, each))


class StaffUploadHandler(FileUploadHandler):
    """Takes files from people who are signed in, up to the limit; anything else is dropped as it comes.

    Of a file that is too large the form still hears the size, so that it can say so.
    """

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.is_welcome = self.request.path_info.startswith("/admin/") and self.request.user.is_authenticated

    def receive_data_chunk(self, raw_data, start):
        return raw_data if self.is_welcome and start + len(raw_data) <= LARGEST_UPLOAD else None

    def file_complete(self, file_size):
        if not self.is_welcome:
            return UploadedFile(io.BytesIO(), self.file_name, self.content_type, size=0)
        if file_size > LARGEST_UPLOAD:
            return UploadedFile(io.BytesIO(), self.file_name, self.content_type, size=file_size)
        return None
