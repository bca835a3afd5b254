"""A place's own colours: a small style sheet of their own, linked where a place has any."""

import hashlib

from kith.kernel.choices import place
from kith.kernel.contrast import darker


def own_colours() -> str:
    """The address of the style sheet, another one after each change; empty where the place has kept Kith's colours."""
    sheet = own_sheet()
    mark = hashlib.sha256(sheet.encode()).hexdigest()[:12]
    return f"/colours/{mark}.css" if sheet else ""


def own_sheet() -> str:
    """The custom properties by day; by night Kith's own stand."""
    chosen = {"brand": place.BRAND.now, "button": place.BUTTON.now, "link": place.LINK.now}
    after = {"brand": "brand-deep", "button": "button-hover", "link": "link-hover"}
    rows = [f"--kith-{job}:{colour};--kith-{after[job]}:{darker(colour)}" for job, colour in chosen.items() if colour]
    return f"@media screen and (prefers-color-scheme:light){{:root{{{';'.join(rows)}}}}}" if rows else ""
