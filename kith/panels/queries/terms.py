"""What the place pays, as it stands in writing: the version now, or the one a member was sent."""

from dataclasses import dataclass
from datetime import date

from kith.panels.models.people import PanelTerms
from kith.panels.rules.codes import ExpenseKind, TermsId
from kith.panels.rules.joining import expenses_of
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class TermsRow:
    """One version, in codes and numbers: it is read in every language alike."""

    id: TermsId
    version: int
    session_pence: int
    expenses: tuple[ExpenseKind, ...]
    is_in_advance: bool
    paid_within_days: int
    advice: str
    written_on: date

    @classmethod
    def of(cls, row: PanelTerms) -> "TermsRow":
        """The row of this version."""
        return cls(
            TermsId(row.pk),
            row.version,
            row.session_pence,
            expenses_of(row.expenses),
            row.is_in_advance,
            row.paid_within_days,
            row.advice,
            row.written_on,
        )


def terms_now(_viewer: Viewer) -> TermsRow | None:
    """What the place pays now; the public may read it. None before it is written."""
    row = PanelTerms.objects.current()
    return TermsRow.of(row) if row else None


def terms_so_far(viewer: Viewer) -> tuple[TermsRow, ...]:
    """Every version, the latest first."""
    access.require(viewer, Permission.MANAGE_PANELS)
    return tuple(TermsRow.of(row) for row in PanelTerms.objects.order_by("-version"))
