"""Reading the codes that a photo shows: on the server, by a decoder of our own. The photo is kept nowhere."""

import zxingcpp
from PIL import Image, ImageOps

from kith.files.pictures import opened
from kith.files.settings import MOST_MEGABYTES, MOST_MEGAPIXELS

WIDE_ENOUGH = (2400, 2400)
"""A shelf of tags is still sharp at this size, and read in a fraction of a second."""
_KINDS = (zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.DataMatrix)
FORMATS = zxingcpp.BarcodeFormats(_KINDS)


def codes_in(content: bytes) -> list[str]:
    """What the codes on the photo say, in no order; a Refusal in words for what is no photo or too large."""
    with opened(content, most_megabytes=MOST_MEGABYTES.now, most_megapixels=MOST_MEGAPIXELS.now) as image:
        image.draft("L", WIDE_ENOUGH)
        grey = ImageOps.exif_transpose(image).convert("L")
        grey.thumbnail(WIDE_ENOUGH, Image.Resampling.BILINEAR)
        # As a scanner types it: for codes of medical devices the default writes brackets that are not in the code.
        found = zxingcpp.read_barcodes(grey, formats=FORMATS, text_mode=zxingcpp.TextMode.Plain)
    return [each.text for each in found if each.valid]
