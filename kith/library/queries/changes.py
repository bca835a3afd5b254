"""An answer as it was put and is put: for those whose work says it."""

from dataclasses import dataclass

from kith.library.models.statements import Statement, Wording
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class AnswerNow:
    """An answer by its key, as it is told in English; empty words where nothing is told."""

    key: str
    text: str


def worded(viewer: Viewer, key: str, number: int) -> str:
    """The words of one wording of an answer; empty where there is none."""
    access.require(viewer, Permission.MANAGE_LIBRARY)
    return Wording.objects.filter(statement__key=key, number=number).values_list("text", flat=True).first() or ""


def answer_now(viewer: Viewer, key: str) -> tuple[str, str]:
    """The words that stand, or stood last; and why they were withdrawn, if they were."""
    access.require(viewer, Permission.MANAGE_LIBRARY)
    row = Statement.objects.filter(key=key).first()
    stands = row.wordings.current().first() if row else None
    return stands.text if stands else "", row.withdrawn_why if row else ""


def answers_now(viewer: Viewer) -> list[AnswerNow]:
    """Every answer that is told, by its key."""
    access.require(viewer, Permission.MANAGE_LIBRARY)
    rows = Wording.objects.current().filter(statement__withdrawn_at=None).order_by("statement__key")
    return [AnswerNow(key, text) for key, text in rows.values_list("statement__key", "text")]
