"""What equipment brings to shared pages: the desk of pumps, a family's pumps, and her own."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.equipment.queries.loans import LoanPage, LoanRow, loans_of, my_loan
from kith.equipment.queries.requests import RequestRow, my_request, requests_of
from kith.equipment.wording import codes as words
from kith.families.context import FamilyContext, Moment, Section
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink


@dataclass(frozen=True)
class PumpsOfFamily:
    """What a family asked for, and the pumps it has and had."""

    requests: list[RequestRow]
    loans: list[LoanRow]

    @property
    def words(self) -> object:
        """The words of the codes."""
        return words

    @property
    def open_requests(self) -> list[RequestRow]:
        """Those that wait, or have a pump kept for them."""
        return [each for each in self.requests if each.is_open]

    @property
    def out(self) -> list[LoanRow]:
        """The pumps that are with the family."""
        return [each for each in self.loans if each.is_out]


@dataclass(frozen=True)
class MyPump:
    """Her pump, or her place in the line; after a death the pump alone, without a word of a day."""

    loan: LoanPage | None
    wish: RequestRow | None

    @property
    def words(self) -> object:
        """The words of the codes."""
        return words


def _of_family(context: FamilyContext) -> PumpsOfFamily | None:
    found = PumpsOfFamily(requests_of(context.id), loans_of(context.id))
    return found if found.requests or found.loans else None


def _moments(it: PumpsOfFamily) -> Iterator[Moment]:
    """When a pump was lent, and when it came back with what she said."""
    for row in it.loans:
        if row.handed_over_at:
            yield Moment(row.handed_over_at, gettext("Breast pump lent"), (f"{row.model} · {row.tag}",))
        if row.ended_at and row.ended_as:
            said = (str(words.HELPED[row.helped]),) if row.helped else ()
            yield Moment(row.ended_at, gettext("Breast pump: loan ended"), (str(words.LOAN_ENDS[row.ended_as]), *said))


def _mine(context: FamilyContext) -> MyPump | None:
    loan = my_loan(context.viewer, context.id)
    if context.bereavements:
        return MyPump(loan, None) if loan else None
    wish = my_request(context.viewer, context.id)
    shown = wish if wish and wish.is_open else None
    return MyPump(loan, shown) if loan or shown else None


PUMPS = Section(_of_family, "equipment/family_pumps.jinja", moments=_moments)
MY_PUMP = Section(_mine, "equipment/my/section.jinja")
REQUEST_PUMP = PageLink(_("Ask for a breast pump"), "request-pump", (Permission.LEND_PUMP,))
PUMPS_DESK = PageLink(
    _("Breast pumps"),
    "pumps",
    (Permission.LEND_PUMP,),
    _("Where each pump is, and which to clean and check."),
)
LINE_DESK = PageLink(
    _("Who waits for a pump"),
    "pump-line",
    (Permission.LEND_PUMP,),
    _("In which order, how long, and who collects."),
)
LOANS_DESK = PageLink(
    _("Pumps on loan"), "pump-loans", (Permission.LEND_PUMP,), _("What is due, and hand-overs that are not finished.")
)
USE_DESK = PageLink(
    _("Use of the pumps"),
    "pump-use",
    (Permission.SEE_NUMBERS,),
    _("What each pump costs, and how it is used."),
)
