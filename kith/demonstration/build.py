"""Building the demonstration: ground, people, directory, families, care, sessions, in one transaction."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import chain
from uuid import UUID

import numpy as np
from django.db import connection, transaction

from kith.caseloads.actions.past import NewLead
from kith.contacts.actions.past import NewContact
from kith.demonstration import (
    alliance,
    cafes,
    courses,
    day,
    education,
    equipment,
    feeding,
    hub_days,
    interpreting,
    leading,
    library,
    listening,
    listings,
    missed,
    numbers,
    offers,
    panels,
    peers,
    people,
    plans,
    referrals,
    registers,
    rights,
    sessions,
    trust,
    venues,
    welcome,
)
from kith.demonstration import loading as care_loading
from kith.demonstration.care import Caseload, Chances, feeding_of
from kith.demonstration.contacts import Followed, contacts_of
from kith.demonstration.draws import Draws, draw, usual_count
from kith.demonstration.families import Setting, families, parent_family
from kith.demonstration.people import Staff
from kith.demonstration.record import families_to_know
from kith.families.actions import loading as families_loading
from kith.families.rules.entries import NewFamily
from kith.feeding.actions.past import NewFeeding, NewGoal
from kith.kernel import clock, ids
from kith.kernel.ids import ServiceId, VenueId
from kith.organisations.queries.people import organisation_cards
from kith.organisations.rules import Role
from kith.places.actions.founding import found_place
from kith.places.chosen import kind_here
from kith.places.queries import this_place
from kith.places.rules import PlaceKind
from kith.platform.access.viewer import system_actor
from kith.platform.sign_in.models import Account

BY = system_actor("demonstration")
MOST_KEPT_FOR_BOOKING = 80
REFERRED_EVERY, MOST_REFERRED = 11, 2000
YOUNG = timedelta(days=150)
FED, ONLY_BREAST, KNOWN, ASKED = 24, 25, 26, 27  # columns of the draws that the families' own data leave free
Say = Callable[[str], None]


_Listed = dict[str, tuple[ServiceId, VenueId | None]]
"""Services by their code, with where they are."""


class NotEmpty(Exception):
    """Raised where the place is in use already; the demonstration is only ever built into an empty one."""


@dataclass(frozen=True)
class Summary:
    """What was built."""

    families: int
    feeding: int
    sessions: int
    bookings: int


@dataclass
class _Gathered:
    """What the families' passing by leaves behind for the rooms that come after them."""

    leads: list[NewLead] = field(default_factory=list)
    feeding: list[NewFeeding] = field(default_factory=list)
    goals: list[NewGoal] = field(default_factory=list)
    own: list[NewFamily] = field(default_factory=list)
    expecting: list[NewFamily] = field(default_factory=list)
    with_baby: list[NewFamily] = field(default_factory=list)
    followed: list[Followed] = field(default_factory=list)
    agreed: list[tuple[NewFamily, datetime]] = field(default_factory=list)
    handed_on: list[NewFamily] = field(default_factory=list)


@transaction.atomic
def build(*, families_wanted: int | None, seed: int, say: Say = print) -> Summary:
    """Fill an empty place; the same seed on the same day gives the same families. Raises NotEmpty otherwise."""
    _refuse_what_is_in_use()
    rng = np.random.default_rng(seed)
    place, today = this_place(), clock.today()
    count = families_wanted or usual_count(place, today)
    with ids.use_source(uuid_source(np.random.default_rng([seed, 1]))):
        found_place(by=BY)
        partners = people.found_alliance(place, by=BY)
        alliance.introduce(partners, today, by=BY)
        staff = people.hire(partners, today, count, by=BY)
        say(f"{place.name}: {len(place.wards)} wards, 5 organisations, {len(staff.accounts)} people to sign in as")
        open_venues = venues.open_venues(place, partners, today, by=BY)
        listed = listings.list_services(partners, open_venues, today, by=BY)
        say(f"{len(listed)} services listed")
        say(f"{library.stock(partners, staff, today, by=BY)}, {education.train(partners, staff, today, by=BY)}")
        setting = Setting(place, today, clock.now(), partners, staff.accounts["parent"])
        caseload = Caseload(staff, partners.health_visiting, today)
        drawn, gathered = draw(rng, place, count, today), _Gathered()
        made = families_loading.load(
            by=BY, families=_passing_by(drawn, setting, caseload, gathered, np.random.default_rng([seed, 2]))
        )
        say(f"{made:,} families")
        said = care_loading.load(by=BY, entries=chain(gathered.leads, gathered.feeding, gathered.goals))
        say(f"{said[NewLead]:,} families led, {said[NewFeeding]:,} answers on feeding")
        weighed = feeding.weigh(gathered.own, staff.by_role[Role.HEALTH_VISITOR], by=BY)
        feeding.tell_whole_stories(gathered.own, staff.accounts)
        say(f"{said[NewGoal]:,} parents asked what they hope for, {weighed} weights")
        bookable, booked = _take_place(listed, staff, gathered, rng, today=today, say=say)
        say(f"{interpreting.arrange(partners, staff, today, by=BY)} bookings of interpreters")
        later = np.random.default_rng([seed, 2])
        contacts = contacts_of(gathered.followed, staff.visitors, clock.now(), later)
        met = care_loading.load(by=BY, entries=contacts)[NewContact]
        beside = leading.arrange(partners, staff, gathered.followed, gathered.agreed, later, by=BY)
        say(f"{met:,} contacts, {beside}")
        say(courses.arrange(listed, staff, gathered.expecting, gathered.with_baby, by=BY))
        say(f"{day.arrange(gathered.leads, staff, today, by=BY):,} next steps")
        told = trust.tell(gathered.with_baby[0].id, partners, staff, by=BY)
        say(f"{told.cards} card, {told.openings} record opened in an emergency, {told.bereavements} family that mourns")
        own, *pool = gathered.with_baby
        handed_on = referrals.arrange(own, pool, gathered.handed_on, partners, staff, by=BY)
        say(f"{handed_on} referrals")
        say(rights.ask(partners, staff, by=BY))
        say(equipment.arrange(partners, staff, gathered.with_baby[:1] + gathered.with_baby[30:], by=BY))
        say(welcome.furnish(open_venues, staff, today, by=BY))
        _look_back(listed, staff, gathered, partners=partners, today=today, say=say)
        say(f"{numbers.release_past_quarters(staff)} quarters released")
    _analyse()
    return Summary(made, said[NewFeeding], bookable, booked)


def _take_place(
    listed: _Listed, staff: Staff, gathered: _Gathered, rng: np.random.Generator, *, today: date, say: Say
) -> tuple[int, int]:
    """What takes place and who comes: how many sessions can be booked, and how many were."""
    bookable = sessions.plan(listed, today, by=BY)
    booked = sessions.book(bookable, gathered.expecting, gathered.with_baby, rng, by=BY)
    waiting = offers.let_some_wait(bookable, gathered.with_baby[1:], by=BY)
    came = registers.keep(listed, gathered.with_baby, by=BY)
    say(f"{len(bookable)} sessions to book, {booked} bookings, {waiting} that wait or are asked, {came} came")
    say(cafes.arrange(listed, gathered.with_baby[:1], staff, by=BY))
    return len(bookable), booked


def _look_back(
    listed: _Listed, staff: Staff, gathered: _Gathered, *, partners: people.Partners, today: date, say: Say
) -> None:
    """What is asked of who did not come, and a day in a hall without internet."""
    say(missed.tell(listed, gathered.with_baby[0], gathered.with_baby[20:], by=BY))
    say(listening.tell(staff))
    say(panels.take_part(staff))
    say(peers.support(partners, staff, gathered.with_baby[:1] + gathered.with_baby[60:63]))
    say(plans.arrange(partners, staff, {code: service_id for code, (service_id, _) in listed.items()}))
    say(hub_days.take_along(listed[hub_days.SERVICE], gathered.with_baby, staff, today, by=BY))


def _analyse() -> None:
    """Let the planner know what is in the tables now."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _refuse_what_is_in_use() -> None:
    if kind_here() is PlaceKind.REAL:
        raise NotEmpty("a real place has begun here, and invented people never stand beside real ones")
    if organisation_cards() or Account.objects.exists():
        raise NotEmpty("there are organisations or accounts in this place already")


def uuid_source(rng: np.random.Generator) -> Callable[[], UUID]:
    """Random identities that the seed decides."""

    def stream() -> Iterator[UUID]:
        while True:
            block = rng.bytes(16 * 1024)
            for at in range(0, len(block), 16):
                yield UUID(bytes=block[at : at + 16], version=4)

    made = stream()
    return lambda: next(made)


def _passing_by(
    draws: Draws, setting: Setting, caseload: Caseload, gathered: _Gathered, hopes: np.random.Generator
) -> Iterator[NewFamily]:
    """The families on their way into the tables; who leads them and how their babies are fed is noted as they pass."""
    own = parent_family(setting)
    gathered.leads += [lead for lead in [caseload.take(own)] if lead]
    gathered.followed += [Followed.of(own, lead) for lead in gathered.leads]
    gathered.with_baby.append(own)
    gathered.goals += feeding.goal_of(own, hopes)
    yield own
    for known in families_to_know(setting):
        gathered.leads += [lead for lead in [caseload.take(known)] if lead]
        yield known
    for at, family in enumerate(families(draws, setting)):
        luck = draws.chance[at]
        lead = caseload.lead_of(family, float(luck[KNOWN]))
        if lead:
            gathered.leads.append(lead)
            gathered.followed.append(Followed.of(family, lead))
        if family.registered_at and leading.is_of_the_communities(family, setting.partners):
            gathered.agreed.append((family, family.registered_at))
        chances = Chances(
            float(draws.feeding_log_odds[at]), *(float(luck[kind]) for kind in (FED, ONLY_BREAST, KNOWN, ASKED))
        )
        is_still_to_ask = caseload.is_own(lead)
        gathered.goals += feeding.goal_of(family, hopes)
        gathered.own += [family] if is_still_to_ask else []
        for baby in family.babies:
            gathered.feeding += feeding_of(baby, chances, lead, setting.today, is_still_to_ask=is_still_to_ask)
        _keep_for_booking(family, setting, gathered)
        _keep_for_history(at, family, gathered)
        yield family


def _keep_for_history(at: int, family: NewFamily, gathered: _Gathered) -> None:
    """Every so many-th family has been referred once."""
    if at % REFERRED_EVERY == 0 and len(gathered.handed_on) < MOST_REFERRED:
        gathered.handed_on.append(family)


def _keep_for_booking(family: NewFamily, setting: Setting, gathered: _Gathered) -> None:
    if not family.babies:
        kept = gathered.expecting
    elif setting.today - family.babies[0].born_on < YOUNG:
        kept = gathered.with_baby
    else:
        return
    if len(kept) < MOST_KEPT_FOR_BOOKING:
        kept.append(family)
