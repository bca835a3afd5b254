"""A picture made safe: opened, turned upright, made small and written anew, so that nothing else of the file is left.

Where a photo was taken, with which phone and when stands beside its points, and is not copied; nor is anything that a
file could hide. What the first bytes say of its size is asked before a single point is read.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

from kith.files.rules import LONGEST_SIDE, PictureKind, may_open, may_take
from kith.kernel.refusal import Refusal

# We ask for the number of points ourselves, before a picture is opened, and refuse in words.
Image.MAX_IMAGE_PIXELS = None
FORMATS = tuple(each.value.upper() for each in PictureKind)
QUALITY = 78
WHITE = (255, 255, 255)
MEDIA_TYPE = "image/jpeg"


@dataclass(frozen=True)
class Picture:
    """A picture as it is kept and shown."""

    content: bytes
    width: int
    height: int


def made_safe(content: bytes, *, most_megabytes: int, most_megapixels: int) -> Picture:
    """The picture written anew; a Refusal in words for what is too large, of too many points, or no picture."""
    with opened(content, most_megabytes=most_megabytes, most_megapixels=most_megapixels) as image:
        # A JPEG is read at a half or a quarter of its size where that is enough.
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        return _written(_flat(ImageOps.exif_transpose(image)))


@contextmanager
def opened(content: bytes, *, most_megabytes: int, most_megapixels: int) -> Iterator[Image.Image]:
    """The picture, opened and not read yet; whatever its file makes the library say becomes a Refusal in words."""
    if refusal := may_take(content, most_megabytes=most_megabytes):
        raise refusal
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            if refusal := may_open(*image.size, most_megapixels=most_megapixels):
                raise refusal
            yield image
    except Refusal:
        raise
    # A broken or hostile file ends in one of many ways inside the library; each means the same here.
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, OverflowError, MemoryError) as error:
        raise Refusal("picture_unreadable") from error


def _flat(image: Image.Image) -> Image.Image:
    """Without transparency, which a JPEG does not know, and in the colours of a screen."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        ground = Image.new("RGB", image.size, WHITE)
        ground.paste(image, mask=image.getchannel("A"))
        return ground
    return image.convert("RGB")


def _written(image: Image.Image) -> Picture:
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    # A new image holds the points and nothing that stood beside them.
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    out = BytesIO()
    bare.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Picture(out.getvalue(), *bare.size)
