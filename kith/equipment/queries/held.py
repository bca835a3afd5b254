"""What a visitor asked for, behind the page that waits for her proof and behind the link that was sent to her."""

from dataclasses import dataclass

from django.db.models import Q

from kith.equipment.models.held import PumpHold
from kith.equipment.rules.visiting import VisitorWish
from kith.groups.rules.codes import HeldState
from kith.kernel import clock
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond


@dataclass(frozen=True)
class HeldPump:
    """How a wish stands; what was said is kept only while it waits."""

    state: HeldState
    wish: VisitorWish | None


@beyond("the one wish for a pump of this private link")
def held_pump(_viewer: Viewer, *, token: str = "", link: str = "") -> HeldPump:
    """The wish behind one of its two secrets; NotFound for any other."""
    row = PumpHold.objects.filter(Q(token=token) if token else Q(link=link)).first()
    if row is None:
        raise NotFound("held wish")
    in_time = bool(row.said) and clock.now() < row.words_until
    return HeldPump(row.state, row.asked if in_time else None)
