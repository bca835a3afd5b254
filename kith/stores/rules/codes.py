"""The codes that stock and recalls are written in."""

from enum import StrEnum
from typing import NewType

StoreId = NewType("StoreId", int)
StockItemId = NewType("StockItemId", int)
BatchId = NewType("BatchId", int)
StockMoveId = NewType("StockMoveId", int)
StockCountId = NewType("StockCountId", int)
StoreThresholdId = NewType("StoreThresholdId", int)
RecallId = NewType("RecallId", int)
RecallHolderId = NewType("RecallHolderId", int)


class MoveKind(StrEnum):
    """What happened to some pieces of a batch. There is no kind by which what a family was given comes back."""

    BOUGHT = "bought"
    DONATED = "donated"
    MOVED = "moved"
    GIVEN = "given"
    LOST = "lost"
    FOUND = "found"
    DISCARDED = "discarded"


class WhyDiffers(StrEnum):
    """Why a person counted other than what was noted."""

    NOT_NOTED = "not_noted"
    GONE = "gone"
    MISCOUNTED = "miscounted"


COMES_IN = (MoveKind.BOUGHT, MoveKind.DONATED)
CORRECTS = (MoveKind.LOST, MoveKind.FOUND, MoveKind.DISCARDED)


class RecallBy(StrEnum):
    """By what it is known which things are called back."""

    MODEL = "model"
    SERIAL = "serial"
    BATCH = "batch"


class RecallReason(StrEnum):
    """Why they are called back; a family reads it in its language."""

    MAKER = "maker"
    ELECTRICAL = "electrical"
    NOT_CLEAN = "not_clean"
    BREAKS = "breaks"


class HowTold(StrEnum):
    """How a holder was told of a recall."""

    MESSAGE = "message"
    PHONE = "phone"
    IN_PERSON = "in_person"
    LETTER = "letter"


class Arrival(StrEnum):
    """What became of the message to a holder."""

    SENT = "sent"
    FAILED = "failed"


BY_PERSON = (HowTold.PHONE, HowTold.IN_PERSON, HowTold.LETTER)
