"""Which translations a named speaker has checked."""

from functools import cache
from gettext import translation

from django.conf import settings

from kith.kernel.languages import ENGLISH


@cache
def checked_by(code: str) -> str:
    """Who checked this language's catalogue; empty until it is checked."""
    if code == ENGLISH.code:
        return "Kith"
    for folder in settings.LOCALE_PATHS:
        read = translation("django", folder, languages=[code], fallback=True)
        if name := read.info().get("x-checked-by", ""):
            return name
    return ""
