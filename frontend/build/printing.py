"""The same letters for print: the cut faces at two fixed weights as TTF, for the engine that sets leaflets."""

from collections.abc import Mapping
from io import BytesIO

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from frontend.build.fonts import WEIGHTS

_FAMILY, _STYLE, _FULL, _POSTSCRIPT = 1, 2, 4, 6
_REPLACED = (1, 2, 3, 4, 6, 16, 17, 21, 22, 25)
_STYLES = {400: "Regular", 700: "Bold"}


def family_of(face: str) -> str:
    """What the engine calls this face: each is a family of its own, so that missing letters are looked for in all."""
    return f"Kith {face.partition('.')[0]}"


def printed(faces: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every face (a variable woff2 by its name) at every weight, as TTF by file name."""
    return {
        f"{name.partition('.')[0]}-{weight}.ttf": _fixed(name, content, weight)
        for name, content in faces.items()
        for weight in WEIGHTS
    }


def _fixed(name: str, content: bytes, weight: int) -> bytes:
    font = TTFont(BytesIO(content), recalcTimestamp=False)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, {"wght": weight})
    font.flavor = None
    _rename(font, family_of(name), weight)
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _rename(font: TTFont, family: str, weight: int) -> None:
    names, style = font["name"], _STYLES[weight]
    names.names = [each for each in names.names if each.nameID not in _REPLACED]
    words = {
        _FAMILY: family,
        _STYLE: style,
        _FULL: f"{family} {style}",
        _POSTSCRIPT: f"{family}-{style}".replace(" ", ""),
    }
    for number, text in words.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    is_bold = weight == 700
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b1100001) | (0b100000 if is_bold else 0b1000000)
    font["head"].macStyle = int(is_bold)
