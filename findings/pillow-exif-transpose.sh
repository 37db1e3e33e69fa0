#!/usr/bin/env bash
# Pillow 13.0.0: ImageOps.exif_transpose refuses a photo whose orientation it has read.
#
# To turn a photo upright, only the orientation matters. exif_transpose reads it, turns the pixels, and then writes the
# whole EXIF block anew, without the orientation. One tag whose value has another type than Pillow's own table expects,
# which readers pass over and Pillow itself reads, cannot be written: the call raises TypeError or struct.error, though
# the picture opens, decodes and says how it is to be turned. Code that catches errors around it to refuse "damaged"
# pictures refuses photos that every browser shows upright.
#
# Fails when this changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check pillow==13.0.0

venv/bin/python - <<'PYTHON'
import io

from PIL import Image, ImageOps

ORIENTATION, MAKER, PLANAR_CONFIGURATION = 0x0112, 0x010F, 0x011C
exif = Image.Exif()
exif[ORIENTATION] = 6  # the camera was turned by 90 degrees
exif[MAKER] = "Camera"
block = exif.tobytes().replace(b"\x01\x0f\x00\x02", b"\x01\x1c\x00\x02")  # the word now stands under another tag
photo = io.BytesIO()
Image.new("RGB", (40, 30), "teal").save(photo, "JPEG", exif=block)

with Image.open(photo) as image:
    image.load()
    read = image.getexif()
    print("decoded:", image.size, "orientation:", read[ORIENTATION], "odd tag:", repr(read[PLANAR_CONFIGURATION]))
    assert read[ORIENTATION] == 6
    upright = image.transpose(Image.Transpose.ROTATE_270)
    print("turned by hand:", upright.size)
    try:
        ImageOps.exif_transpose(image)
    except Exception as error:
        print("exif_transpose:", type(error).__name__, error)
    else:
        raise SystemExit("exif_transpose took it: this has changed.")
PYTHON
