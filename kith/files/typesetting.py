"""Setting a PDF: a template of typst, the facts as JSON, the faces of every script, the right way of reading."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path

import typst

from kith.kernel import clock
from kith.kernel.languages import Language
from kith.platform.ui.assets import BUILT, read_manifest


def typeset(template: Path, facts: Mapping[str, object], language: Language) -> bytes:
    """The page as an accessible PDF (PDF/UA-1); the same facts on the same day give the same file.

    The template finds the facts in ``sys.inputs.page``, with the language, its direction and the faces.
    """
    whole = {**facts, "lang": language.code, "rtl": language.direction == "rtl", "fonts": list(_families())}
    content = typst.compile(
        template,
        font_paths=[BUILT],
        ignore_system_fonts=True,
        sys_inputs={"page": json.dumps(whole, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(clock.today(), time(), tzinfo=UTC),
    )
    return _read_its_own_way(content, language)


def _read_its_own_way(content: bytes, language: Language) -> bytes:
    # Typst takes all Punjabi for Shahmukhi and says R2L, whatever `dir` says: a viewer of two pages side by side and a
    # printer's booklet would put them in the wrong order. Both words are as long, so the PDF's own table still holds.
    way = b"R2L" if language.direction == "rtl" else b"L2R"
    return re.sub(rb"(/ViewerPreferences<<[^>]*/Direction)/(?:L2R|R2L)", rb"\g<1>/" + way, content)


@lru_cache(maxsize=1)
def _families() -> tuple[str, ...]:
    """The families of the built faces: letters missing in one are taken from the next."""
    names = [name for name in read_manifest()["files"] if name.endswith("-400.ttf")]
    return tuple(
        f"Kith {name.removesuffix('-400.ttf')}" for name in sorted(names, key=lambda name: "latin" not in name)
    )
