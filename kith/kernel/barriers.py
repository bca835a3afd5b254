"""Why a family did not come to support, in one short list: for who missed a date, and for who never came. Pure."""

from enum import StrEnum


class Barrier(StrEnum):
    """One reason; counts of it can stand beside each other wherever it was asked."""

    TIME = "time"
    TRANSPORT = "transport"
    COST = "cost"
    LANGUAGE = "language"
    PARTNER = "partner"
    NOT_READY = "not_ready"
    BABY_UNWELL = "baby_unwell"
    UNWELCOME = "unwelcome"
    DID_NOT_KNOW = "did_not_know"
    OTHER = "other"
