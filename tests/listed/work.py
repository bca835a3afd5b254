"""Lists of interpreters, sessions and listings: the page each stands on, and how a row comes onto it."""

from datetime import timedelta

from kith.directory.tests.feeds import a_record, proposed
from kith.directory.tests.listings import an_organisation
from kith.interpreting.actions.arranging import offer_interpreter
from kith.interpreting.actions.happening import interpreter_done
from kith.interpreting.tests.world import Place, an_interpreter
from kith.kernel import clock
from kith.organisations.rules import Role
from kith.whats_on.tests.world import a_series, a_service, a_session, a_venue
from testing.people import account_of, worker
from tests.access.interpreting import open_page
from tests.listed.page import ListOnPage

ROWS = 40


def _desk(hours: float, *, is_offered: bool = False, is_confirmed: bool = False, later: float = 0) -> ListOnPage:
    """The interpreting desk with bookings in so many hours, looked at when some have passed."""
    place = Place()

    def add(name: str) -> str:
        request = {"family_id": place.a_family(name=f"{name} Pop"), "hours": hours}
        if is_confirmed:
            place.confirmed(an_interpreter(), **request)
        else:
            booking_id = place.request(**request)
            if is_offered:
                offer_interpreter(by=place.worker, booking_id=booking_id, interpreter_id=an_interpreter())
        return name

    return ListOnPage(account_of(place.coordinator), "/desk/interpreting/", add)


def to_arrange() -> ListOnPage:
    return _desk(72)


def unconfirmed() -> ListOnPage:
    return _desk(72, is_offered=True)


def on_today() -> ListOnPage:
    return _desk(1, is_confirmed=True)


def confirmed_for_later() -> ListOnPage:
    return _desk(72, is_confirmed=True)


def to_close() -> ListOnPage:
    place = Place()

    def add(name: str) -> str:
        family_id, now = place.a_family(name=f"{name} Pop"), clock.now()
        with clock.use(clock.FixedClock(now - timedelta(days=1))):
            place.confirmed(an_interpreter(), family_id=family_id, hours=2)
        return name

    return ListOnPage(account_of(place.coordinator), "/desk/interpreting/", add)


def costs() -> ListOnPage:
    place = Place()

    def add(name: str) -> str:
        family_id, now = place.a_family(), clock.now()
        with clock.use(clock.FixedClock(now - timedelta(days=1))):
            booking_id = place.confirmed(an_interpreter(name=name), family_id=family_id, hours=1)
        interpreter_done(by=place.worker, booking_id=booking_id)
        return name

    return ListOnPage(account_of(place.coordinator), "/desk/interpreting/costs/", add)


def interpreters() -> ListOnPage:
    def add(name: str) -> str:
        an_interpreter(name=name)
        return name

    return ListOnPage(account_of(worker(Role.COORDINATOR)), "/desk/interpreters/", add)


def _own_page(*, is_confirmed: bool) -> ListOnPage:
    place, interpreter_id = Place(), an_interpreter()
    hours = iter(range(24, 24 + 2 * ROWS, 2))

    def add(name: str) -> str:
        request = {"family_id": place.a_family(name=f"{name} Pop"), "hours": next(hours)}
        if is_confirmed:
            place.confirmed(interpreter_id, **request)
        else:
            booking_id = place.request(**request)
            offer_interpreter(by=place.worker, booking_id=booking_id, interpreter_id=interpreter_id)
        return name

    return ListOnPage(None, f"/en/interpreter/open/{open_page(interpreter_id)}/", add)


def offered_to_her() -> ListOnPage:
    return _own_page(is_confirmed=False)


def where_she_is_expected() -> ListOnPage:
    return _own_page(is_confirmed=True)


def sessions() -> ListOnPage:
    organisation_id = an_organisation("Parents’ Friends")
    series_id = a_series(a_service(organisation_id, a_venue(organisation_id)))
    days = iter(range(1, ROWS))

    def add(_name: str) -> str:
        session_id = a_session(series_id=series_id, starts_at=clock.now() + timedelta(days=next(days)))
        return f'"/desk/sessions/{session_id}/"'

    return ListOnPage(account_of(worker(Role.COORDINATOR, at=organisation_id)), "/desk/sessions/", add)


def timetables() -> ListOnPage:
    organisation_id = an_organisation("Parents’ Friends")
    service_id = a_service(organisation_id, a_venue(organisation_id))

    def add(_name: str) -> str:
        return f'"/desk/timetables/{a_series(service_id)}/"'

    return ListOnPage(account_of(worker(Role.COORDINATOR, at=organisation_id)), "/desk/timetables/", add)


def timetable() -> ListOnPage:
    organisation_id = an_organisation("Parents’ Friends")
    series_id = a_series(a_service(organisation_id, a_venue(organisation_id)))
    days = iter(range(1, ROWS))

    def add(_name: str) -> str:
        session_id = a_session(series_id=series_id, starts_at=clock.now() + timedelta(days=next(days)))
        return f'"/desk/timetables/dates/{session_id}/"'

    reader = account_of(worker(Role.COORDINATOR, at=organisation_id))
    return ListOnPage(reader, f"/desk/timetables/{series_id}/", add)


def changes() -> ListOnPage:
    """One review: a feed is read anew with every row."""
    records: list[dict[str, object]] = []
    reader = account_of(worker(Role.COORDINATOR, at=an_organisation("Council")))
    found = ListOnPage(reader, "", lambda name: name)

    def add(name: str) -> str:
        records.append(a_record(len(records) + 1, name=name))
        object.__setattr__(found, "address", f"/desk/directory/changes/{proposed(*records).review_id}/")
        return name

    object.__setattr__(found, "add", add)
    return found


WORK_LISTS = (
    to_arrange,
    unconfirmed,
    on_today,
    confirmed_for_later,
    to_close,
    costs,
    interpreters,
    offered_to_her,
    where_she_is_expected,
    sessions,
    timetables,
    timetable,
    changes,
)
