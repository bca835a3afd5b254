"""The tag on a pump: what may stand on it, and what was read or typed of it. Pure."""

import re

from kith.kernel.refusal import Refusal

LONGEST = 20
_TAG = re.compile(r"[A-Z0-9][A-Z0-9-]{2,19}")


def cleaned(typed: str) -> str:
    """The tag as it is kept: capitals, without blanks."""
    return "".join(typed.upper().split())


def may_be_tag(tag: str) -> Refusal | None:
    """Say why this cannot stand on a tag, or None if it can."""
    return None if _TAG.fullmatch(tag) else Refusal("tag_unreadable")


def one_tag(read: list[str]) -> str | Refusal:
    """The one tag that a picture shows; what to do where it shows none, or several."""
    tags = sorted({cleaned(each) for each in read if may_be_tag(cleaned(each)) is None})
    if not tags:
        return Refusal("picture_no_tag")
    return tags[0] if len(tags) == 1 else Refusal("picture_several_tags", tags=", ".join(tags[:4]))
