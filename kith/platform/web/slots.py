"""Slots: the few signs of a page kept ready that are new for every reader, such as the key of a form."""

from collections.abc import Mapping
from functools import cache

from django.utils.crypto import salted_hmac


def slot(name: str) -> str:
    """What stands in a kept page where this slot is to be filled; no outsider can write it."""
    return f"slot-{name}-{_seal()}"


def fill(content: bytes, values: Mapping[str, str]) -> bytes:
    """The page with every slot filled. Values stand in the page as they are: letters, digits and ``-_.:`` only."""
    for name, value in values.items():
        if not value.translate(_ALLOWED).isalnum():
            raise ValueError(f"the slot {name} takes letters, digits and -_.: only")
        content = content.replace(slot(name).encode(), value.encode())
    return content


_ALLOWED = str.maketrans("", "", "-_.:")


@cache
def _seal() -> str:
    return salted_hmac("kith.platform.web.slots", "slot").hexdigest()[:24]
