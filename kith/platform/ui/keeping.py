"""Pieces of pages that look the same every time: drawn once for all that they depend on."""

from collections.abc import Callable, Hashable

from django.utils.translation.trans_real import catalog
from markupsafe import Markup

MOST = 1500
_drawn: dict[Hashable, Markup] = {}


def kept(name: str, *depends_on: Hashable, caller: Callable[[], Markup]) -> Markup:
    """What the block draws: once for the reader's catalogue and these values, which must be all it looks at.

    Use: ``{% call kept("wards", map.wards) %}…{% endcall %}``.
    """
    key = (name, catalog(), depends_on)
    if (drawn := _drawn.get(key)) is None:
        if len(_drawn) >= MOST:
            _drawn.clear()
        drawn = _drawn[key] = caller()
    return drawn
