"""A note of the last seal in a file outside the database, so that cutting off the audit's end is found too."""

from pathlib import Path

from django.conf import settings


def note(last_id: int, digest: bytes) -> None:
    """Write down the seal that has just been set."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(f"{last_id} {digest.hex()}\n", encoding="ascii")
    new.replace(path)


def last_noted() -> tuple[int, bytes] | None:
    """Up to which entry the noted seal goes, and its digest; None on a machine that has set none."""
    try:
        last_id, digest = _path().read_text(encoding="ascii").split()
    except FileNotFoundError:
        return None
    return int(last_id), bytes.fromhex(digest)


def _path() -> Path:
    place_var: Path = settings.KITH.place_var
    return place_var / "audit-seal.txt"
