"""The parent's own page: her bookings, her people, who may see her record and who has looked."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.caseloads.queries.leading import PeopleBeside, people_beside
from kith.families.queries import trust
from kith.families.queries.bereavement import BereavementRow, bereavements, is_bereaved
from kith.families.queries.looks import Look, who_looked
from kith.families.queries.page import ConsentRow, FamilyPage, family_page
from kith.families.queries.trust import CardRow, DeclinedRow, cards_of
from kith.families.rules.bereavement import BEREAVEMENT_LINE
from kith.families.wording.records import PURPOSES
from kith.families.wording.trust import EMERGENCY_REASONS
from kith.feeding.queries.babies import GoalRow, PlanRow, goals_of, plans_of
from kith.feeding.wording.goals import HOPES, UNTIL
from kith.groups.queries.bookings import BookingRow, bookings_of_family
from kith.groups.rules.codes import LIVE_STATES
from kith.interpreting.queries import families as families_queries
from kith.interpreting.queries.rows import InterpreterBookingRow
from kith.interpreting.rules.codes import LIVE, State
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import Request, Viewer
from kith.programmes.queries import ProgrammePerson, enrolled_with
from kith.referrals.queries.referrals import OwnReferral, referrals_of
from kith.referrals.wording.referrals import REFERRAL_NEEDS, REFERRAL_REASON_WORDS, TO_A_PARENT


@dataclass(frozen=True)
class MyFeeding:
    """What she hopes for in feeding, and the plan agreed for each baby that has one."""

    goal: GoalRow | None
    plans: tuple[tuple[str, PlanRow], ...]


@dataclass(frozen=True)
class Mine:
    """One of the families the viewer is a parent in; nearly always the only one."""

    page: FamilyPage
    bookings: tuple[BookingRow, ...]
    interpreters: tuple[InterpreterBookingRow, ...]
    people: PeopleBeside
    programmes: tuple[ProgrammePerson, ...]
    feeding: MyFeeding | None
    consents: tuple[ConsentRow, ...]
    referrals: tuple[OwnReferral, ...]
    looks: tuple[Look, ...]
    declined: tuple[DeclinedRow, ...]
    cards: tuple[CardRow, ...]
    bereavement: BereavementRow | None


def my_page(request: Request) -> HttpResponse:
    """Everything Kith holds that a parent comes back for."""
    shown = {
        "mine": [_mine(request.viewer, family_id) for family_id in sorted(request.viewer.family_ids)],
        "purposes": PURPOSES,
        "reasons": EMERGENCY_REASONS,
        "line": BEREAVEMENT_LINE,
        "referral_needs": REFERRAL_NEEDS,
        "referral_reasons": REFERRAL_REASON_WORDS,
        "referral_states": TO_A_PARENT,
        "hopes": HOPES,
        "until": UNTIL,
        "done": _done_words(request.GET.get("done", "")),
    }
    return render(request, "front/my_page.jinja", shown)


def _mine(viewer: Viewer, family_id: FamilyId) -> Mine:
    page = family_page(viewer, family_id)
    return Mine(
        page=page,
        bookings=_to_come(viewer, family_id),
        interpreters=_interpreters(viewer, family_id),
        referrals=referrals_of(viewer, family_id),
        people=people_beside(viewer, family_id),
        programmes=enrolled_with(viewer, family_id),
        feeding=_feeding(viewer, page),
        consents=tuple(row for row in page.consents if row.is_active),
        looks=tuple(who_looked(viewer, family_id)),
        declined=trust.declined(viewer, family_id),
        cards=cards_of(viewer, family_id),
        bereavement=next(iter(bereavements(viewer, family_id)), None),
    )


def _feeding(viewer: Viewer, page: FamilyPage) -> MyFeeding | None:
    """Her goal and her plans; nothing of feeding is shown to a family in mourning."""
    if is_bereaved(page.id):
        return None
    goal = next((row for row in goals_of(viewer, page.id) if row.is_current), None)
    plans = plans_of(viewer, page.id)
    return MyFeeding(goal, tuple((baby.name, plans[baby.id]) for baby in page.babies if baby.id in plans))


def _to_come(viewer: Viewer, family_id: FamilyId) -> tuple[BookingRow, ...]:
    """What she has booked or waits for and is not yet over."""
    rows = bookings_of_family(viewer, family_id, lang=get_language() or "en")
    live = [row for row in rows if row.state in LIVE_STATES and not row.is_cancelled]
    return tuple(row for row in live if row.starts_at > clock.now())


def _interpreters(viewer: Viewer, family_id: FamilyId) -> tuple[InterpreterBookingRow, ...]:
    """The interpreters who come, and the last one until the family has said how they were."""
    rows = families_queries.bookings_of_family(viewer, family_id)
    coming = [row for row in reversed(rows) if row.state in LIVE and row.ends_at > clock.now()]
    past = [row for row in rows if row.state is State.DONE and not row.family_wish]
    return (*coming, *past[:1])


def _done_words(code: str) -> str:
    return {
        "saved": _("Saved. Thank you."),
        "goal": _("Saved. Thank you. The people around you see it, and you can change it at any time."),
        "withdrawn": _("Done. They can no longer see your record."),
        "given": _("Thank you. It is written down. You can change your mind at any time."),
        "declined": _("That is fine. It is written down, and you get help all the same."),
        "card_ended": _("Done. Nobody can read this card any more."),
        "referred": _("Sent. You see here what becomes of it."),
        "referral_withdrawn": _("Done. They see nothing any more."),
    }.get(code, "")
