"""Noto Sans cut down to the letters and weights that the interface languages write with."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from frontend.build.paths import NODE_MODULES
from kith.kernel.languages import INTERFACE_LANGUAGES

FAMILY = "Noto Sans Kith"
# The languages' own names and nothing else: a list of languages on every page must not fetch whole scripts.
NAMES = "Kith Names"
WEIGHTS = (400, 700)
_LATIN = ("ccmp", "kern", "liga", "locl", "mark", "mkmk")
_ARABIC = (*_LATIN, "calt", "curs", "fina", "init", "isol", "medi", "rlig")
# What the Indic scripts need to be shaped: https://learn.microsoft.com/typography/script-development/bengali
_INDIC = (
    *_LATIN,
    *("akhn", "blwf", "calt", "half", "init", "nukt", "pstf", "rphf", "vatu"),
    *("abvm", "abvs", "blwm", "blws", "dist", "haln", "pres", "psts"),
)


@dataclass(frozen=True)
class Face:
    """One font file: where it is cut from, and the characters it keeps."""

    name: str
    package: str
    script: str
    keeps: str
    features: tuple[str, ...] = _LATIN
    family: str = FAMILY
    on_its_own_pages: str = ""
    """What it keeps beside, and offers on pages from right to left only."""

    @property
    def source(self) -> Path:
        """The file of the npm package that this face is cut from."""
        files = NODE_MODULES / "@fontsource-variable" / self.package / "files"
        return files / f"{self.package}-{self.script}-wght-normal.woff2"


_MARKS = "2bc,2c6,2da,2dc,2010-2015,2018-201e,2020-2022,2026,202f,2032-2033,2039-203a,2044"
_SIGNS = "20ac,2122,2191,2193,2212"
# Bengali joins with them too. Were they offered there, a browser that still waits for the Bengali letters would fetch
# all the Arabic ones for a joiner that nobody sees.
_JOINERS = "200c-200f,2010-2011"
# The full stop of the Indic scripts has a small file of its own, for both of them write with it.
_DANDAS = "964-965"


def _letters(*codes: str) -> str:
    names = {letter for each in INTERFACE_LANGUAGES if each.code in codes for letter in each.own_name}
    return ",".join(f"{ord(letter):x}" for letter in sorted(names))


FACES = {
    face.name: face
    for face in (
        Face("noto-latin.woff2", "noto-sans", "latin", f"20-7e,a0-ff,131,152-153,{_MARKS},{_SIGNS}"),
        Face("noto-latin-ext.woff2", "noto-sans", "latin-ext", "100-130,132-151,154-17f,218-21b,1e9e"),
        Face("noto-arabic.woff2", "noto-sans-arabic", "arabic", "600-6ff", _ARABIC, on_its_own_pages=_JOINERS),
        Face("noto-bengali.woff2", "noto-sans-bengali", "bengali", "980-9fe", _INDIC),
        Face("noto-gurmukhi.woff2", "noto-sans-gurmukhi", "gurmukhi", "a01-a76", _INDIC),
        Face("noto-danda.woff2", "noto-sans-bengali", "bengali", _DANDAS),
        Face("names-arabic.woff2", "noto-sans-arabic", "arabic", _letters("ar", "ur"), _ARABIC, NAMES),
        Face("names-bengali.woff2", "noto-sans-bengali", "bengali", _letters("bn"), _INDIC, NAMES),
        Face("names-gurmukhi.woff2", "noto-sans-gurmukhi", "gurmukhi", _letters("pa"), _INDIC, NAMES),
    )
}
# A new interface language is one line here, and a face above where its script is new.
FACES_OF_LANGUAGE = {
    "en": ("noto-latin.woff2",),
    "ro": ("noto-latin.woff2", "noto-latin-ext.woff2"),
    "pl": ("noto-latin.woff2", "noto-latin-ext.woff2"),
    "ur": ("noto-arabic.woff2", "noto-latin.woff2"),
    "ar": ("noto-arabic.woff2", "noto-latin.woff2"),
    "so": ("noto-latin.woff2",),
    "bn": ("noto-bengali.woff2", "noto-latin.woff2", "noto-danda.woff2"),
    "pa": ("noto-gurmukhi.woff2", "noto-latin.woff2", "noto-danda.woff2"),
}


def cut(face: Face) -> bytes:
    """The face as a variable woff2 with the kept characters and the weights from regular to bold."""
    light = instancer.instantiateVariableFont(TTFont(face.source, recalcTimestamp=False), {"wght": WEIGHTS})
    # Written and read again, since the subsetter trips over the instancer's lazily kept tables.
    font = TTFont(_written(light, None), recalcTimestamp=False)
    options = subset.Options(layout_features=list(face.features), hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(",".join(filter(None, [face.keeps, face.on_its_own_pages]))))
    subsetter.subset(font)
    return _written(font, "woff2").getvalue()


def _written(font: TTFont, flavour: str | None) -> BytesIO:
    buffer = BytesIO()
    font.flavor = flavour
    font.save(buffer)
    buffer.seek(0)
    return buffer


def font_faces(addresses: dict[str, str], *, right_to_left: bool) -> str:
    """The `@font-face` rules of a sheet, each with its range: a browser fetches only the scripts on the page."""
    return "".join(
        f'@font-face{{font-family:"{face.family}";font-style:normal;font-display:swap;'
        f"font-weight:{WEIGHTS[0]} {WEIGHTS[1]};"
        f'src:url("{addresses[name]}") format("woff2");unicode-range:{_range(face, right_to_left=right_to_left)}}}'
        for name, face in FACES.items()
    )


def _range(face: Face, *, right_to_left: bool) -> str:
    kept = [
        *face.keeps.split(","),
        *(face.on_its_own_pages.split(",") if right_to_left and face.on_its_own_pages else []),
    ]
    return ",".join(f"U+{part.upper()}" for part in kept)
