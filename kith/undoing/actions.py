"""Taking an offer to undo."""

from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.undoing.offering import taken, undo_of


@action
def undo(*, by: Actor, token: str) -> None:
    """Undo what this person did, while its minutes last. The room that did it decides whether anything was built on it.

    The act that undoes writes its own entry of the audit. Undone twice it is undone once.
    """
    found = taken(by, token)
    kind = undo_of(found.kind) if found else None
    if found is None or kind is None:
        raise Refusal("undo_too_late")
    kind.act(by=by, **found.facts)
