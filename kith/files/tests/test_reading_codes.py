"""What the codes on a photo say."""

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from kith.files.reading_codes import codes_in

OWN, MAKERS = "KITH-P-0042", "(01)09506000134352(17)280630(10)LOT7(21)P-0042"
AS_SCANNED = "01095060001343521728063010LOT7\x1d21P-0042"


@pytest.mark.parametrize(
    ("code", "is_of_maker", "said"), [(OWN, False, OWN), (MAKERS, True, AS_SCANNED)], ids=["our own", "the maker's"]
)
def test_a_code_is_read_as_a_hand_scanner_types_it(code: str, is_of_maker: bool, said: str) -> None:
    drawn = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.DataMatrix, gs1=is_of_maker).to_image(scale=6)
    photo = BytesIO()
    Image.fromarray(drawn).save(photo, "PNG")
    assert codes_in(photo.getvalue()) == [said]
