"""A QR code as one SVG path: sharp in print, drawn in the page, fetched from nowhere."""

from functools import lru_cache

import qrcode  # type: ignore[import-untyped]  # it comes without types
from markupsafe import Markup
from qrcode.constants import ERROR_CORRECT_M  # type: ignore[import-untyped]

QUIET = 4
"""Modules of white around the code, as ISO/IEC 18004 asks for."""


@lru_cache(maxsize=64)
def qr_code(address: str, *, label: str) -> Markup:
    """The code that leads to this address, dark on white in every colour scheme; ``label`` is read out instead."""
    size, path = _drawn(address)
    return Markup(
        '<svg class="kith-qr" viewBox="0 0 {size} {size}" role="img" aria-label="{label}" shape-rendering="crispEdges">'
        '<rect class="kith-qr__ground" width="{size}" height="{size}"/><path class="kith-qr__code" d="{path}"/></svg>'
    ).format(size=size, label=label, path=path)


def qr_picture(address: str) -> str:
    """The same code as a picture that stands alone, black on white, for print."""
    size, path = _drawn(address)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )


def _drawn(address: str) -> tuple[int, str]:
    """How many modules the code is wide, and the dark ones as one path."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(address)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return len(rows), path
