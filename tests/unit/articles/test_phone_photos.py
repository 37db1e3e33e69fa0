"""Photos of real phones and cameras become pictures as any other: upright, small, silent about their place."""

import io

import pytest
from PIL import Image

from articles import pictures
from tests.factories import upload
from tests.phone_photos import fetch_photos

pytestmark = pytest.mark.whole

PHOTOS = {  # {path in the archive: (who made it, size as served)}
    "heif_other/arrow.heic": ("Apple iPhone 8 Plus", (1200, 1600)),
    "heif_other/empty_icc.heic": ("Apple iPhone XS", (1025, 900)),
    "heif_other/pug.heic": ("Apple iPhone 13 Pro", (1200, 900)),
    "heif_other/spatial_photo.heic": ("Apple Apple Vision Pro", (1200, 1200)),  # two views, one for each eye
    "heif_special/aux_YCbCr.heic": ("samsung Galaxy S25 Ultra", (1200, 554)),  # with a gain map
    "heif_special/xiaomi.heic": ("Xiaomi M2012K11AG", (1200, 900)),
    "heif_other/cat.hif": ("SONY ILCE-7SM3", (1200, 802)),  # ten bits a color
    "heif_special/guitar_cw90.hif": ("SONY ILCE-7M4", (1200, 1800)),  # the format turns it
}


@pytest.fixture(scope="module")
def photos():
    return fetch_photos()


@pytest.mark.parametrize(("path", "maker", "size"), [(path, *facts) for path, facts in PHOTOS.items()])
def test_photo_of_a_real_phone_is_taken(photos, path, maker, size):
    content = (photos / path).read_bytes()
    versions = pictures.make_versions(upload(content, path.rpartition("/")[2]))
    assert list(versions.files) == pictures.widths_up_to(size[0])
    assert (versions.width, versions.height) == size
    largest = versions.files[size[0]]
    shown = Image.open(io.BytesIO(largest))
    assert (shown.size, shown.mode) == (size, "RGB")
    make, model = maker.split(" ", 1)
    assert make.encode() in content
    assert model.encode() in content
    assert make.encode() not in largest
    assert shown.info.keys() & {"exif", "icc_profile", "xmp"} == set()


def test_photo_of_200_megapixels_is_refused_with_what_to_do(photos):
    content = (photos / "heif_special/200MP.heic").read_bytes()
    with pytest.raises(pictures.UnusablePictureError, match="1,200 pixels wide is enough"):
        pictures.make_versions(upload(content, "IMG_0001.HEIC"))
