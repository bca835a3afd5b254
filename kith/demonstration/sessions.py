"""Sessions of the coming six weeks, laid out by rules, and who has booked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np

from kith.families.rules.codes import InterpreterNeed
from kith.families.rules.entries import NewFamily
from kith.groups.actions.booking import book_place
from kith.groups.rules.places import BookingContact, PlaceOrder
from kith.kernel import ids
from kith.kernel.ids import ServiceId, SessionId, VenueId
from kith.kernel.languages import ENGLISH, is_interface_language
from kith.platform.access.viewer import Actor
from kith.timetables.actions.rules import add_rule
from kith.timetables.actions.terms import add_term
from kith.timetables.rules.codes import Pattern
from kith.timetables.rules.details import Details, RulePlan
from kith.timetables.rules.repeating import Repeat, Span
from kith.whats_on.actions.planning import NewSeries, add_series
from kith.whats_on.rules.codes import Audience, Joining

WEEKS = 6
MOST_BOOKINGS_A_SESSION = 5
MOST_SESSIONS_BOOKED = 10
PLACES_KEPT_FREE = 3
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = range(6)


@dataclass(frozen=True)
class _Plan:
    service: str
    code: str  # printed on its cards and posters
    title: tuple[str, str, str]
    weekday: int
    starts: time
    hours: float
    capacity: int
    joining: Joining = Joining.WALK_IN
    audience: Audience = Audience.WITH_BABY
    language: str = "en"
    pattern: Pattern = Pattern.WEEKLY
    interpreter_possible: bool = False


_BOOKABLE, _EXPECTING = Joining.BOOKABLE, Audience.EXPECTING
_PLANS: tuple[_Plan, ...] = (
    _Plan("before-birth", "saturday-course",
        ("Saturday course before the birth", "Curs de sâmbătă înainte de naștere", "دورة يوم السبت قبل الولادة"),
        SATURDAY, time(10), 3, 16, _BOOKABLE, _EXPECTING, interpreter_possible=True),
    _Plan("before-birth", "evening-course",
        ("Evening course before the birth", "Curs de seară înainte de naștere", "دورة مسائية قبل الولادة"),
        WEDNESDAY, time(18, 30), 2, 14, _BOOKABLE, _EXPECTING, interpreter_possible=True),
    _Plan("romanian-cafe", "cafenea",
        ("Romanian-language café", "Cafenea în limba română", "مقهى باللغة الرومانية"),
        TUESDAY, time(10), 2, 20, language="ro"),
    _Plan("arabic-group", "arabic-group",
        ("Arabic-speaking mothers’ group", "Grup pentru mame vorbitoare de arabă", "مجموعة الأمهات الناطقات بالعربية"),
        WEDNESDAY, time(13), 1.5, 20, language="ar"),
    _Plan("baby-cafe-kestrel", "cafe-kestrel",
        ("Baby café", "Cafeneaua bebelușilor", "مقهى الأطفال"), MONDAY, time(10), 2, 25, audience=Audience.EVERYONE),
    _Plan("baby-cafe-larkrise", "cafe-larkrise",
        ("Baby café", "Cafeneaua bebelușilor", "مقهى الأطفال"), FRIDAY, time(13), 2, 25, audience=Audience.EVERYONE),
    _Plan("feeding-clinic", "feeding-clinic",
        ("Feeding clinic, one to one", "Clinică, unu la unu", "عيادة الإرضاع، لقاء فردي"),
        THURSDAY, time(9, 30), 3, 8, _BOOKABLE, interpreter_possible=True),
    _Plan("online-evening", "online-evening",
        ("Online evening group", "Grup online, seara", "مجموعة مسائية عبر الإنترنت"),
        THURSDAY, time(19, 30), 1, 30, _BOOKABLE, Audience.EVERYONE),
    _Plan("starting-solids", "first-foods",
        ("First foods", "Primele alimente", "الأطعمة الأولى"), TUESDAY, time(13, 30), 1.5, 12, _BOOKABLE),
    _Plan("bottle-feeding", "bottle-feeding",
        ("Bottle feeding drop-in", "Hrănirea cu biberonul", "الرضاعة بالزجاجة"), MONDAY, time(13), 1.5, 15),
    _Plan("special-care-group", "special-care",
        ("Special care families", "Familii din neonatologie", "عائلات العناية الخاصة"), TUESDAY, time(14), 1.5, 12),
    _Plan("twins", "twins",
        ("Twins and more", "Gemeni și mai mulți", "توائم وأكثر"), SATURDAY, time(14), 2, 12, _BOOKABLE,
        pattern=Pattern.FORTNIGHTLY),
    _Plan("partners", "partners",
        ("Dads and partners", "Tați și parteneri", "الآباء والشركاء"), SATURDAY, time(9, 30), 1.5, 20),
    _Plan("weigh-in", "weigh-in",
        ("Weighing and a chat", "Cântărire și o discuție", "وزن وحديث"), FRIDAY, time(9, 30), 2, 30),
)  # fmt: skip


_HALVES = (
    ("Autumn {}, first half", (9, 3), (10, 24)),
    ("Autumn {}, second half", (11, 2), (12, 18)),
    ("Spring {}, first half", (1, 5), (2, 13)),
    ("Spring {}, second half", (2, 23), (3, 27)),
    ("Summer {}, first half", (4, 13), (5, 22)),
    ("Summer {}, second half", (6, 1), (7, 21)),
)


@dataclass(frozen=True)
class Bookable:
    """A session that can be booked, and its audience."""

    session_id: SessionId
    audience: Audience
    capacity: int


def plan(services: dict[str, tuple[ServiceId, VenueId | None]], today: date, *, by: Actor) -> list[Bookable]:
    """Lay every series out by a rule; the answer is the dates that can be booked, soonest first."""
    for name, span in _terms(today):
        add_term(by=by, name=name, span=span)
    bookable: list[tuple[datetime, Bookable]] = []
    for each in _PLANS:
        service_id, venue_id = services[each.service]
        titles = dict(zip(("en", "ro", "ar"), each.title, strict=True))
        series = NewSeries(service_id=service_id, code=each.code, title=titles, audience=each.audience)
        series_id = add_series(by=by, series=series)
        rule = _rule(each, venue_id, today)
        receipt = add_rule(by=by, series_id=series_id, plan=rule, request_key=ids.new_uuid())
        if each.joining is Joining.BOOKABLE:
            for day, made in receipt.sessions:
                bookable.append((rule.details.on(day)[0], Bookable(made, each.audience, each.capacity)))
    return [each for _, each in sorted(bookable, key=lambda pair: (pair[0], pair[1].session_id))]


def book(
    bookable: list[Bookable],
    expecting: list[NewFamily],
    with_baby: list[NewFamily],
    rng: np.random.Generator,
    *,
    by: Actor,
) -> int:
    """Book families onto the soonest sessions, never onto one so fully that a visitor finds no place."""
    count = 0
    for each in bookable[:MOST_SESSIONS_BOOKED]:
        families = expecting if each.audience is Audience.EXPECTING else with_baby
        left = each.capacity - PLACES_KEPT_FREE
        for family in (families[at] for at in rng.permutation(len(families))[:MOST_BOOKINGS_A_SESSION]):
            places = int(rng.integers(1, 3))
            if places > left:
                break
            left -= places
            count += 1
            order = order_of(each.session_id, family, f"demonstration-{count}", places=places)
            book_place(by=by, family_id=family.id, order=order)
    return count


def _rule(each: _Plan, venue_id: VenueId | None, today: date) -> RulePlan:
    """From tomorrow for six weeks, and never on a bank holiday."""
    begins, length = datetime.combine(today, each.starts), timedelta(hours=each.hours)
    details = Details(
        starts=each.starts,
        ends=(begins + length).time(),
        capacity=each.capacity,
        venue_id=venue_id,
        online=venue_id is None,
        joining=each.joining,
        language=each.language,
        interpreter_possible=each.interpreter_possible,
    )
    span = (today + timedelta(days=1), today + timedelta(weeks=WEEKS))
    return RulePlan(Repeat(each.pattern, (each.weekday,), *span), details)


def _terms(today: date) -> Iterator[tuple[str, Span]]:
    """The halves of the terms of this school year and the next, on days like those of most English schools."""
    first = today.year if today.month >= 9 else today.year - 1
    for year in (first, first + 1):
        for name, (month, day), (last_month, last_day) in _HALVES:
            of = year if month >= 9 else year + 1
            yield name.format(of), Span(date(of, month, day), date(of, last_month, last_day))


def order_of(
    session_id: SessionId, family: NewFamily, request_key: str, *, places: int, may_wait: bool = False
) -> PlaceOrder:
    """What the first parent of this family asks for."""
    parent = family.parents[0]
    needs_interpreter = parent.interpreter_need is InterpreterNeed.YES
    return PlaceOrder(
        session_id=session_id,
        request_key=request_key,
        contact=BookingContact(f"{parent.given_name} {parent.family_name}", email=parent.email),
        language=parent.reads if is_interface_language(parent.reads) else ENGLISH.code,
        places=places,
        interpreter_need=parent.interpreter_need,
        interpreter_language=parent.speaks if needs_interpreter else "",
        may_wait=may_wait,
    )
