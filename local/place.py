"""A demonstration place on this machine needs no setting up by hand: what is missing is filled in here."""

from __future__ import annotations

import json
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager, suppress
from pathlib import Path

from kith.kernel.slug import slug
from local.postgres.server import KEPT, free_name
from local.postgres.use import serving
from local.postgres.users import UP_LOCK

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_PLACE = "milton-keynes"
# The keys of the place, the lock of whoever starts it, and its PostgreSQL, which sets its own data aside.
STAYS = {"keys.json", UP_LOCK, "postgres"}
_OFF = ("0", "false", "no", "off", "f", "n")


def fill(environ: MutableMapping[str, str]) -> None:
    """Set what a demonstration here needs and lacks; an installation with keys of its own is left alone."""
    environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    if environ.get("KITH_SECRET_KEY") or environ.get("KITH_DEMONSTRATION", "").lower() in _OFF:
        return
    environ["KITH_DEMONSTRATION"] = environ.get("KITH_DEMONSTRATION") or "true"
    environ["PLACE"] = environ.get("PLACE") or DEFAULT_PLACE
    keys = _keys(folder_of_place(environ))
    for name in ("KITH_SECRET_KEY", "KITH_AUDIT_KEY"):
        environ[name] = environ.get(name) or keys[name]


def folder_of_place(environ: MutableMapping[str, str]) -> Path:
    """The place's own folder: keys, messages of the demonstration, and the database where it is embedded."""
    place = slug(environ.get("PLACE") or DEFAULT_PLACE)
    return Path(environ.get("KITH_VAR") or ROOT / "var").absolute() / place


def set_aside(folder: Path) -> Path:
    """Move what a place has written beside its database into a folder, which is returned; its keys stay."""
    aside = free_name(folder)
    aside.mkdir()
    for each in folder.iterdir():
        if each.name not in STAYS and not each.name.startswith(KEPT):
            each.rename(aside / each.name)
    return aside


@contextmanager
def database(environ: MutableMapping[str, str], *, say: Callable[[str], None] | None = None) -> Iterator[None]:
    """Let DATABASE_URL name a running database inside the block: the given one, else the place's embedded one.

    An embedded one that runs already is used and left running.
    """
    if environ.get("DATABASE_URL"):
        yield
        return
    with serving(folder_of_place(environ), say=say) as url:
        environ["DATABASE_URL"] = url
        yield


def without_database(environ: MutableMapping[str, str]) -> None:
    """Let the settings be read where nothing asks a database: no server is started."""
    environ.setdefault("DATABASE_URL", "postgresql://nobody@/none?host=/nowhere")


def _keys(folder: Path) -> dict[str, str]:
    """The keys of this machine, made once and kept where only their owner can read them."""
    path = folder / "keys.json"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        keys = {name: secrets.token_urlsafe(48) for name in ("KITH_SECRET_KEY", "KITH_AUDIT_KEY")}
        descriptor, unfinished = tempfile.mkstemp(dir=folder)
        with os.fdopen(descriptor, "w") as file:
            json.dump(keys, file)
        # A link is made by one of two simultaneous starts only; the other reads what the first has written.
        with suppress(FileExistsError):
            path.hardlink_to(unfinished)
        Path(unfinished).unlink()
    return dict(json.loads(path.read_text()))
