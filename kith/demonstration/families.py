"""Families made of the draws: parents, pregnancy or baby, address, consents. Every name and number is invented."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np

from kith.demonstration import shape
from kith.demonstration.communities import COMMUNITIES
from kith.demonstration.draws import Draws
from kith.demonstration.names import NAMES, Names
from kith.demonstration.people import Partners
from kith.families.rules.codes import BirthPlace, CameBy, InterpreterNeed, PregnancyOutcome, Purpose, Relation
from kith.families.rules.entries import NewAddress, NewBaby, NewConsent, NewFamily, NewParent, NewPregnancy
from kith.families.rules.trust import HowSaid, InterpretedBy
from kith.kernel.clock import LONDON
from kith.kernel.ids import AccountId
from kith.places.facts.shape import DistrictFacts, PlaceFacts, WardFacts

EDITION = "IMD 2025"
MAIL = "families.kith.invalid"
# No British postcode ends in these letters, so nobody lives at an address that is made of them.
UNUSED_LETTERS = "CIKMOV"
TERM = 280
SHARE_AT_HOME = 0.024
LONGEST_KNOWN_BEFORE = 190


@dataclass(frozen=True)
class Setting:
    """What all families share: the place, the day, and the organisations they may have agreed to."""

    place: PlaceFacts
    today: date
    now: datetime
    partners: Partners
    parent_account: AccountId | None = None


def families(draws: Draws, setting: Setting) -> Iterator[NewFamily]:
    """Each drawn family in turn."""
    districts = [nearest_districts(ward, setting.place.districts) for ward in setting.place.wards]
    for at in range(len(draws)):
        yield _family(at, draws, setting, districts)


def _family(at: int, draws: Draws, setting: Setting, districts: list[tuple[str, str]]) -> NewFamily:
    luck = draws.chance[at].tolist()
    community = COMMUNITIES[draws.community[at]]
    names = NAMES[community.names]
    birth_on = setting.today + timedelta(days=int(draws.birth[at]))
    gestation = _gestation(luck[0], luck[1])
    registered_at = _registered_at(setting, birth_on, luck[2])
    speaks = _pick_weighted(community.speaks, luck[3])
    family_name = _pick(names.families, luck[4])
    mother = NewParent(
        given_name=_pick(names.mothers, luck[5]),
        family_name=family_name,
        born_on=setting.today - timedelta(days=round(365.25 * (18 + 25 * (luck[6] + luck[7]) / 2))),
        phone=_drama_number(luck[8]),
        email=f"family{at + 1}@{MAIL}",
        speaks=speaks,
        reads="en" if luck[9] < 0.15 else speaks,
        interpreter_need=_interpreter_need(speaks, luck[10]),
        ethnicity=community.ethnicity,
        relation=Relation.MOTHER,
    )
    parents = (mother, _partner(names, family_name, speaks, luck)) if luck[11] < 0.7 else (mother,)
    ward = setting.place.wards[draws.ward[at]]
    pregnancy = _pregnancy(birth_on, gestation, setting, are_twins=luck[13] < shape.SHARE_TWINS)
    return NewFamily(
        parents=parents,
        pregnancies=(pregnancy,),
        babies=tuple(_babies(names, pregnancy, gestation, luck)),
        addresses=(_address(ward, districts[draws.ward[at]], int(draws.decile[at]), registered_at, luck),),
        consents=tuple(_consents(setting.partners, mother, registered_at, luck)),
        registered_at=registered_at,
        came_by=CameBy.WORKER,
    )


def _pick(given: tuple[str, ...], luck: float) -> str:
    return given[int(luck * len(given))]


def _pick_weighted(given: tuple[tuple[str, float], ...], luck: float) -> str:
    for code, weight in given:
        luck -= weight
        if luck < 0:
            return code
    return given[-1][0]


def _drama_number(luck: float) -> str:
    # Ofcom keeps 07700 900000 to 900999 for drama: they reach nobody.
    return f"+447700900{int(luck * 1000):03d}"


def _interpreter_need(speaks: str, luck: float) -> InterpreterNeed:
    if speaks == "en":
        return InterpreterNeed.NO if luck < 0.9 else InterpreterNeed.NOT_ASKED
    if luck < 0.35:
        return InterpreterNeed.YES
    return InterpreterNeed.NO if luck < 0.8 else InterpreterNeed.NOT_ASKED


def _gestation(luck: float, spread: float) -> int:
    """Days of pregnancy: 7 in 100 babies come before 37 weeks, few before 32."""
    if luck < 0.07:
        return 258 - int(50 * spread**2.5)
    return 259 + int(34 * spread**0.8)


def _registered_at(setting: Setting, birth_on: date, luck: float) -> datetime:
    known_on = birth_on - timedelta(days=LONGEST_KNOWN_BEFORE - int(luck * 80))
    at = datetime.combine(known_on, time(9 + int(luck * 8), int(luck * 3600) % 60), LONDON)
    return min(at, setting.now - timedelta(minutes=int(luck * 20_000)))


def _partner(names: Names, family_name: str, speaks: str, luck: list[float]) -> NewParent:
    return NewParent(
        given_name=_pick(names.partners, luck[12]),
        family_name=family_name,
        speaks=speaks,
        reads=speaks,
        is_main=False,
        relation=Relation.FATHER,
    )


def _pregnancy(birth_on: date, gestation: int, setting: Setting, *, are_twins: bool = False) -> NewPregnancy:
    count = 1 + are_twins
    if birth_on > setting.today:
        return NewPregnancy(due_on=birth_on, expected_count=count)
    due_on = birth_on + timedelta(days=TERM - gestation)
    return NewPregnancy(due_on=due_on, ended_on=birth_on, outcome=PregnancyOutcome.BIRTH, expected_count=count)


def _babies(names: Names, pregnancy: NewPregnancy, gestation: int, luck: list[float]) -> Iterator[NewBaby]:
    """Those of a pregnancy that has ended, and where they were born: most in hospital."""
    if pregnancy.ended_on is None:
        return
    are_twins = pregnancy.expected_count == 2
    for which in range(pregnancy.expected_count):
        grams = 3400 + 600 * (luck[14] + luck[15] - 1) - 22 * (TERM - gestation) - 500 * are_twins
        yield NewBaby(
            born_on=pregnancy.ended_on,
            name=names.babies[(int(luck[16] * len(names.babies)) + which) % len(names.babies)],
            birth_weight_g=max(600, round(grams / 10) * 10),
            gestation_days=gestation,
            birth_place=BirthPlace.HOME if luck[15] < SHARE_AT_HOME and not are_twins else BirthPlace.HOSPITAL,
            pregnancy_id=pregnancy.id,
        )


def _address(
    ward: WardFacts, outwards: tuple[str, str], decile: int, registered_at: datetime, luck: list[float]
) -> NewAddress:
    letters = [UNUSED_LETTERS[int(luck[at] * len(UNUSED_LETTERS))] for at in (17, 18)]
    return NewAddress(
        postcode=f"{outwards[luck[19] < 0.3]} {int(luck[20] * 9) + 1}{''.join(letters)}",
        ward_code=ward.code,
        deprivation_decile=decile,
        deprivation_edition=EDITION,
        is_temporary=decile <= 2 and luck[21] > 0.94,
        from_on=registered_at.astimezone(LONDON).date(),
    )


def _consents(
    partners: Partners, mother: NewParent, registered_at: datetime, luck: list[float]
) -> Iterator[NewConsent]:
    agreed = (
        (partners.health_visiting, Purpose.CARE, luck[22] < 0.96),
        (partners.hospital, Purpose.CARE, luck[23] < 0.93),
        (partners.council, Purpose.CARE, luck[22] < 0.40),
        (partners.charity, Purpose.PEER_SUPPORT, luck[23] < 0.22),
        (partners.council, Purpose.OFFERS, luck[22] < 0.55),
    )
    for organisation_id, purpose, is_given in agreed:
        if is_given:
            yield NewConsent(
                organisation_id=organisation_id,
                purpose=purpose,
                language=mother.reads,
                interpreted_by=(
                    InterpretedBy.INTERPRETER
                    if mother.interpreter_need is InterpreterNeed.YES
                    else InterpretedBy.NOBODY
                ),
                how=HowSaid.IN_PERSON,
                granted_at=registered_at,
            )


def nearest_districts(ward: WardFacts, districts: tuple[DistrictFacts, ...]) -> tuple[str, str]:
    """The two postcode districts whose middles lie nearest to the middle of the ward."""
    points = np.array([(each.lon * 0.62, each.lat) for each in districts])
    order = np.argsort(((points - (ward.lon * 0.62, ward.lat)) ** 2).sum(axis=1))
    return districts[order[0]].outward, districts[order[1]].outward


def parent_family(setting: Setting) -> NewFamily:
    """The family of the demonstration's parent: a baby of six weeks, and all who are allowed to see the record."""
    born_on = setting.today - timedelta(days=44)
    registered_at = _registered_at(setting, born_on, 0.5)
    mother = NewParent(
        given_name="Maya",
        family_name="Fairley",
        born_on=date(setting.today.year - 31, 5, 17),
        phone=_drama_number(0.5),
        email="parent@demo.kith.invalid",
        ethnicity="G",
        interpreter_need=InterpreterNeed.NO,
        account_id=setting.parent_account,
    )
    luck = [0.0] * 22 + [0.0, 0.0]
    ward = setting.place.wards[0]
    return NewFamily(
        parents=(mother, NewParent(given_name="Sam", family_name="Fairley", is_main=False)),
        pregnancies=(_pregnancy(born_on, TERM, setting),),
        babies=(NewBaby(born_on=born_on, name="Robin", birth_weight_g=3420, gestation_days=TERM),),
        addresses=(_address(ward, nearest_districts(ward, setting.place.districts), 5, registered_at, luck),),
        consents=tuple(_consents(setting.partners, mother, registered_at, luck)),
        registered_at=registered_at,
    )
