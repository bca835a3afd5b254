"""Cafés that have been counted for half a year, and one that is open now: who has come, and who waits one to one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.cafes.actions.footfall import count_arrivals
from kith.cafes.actions.joining import join_family
from kith.cafes.actions.offering import NewTimes, offer_one_to_one
from kith.cafes.actions.past import NewArrival
from kith.cafes.actions.turns import book_turn, join_list, move_turn
from kith.cafes.rules.codes import Share, TurnState
from kith.cafes.rules.footfall import People
from kith.demonstration.day import viewer
from kith.demonstration.loading import load
from kith.demonstration.people import Staff
from kith.families.rules.entries import NewFamily
from kith.kernel import clock, ids
from kith.kernel.clock import FixedClock
from kith.kernel.ids import ServiceId, SessionId, VenueId
from kith.organisations.rules import Role
from kith.platform.access.viewer import Actor
from kith.whats_on.actions.planning import NewSeries, NewSession, add_series, plan_sessions
from kith.whats_on.rules.codes import Audience, Joining

WEEKS_BACK, WEEKS_AHEAD = 26, 2
LASTS = timedelta(hours=2)
BEGAN = timedelta(minutes=50)
"""So long ago the café that is open now began."""
CLOSED = {(12, 25), (12, 26), (1, 1)}
MORNING, LAST_HOUR = 9, 17
# Who came in together, and what some of them chose to tell: language, community.
_CAME: tuple[tuple[People, str, str], ...] = (
    (People(1, 0, 1, 0), "ro", "C"),
    (People(1, 1, 1, 0), "", ""),
    (People(1, 0, 1, 1), "ar", "S"),
    (People(2, 0, 1, 0), "ur", "J"),
    (People(1, 0, 1, 0), "en", "A"),
    (People(1, 1, 2, 0), "", ""),
    (People(1, 0, 1, 2), "so", "N"),
    (People(1, 0, 0, 0), "en", "A"),
    (People(1, 0, 1, 0), "bn", "K"),
)


@dataclass(frozen=True)
class _Plan:
    service: str
    code: str  # printed on its posters
    title: tuple[str, str, str]


_WITH_HELP = _Plan(
    "feeding-clinic",
    "feeding-cafe",
    ("Feeding café, with time one to one", "Cafenea despre hrănire, cu timp unu la unu", "مقهى الإرضاع، مع وقت فردي"),
)
_PLANS = (
    _WITH_HELP,
    _Plan(
        "starting-solids",
        "table-cafe",
        ("Café at the long table", "Cafeneaua de la masa lungă", "مقهى المائدة الطويلة"),
    ),
)


def arrange(
    services: Mapping[str, tuple[ServiceId, VenueId | None]],
    families: Sequence[NewFamily],
    staff: Staff,
    *,
    by: Actor,
) -> str:
    """Count the past, open the café of today, and say how many have come."""
    now, count, runs_it = clock.now(), 0, viewer(staff, Role.HEALTH_VISITOR)
    for number, plan in enumerate(_PLANS):
        dates = _planned(plan, services[plan.service], _starts(now, hours_later=3 * number), by=by)
        past = [(at, session_id) for at, session_id in dates if at + LASTS < now and at.date() < now.date()]
        count += load(by=by, entries=_counted(past))[NewArrival]
        if plan is _WITH_HELP:
            _with_help(dates, families, staff, runs_it, now)
    return f"{count} taps at the doors of cafés"


def _starts(now: datetime, *, hours_later: int) -> list[datetime]:
    """The same hour of each week, so that one café is open now; at night it is this morning's."""
    today, start = clock.local(now), clock.local(now - BEGAN + timedelta(hours=hours_later))
    if start.date() != today.date() or not MORNING <= start.hour < LAST_HOUR:
        start = today.replace(hour=MORNING + hours_later, minute=0)
    start = start.replace(minute=start.minute // 5 * 5, second=0, microsecond=0)
    weeks = [start + timedelta(weeks=week) for week in range(-WEEKS_BACK, WEEKS_AHEAD + 1)]
    return [each for each in weeks if (each.month, each.day) not in CLOSED]


def _planned(
    plan: _Plan, held: tuple[ServiceId, VenueId | None], starts: Sequence[datetime], *, by: Actor
) -> list[tuple[datetime, SessionId]]:
    service_id, venue_id = held
    title = dict(zip(("en", "ro", "ar"), plan.title, strict=True))
    series = NewSeries(service_id=service_id, code=plan.code, title=title, audience=Audience.EVERYONE)
    sessions = [
        NewSession(
            starts_at=each,
            ends_at=each + LASTS,
            capacity=25,
            joining=Joining.WALK_IN,
            venue_id=venue_id,
            online=venue_id is None,
        )
        for each in starts
    ]
    made = plan_sessions(by=by, series_id=add_series(by=by, series=series), sessions=sessions)
    return list(zip(starts, made, strict=True))


def _counted(dates: Sequence[tuple[datetime, SessionId]]) -> Iterator[NewArrival]:
    """Five to nine groups of people on each date, a few minutes apart."""
    for week, (starts_at, session_id) in enumerate(dates):
        for number in range(5 + week % 5):
            people, language, community = _CAME[(week + number) % len(_CAME)]
            at = starts_at + timedelta(minutes=11 * number)
            yield NewArrival(session_id, people, at, ids.new_uuid(), language, community)


def _with_help(
    dates: Sequence[tuple[datetime, SessionId]],
    families: Sequence[NewFamily],
    staff: Staff,
    runs_it: Actor,
    now: datetime,
) -> None:
    """One-to-one time today and on the dates to come; today's list, where the café is open now."""
    for starts_at, session_id in dates:
        if starts_at + LASTS > now:
            times = NewTimes(staff.by_role[Role.FEEDING_LEAD], starts_at, starts_at + LASTS, 20, Share.EVERY_OTHER)
            with clock.use(FixedClock(min(now, starts_at))):
                offer_one_to_one(by=runs_it, session_id=session_id, times=times)
    for starts_at, session_id in dates:
        if starts_at < now < starts_at + LASTS:
            _open_now(starts_at, session_id, families, runs_it)


def _open_now(starts_at: datetime, session_id: SessionId, families: Sequence[NewFamily], runs_it: Actor) -> None:
    for number, (people, language, community) in enumerate(_CAME[:6]):
        with clock.use(FixedClock(starts_at + timedelta(minutes=4 * number))):
            count_arrivals(
                by=runs_it,
                session_id=session_id,
                request_key=ids.new_uuid(),
                **vars(people),
                language=language,
                community=community,
            )
    turns = []
    for number, name in enumerate(("Amina", "Ioana", "", "Ruth")):
        with clock.use(FixedClock(starts_at + timedelta(minutes=5 + 6 * number))):
            turns.append(join_list(by=runs_it, session_id=session_id, request_key=ids.new_uuid(), known_as=name))
    with clock.use(FixedClock(starts_at + timedelta(minutes=10))):
        book_turn(by=runs_it, session_id=session_id, slot=4, request_key=ids.new_uuid(), known_as="Chipo")
        move_turn(by=runs_it, turn_id=turns[0], after=TurnState.WAITING, to=TurnState.BEING_SEEN)
    with clock.use(FixedClock(starts_at + timedelta(minutes=32))):
        move_turn(by=runs_it, turn_id=turns[0], after=TurnState.BEING_SEEN, to=TurnState.SEEN)
        move_turn(by=runs_it, turn_id=turns[1], after=TurnState.WAITING, to=TurnState.BEING_SEEN)
    if families:
        join_family(by=runs_it, session_id=session_id, family_id=families[0].id, turn_id=turns[1])
