"""Whose ways there are: each room registers its kind, and what closes once a way of that kind is another."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.kernel.ways import Way, Ways
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, Viewer


@dataclass(frozen=True)
class Holder:
    """One whose ways they are, as its room knows it today."""

    name: str
    ways: Ways
    language: str = "en"
    family_id: FamilyId | None = None


@dataclass(frozen=True)
class WayChanged:
    """A way that is another from now on: whose, which, what it was, and all that stand now.

    The first way of one who had none closes nothing: nothing was sent before.
    """

    key: str
    way: Way
    old: str
    new: str
    ways: Ways
    family_id: FamilyId | None = None
    is_first: bool = False


@dataclass(frozen=True)
class WayKind:
    """People or services of one room that secrets are sent to.

    ``find`` answers by key and locks the rows where it is told to; ``kept_by`` says which are the viewer's
    organisation's; ``fault`` says why these ways cannot stand together; ``write`` puts a way into its column and closes
    what the room itself had opened for the old one. ``listed`` names those that the desk's page of ways offers, where
    no other page does.
    """

    code: str
    words: str | Promise
    needs: frozenset[Permission]
    told: tuple[Permission, ...]
    find: Callable[[Collection[str], bool], Mapping[str, Holder]]
    kept_by: Callable[[Viewer, Collection[str]], Collection[str]]
    write: Callable[[Actor, WayChanged], None]
    fault: Callable[[str, Ways], Refusal | None] = lambda _key, _ways: None
    listed: Callable[[Viewer], Iterable[str]] = lambda _viewer: ()
    ways: frozenset[Way] = frozenset(Way)

    def may_change(self, viewer: Viewer, key: str) -> bool:
        """Whether the viewer may propose and confirm changes of this one."""
        return self.is_for(viewer) and key in self.kept_by(viewer, [key])

    def is_for(self, viewer: Viewer) -> bool:
        """Whether the viewer's role includes changing ways of this kind."""
        return bool(self.needs & viewer.permissions)

    def holder(self, viewer: Viewer, key: str, *, lock: bool = False) -> Holder:
        """The one behind this key; NotFound where there is none, or it is not the viewer's to change."""
        found = self.find([key], lock).get(key)
        if found is None or not self.may_change(viewer, key):
            raise NotFound(self.code)
        return found


def ids_of(keys: Collection[str]) -> list[int]:
    """The numbers that these keys are, for a kind whose rows are numbered; others name no row."""
    return [int(key) for key in keys if key.isascii() and key.isdigit() and len(key) < 10]


Close = Callable[[Actor, WayChanged], None]
Names = Callable[[Collection[int]], Mapping[int, str]]
_kinds: dict[str, WayKind] = {}
_closing: dict[str, list[Close]] = {}
_names: list[Names] = []


def register_way_kind(kind: WayKind) -> None:
    """Let a room's people or services have ways that are changed with proof alone."""
    if _kinds.setdefault(kind.code, kind) is not kind:
        raise ValueError(f"two rooms have ways of a kind called {kind.code}: give one of them another name")


def register_closing_of_keys(kind: WayKind, close: Close) -> None:
    """Have another room close what it opened for the old way, in the same transaction."""
    known = _closing.setdefault(kind.code, [])
    if close not in known:
        known.append(close)


def register_names(names: Names) -> None:
    """Let a room above say what the people behind memberships are called."""
    _names[:] = [names]


def kind_of(code: str) -> WayKind:
    """The kind of this code; NotFound for none of ours."""
    if code not in _kinds:
        raise NotFound("kind of ways")
    return _kinds[code]


def way_kinds() -> tuple[WayKind, ...]:
    """All kinds."""
    return tuple(_kinds.values())


def close_keys(by: Actor, kind: WayKind, changed: WayChanged) -> None:
    """Have every room close what it opened for the old way."""
    for close in _closing.get(kind.code, ()):
        close(by, changed)


def names_of(membership_ids: Collection[int]) -> Mapping[int, str]:
    """What these people are called."""
    return _names[0](membership_ids) if _names and membership_ids else {}
