"""Photos as a phone takes them: a tag on a pump, tilted, a little out of focus, in bad light."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import qrcode  # type: ignore[import-untyped]  # it comes without types
from PIL import Image, ImageFilter

SIZE, TILT = (1600, 1200), 14
TABLE = (143, 130, 118)


def photo_of(tags: Sequence[str], *, tilt: int = TILT) -> bytes:
    """A JPEG on which these tags lie side by side."""
    ground = Image.new("RGB", SIZE, TABLE)
    for number, tag in enumerate(tags):
        code = qrcode.QRCode(border=4, box_size=8)
        code.add_data(tag)
        label = code.make_image().get_image().convert("RGB").rotate(tilt, expand=True, fillcolor=TABLE)
        ground.paste(label, (60 + 400 * (number % 4), 120 + 420 * (number // 4)))
    dim = Image.eval(ground.filter(ImageFilter.GaussianBlur(1.4)), lambda point: int(point * 0.7) + 18)
    out = BytesIO()
    dim.save(out, "JPEG", quality=70)
    return out.getvalue()
