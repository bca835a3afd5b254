"""What became of messages; and what the demonstration has sent, for its own people to read."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import OuterRef, Subquery

from kith.kernel.ways import mostly_hidden
from kith.messages.models import Message, MessageState
from kith.messages.providers.choice import demonstration_folder
from kith.messages.providers.folder import Written
from kith.messages.rules import ERASED, Channel, SendingState
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.listing import ListAsked, Paged, paged
from kith.walls.saying import beyond

MOST = 30
# A provider that answers in words of its own may say the address: only codes are shown.
IS_CODE = re.compile(r"[a-z_]*(?:[0-9]{3})?")


@dataclass(frozen=True)
class LoggedMessage:
    """A message without its words: of which kind, to which address (mostly hidden), and how far it has come."""

    kind: str
    channel: Channel
    to: str
    queued_at: datetime
    state: SendingState
    at: datetime
    why: str


def message_log(viewer: Viewer, asked: ListAsked, state: SendingState | None = None) -> Paged[LoggedMessage]:
    """All messages, or those that stand so, the latest first."""
    access.require(viewer, Permission.ADMINISTER_PLACE)
    return _logged(asked, state)


@beyond("how messages fared, without their words, names or whole addresses, for those who look after the place")
def _logged(asked: ListAsked, state: SendingState | None) -> Paged[LoggedMessage]:
    last = MessageState.objects.filter(message=OuterRef("pk")).order_by("-pk")
    rows = Message.objects.annotate(
        last_state=Subquery(last.values("state")[:1]),
        last_at=Subquery(last.values("at")[:1]),
        last_why=Subquery(last.values("why")[:1]),
    )
    found = paged((rows.filter(last_state=state) if state else rows).order_by("-queued_at", "-pk"), asked)
    return found.with_rows(
        LoggedMessage(
            kind=row.kind.replace("_", " "),
            channel=row.channel,
            to="" if row.address == ERASED else mostly_hidden(row.address),
            queued_at=row.queued_at,
            state=SendingState(row.last_state),
            at=row.last_at,
            why=row.last_why.replace("_", " ") if IS_CODE.fullmatch(row.last_why) else "",
        )
        for row in found.rows
    )


def how_far(viewer: Viewer, keys: Collection[str]) -> dict[str, SendingState]:
    """How far each of these messages has come, by the key under which it was queued, for Kith itself."""
    if viewer.kind is not ViewerKind.SYSTEM:
        raise NotFound("messages")
    last = MessageState.objects.filter(message=OuterRef("pk")).order_by("-pk").values("state")[:1]
    rows = Message.objects.filter(dedupe_key__in=keys).annotate(last_state=Subquery(last))
    return {row.dedupe_key: SendingState(row.last_state) for row in rows}


def letters_of_demonstration(_viewer: Viewer) -> list[Written]:
    """The newest messages to the invented people, who have no phones; NotFound outside a demonstration."""
    if not settings.KITH.demonstration:
        raise NotFound("demonstration")
    return demonstration_folder().newest(MOST)
