"""What may never be in a bundle: things that make a sleeping place dangerous. Pure.

The advice for every sleep: no pillow, duvet, bumper, nest or pod in a cot. The database refuses
the same words (kith.bundles.migrations).
"""

import re

from kith.kernel.refusal import Refusal

UNSAFE_WORDS = (
    *("pillow", "cushion", "duvet", "quilt", "comforter", "bumper", "nest", "pod", "sleep positioner", "wedge"),
    *("pern\u0103", "pilot\u0103", "poduszka", "ko\u0142dra", "gniazdko", "ochraniacz"),
)
UNSAFE = re.compile(rf"\b(?:{'|'.join(UNSAFE_WORDS)})(?:s|es)?\b", re.IGNORECASE)


def may_be_part(name: str) -> Refusal | None:
    """Say why this thing cannot be part of a bundle, or None if it can."""
    found = UNSAFE.search(name)
    return Refusal("bundle_part_unsafe", part=found.group(0)) if found else None
