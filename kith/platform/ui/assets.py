"""Addresses of the built styles, fonts and scripts, from the manifest that the build wrote."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

BUILT = Path(__file__).resolve().parents[2] / "static" / "built"
_MISSING = "The styles are not built yet: run `python -m frontend.build`."


class NotBuilt(RuntimeError):
    """The front end has not been built on this machine."""


def read_manifest(folder: Path = BUILT) -> dict[str, Any]:
    """The build's own table: plain name to hashed file name, and the fonts each language needs first."""
    try:
        return dict(json.loads((folder / "manifest.json").read_text()))
    except FileNotFoundError as error:
        raise NotBuilt(_MISSING) from error


@lru_cache(maxsize=1)
def _kept_manifest() -> dict[str, Any]:
    return read_manifest()


def static_built(name: str) -> str:
    """The address of a built file by its plain name, such as `app.css`."""
    return f"{settings.STATIC_URL}{_kept_manifest()['files'][name]}"


def fonts_to_preload(language: str) -> list[str]:
    """The addresses of the font files that every page in this language needs at once."""
    return [static_built(name) for name in _kept_manifest()["preload"].get(language, ())]
