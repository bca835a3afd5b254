"""Offering to undo: signed, for one person, for some minutes; the bar on the next page shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.http import HttpRequest
from django.utils.functional import Promise

from kith.kernel import clock
from kith.platform.access.viewer import ANONYMOUS, Actor, Viewer

FOR = timedelta(minutes=10)
SALT = "kith.undoing"
UNDONE = "undone"
"""Stands in the address in place of an offer, once it was taken."""


@dataclass(frozen=True)
class Undo:
    """One kind of act that can be undone: what was done, in words, and the action that undoes it."""

    words: Promise
    act: Callable[..., object]


@dataclass(frozen=True)
class Offer:
    """An offer that stands: its text for the form, what was done, and how many minutes are left; or one just taken."""

    token: str
    words: str
    minutes: int
    is_taken: bool = False


@dataclass(frozen=True)
class Taken:
    """What an offer says: which kind of act, and of what."""

    kind: str
    facts: Mapping[str, Any]
    until: datetime


_kinds: dict[str, Undo] = {}


def register_undo(kinds: Mapping[str, Undo]) -> None:
    """Make a room's kinds known; safe to run twice."""
    _kinds.update(kinds)


def undo_of(kind: str) -> Undo | None:
    """How this kind of act is undone."""
    return _kinds.get(kind)


def offer_undo(by: Viewer, kind: str, **facts: int | str) -> str:
    """An offer to undo what this person has just done. Facts are ids and instants, by which it is found again."""
    said = {"kind": kind, "facts": facts, "until": (clock.now() + FOR).isoformat()}
    return signing.dumps(said, salt=_salt(by))


def with_offer(address: str, **said: str) -> str:
    """The address, with what was done and the offer to undo it; what is empty is left out."""
    told = {name: each for name, each in said.items() if each}
    return f"{address}?{urlencode(told)}" if told else address


def taken(by: Actor, token: str) -> Taken | None:
    """What the offer says; None unless it was made to this person, is whole, and its minutes are not over."""
    try:
        said = signing.loads(token, salt=_salt(by))
    except signing.BadSignature:
        return None
    until = datetime.fromisoformat(said["until"])
    if said["kind"] not in _kinds or clock.now() >= until:
        return None
    return Taken(said["kind"], said["facts"], until)


def _salt(by: Actor) -> str:
    """Signed for one account, which an address and its log do not name."""
    return f"{SALT}.{by.account_id}"


def undo_bar(request: HttpRequest) -> dict[str, Offer | None]:
    """What every page needs to draw the bar: the offer in its address, where there is one that stands."""
    token, viewer = request.GET.get("undo", ""), getattr(request, "viewer", ANONYMOUS)
    return {"undo_offer": _offer(viewer, token) if token and viewer.is_staff else None}


def _offer(viewer: Viewer, token: str) -> Offer | None:
    if token == UNDONE:
        return Offer("", "", 0, is_taken=True)
    found = taken(viewer, token)
    if found is None:
        return None
    minutes = ceil((found.until - clock.now()) / timedelta(minutes=1))
    return Offer(token, str(_kinds[found.kind].words), minutes)
