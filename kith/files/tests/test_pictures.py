"""What is no picture, or too large a one, is refused in words; what is kept says nothing but what is to be seen."""

from contextlib import suppress
from io import BytesIO
from struct import pack
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kith.files.answering import picture_answer
from kith.files.pictures import Picture, made_safe
from kith.files.rules import LONGEST_SIDE, MEGABYTE, MEGAPIXEL, may_open, may_take, picture_kind
from kith.kernel.refusal import Refusal

LIMITS = {"most_megabytes": 12, "most_megapixels": 24}


def a_picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **saved: object) -> bytes:
    out = BytesIO()
    Image.new(mode, size, "teal" if mode == "RGB" else 0).save(out, kind, **saved)
    return out.getvalue()


def refused(content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        made_safe(content, **LIMITS)
    return caught.value.code


def a_png_that_says_it_is(width: int, height: int) -> bytes:
    """The beginning of a picture and nothing else: who opens it first, and asks later, runs out of memory."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return pack(">I", len(body)) + kind + body + pack(">I", crc32(kind + body))

    header = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_kept_as_a_small_jpeg_of_the_same_shape(kind: str) -> None:
    made = made_safe(a_picture(kind, (2400, 1600)), **LIMITS)
    assert (made.width, made.height) == (LONGEST_SIDE, 800)
    assert picture_kind(made.content) == "jpeg"


def test_where_and_when_it_was_taken_is_not_kept_and_it_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x0132], exif[0x010F] = 6, "2026:03:01 10:00:00", "A maker of phones"
    exif.get_ifd(0x8825)[1] = "N"
    sent = a_picture(size=(60, 40), exif=exif, comment=b"Netherfield")
    assert b"A maker of phones" in sent
    made = made_safe(sent, **LIMITS)
    kept = Image.open(BytesIO(made.content))
    assert (made.width, made.height, dict(kept.getexif())) == (40, 60, {})
    assert not any(word in made.content for word in (b"A maker of phones", b"2026:03:01", b"Netherfield", b"Exif"))


def test_what_is_see_through_is_white() -> None:
    made = made_safe(a_picture("PNG", mode="RGBA"), **LIMITS)
    assert Image.open(BytesIO(made.content)).getpixel((0, 0)) == (255, 255, 255)


def test_a_picture_of_forty_megapixels_is_refused_before_it_is_opened() -> None:
    with pytest.raises(Refusal) as caught:
        made_safe(a_png_that_says_it_is(8000, 5000), **LIMITS)
    assert (caught.value.code, caught.value.facts) == ("picture_too_many_points", {"most": 24, "found": 40})


def test_a_picture_that_would_fill_all_memory_is_refused_too() -> None:
    assert refused(a_png_that_says_it_is(200_000, 200_000)) == "picture_too_many_points"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture_is_empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "picture_kind_unknown"),
        (b"GIF89a" + bytes(40), "picture_kind_unknown"),
        (b"%PDF-1.7", "picture_kind_unknown"),
        (b"\xff\xd8\xff" + bytes(200), "picture_unreadable"),
        (b"\x89PNG\r\n\x1a\n", "picture_unreadable"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture_unreadable"),
        (a_picture()[:300], "picture_unreadable"),
        (bytes(12 * MEGABYTE + 1), "picture_too_large"),
    ],
    ids=["nothing", "drawing with a script", "gif", "paper", "no jpeg", "no png", "no webp", "half a photo", "large"],
)
def test_what_cannot_be_shown_is_refused(content: bytes, code: str) -> None:
    assert refused(content) == code


@settings(deadline=None)  # the first picture of a kind loads its decoder
@given(st.binary(max_size=400), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP"]))
def test_whatever_is_sent_is_a_picture_or_a_refusal(content: bytes, begins: bytes) -> None:
    with suppress(Refusal):
        assert picture_kind(made_safe(begins + content, **LIMITS).content) == "jpeg"


@given(st.integers(-1, 50_000), st.integers(-1, 50_000), st.integers(2, 36))
def test_a_picture_is_opened_exactly_while_its_points_are_few_enough(width: int, height: int, most: int) -> None:
    is_opened = may_open(width, height, most_megapixels=most) is None
    assert is_opened == (width > 0 and height > 0 and width * height <= most * MEGAPIXEL)


@given(st.binary(max_size=100))
def test_the_name_of_a_file_never_decides(content: bytes) -> None:
    assert (may_take(content) is None) == (picture_kind(content) is not None)


def test_a_picture_is_answered_as_nothing_that_could_run() -> None:
    answer = picture_answer(Picture(b"\xff\xd8\xff", 1, 1))
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
