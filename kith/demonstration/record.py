"""Families to look at closely: twins, one in temporary accommodation, and one that was written down twice."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from kith.demonstration.families import UNUSED_LETTERS, Setting, nearest_districts
from kith.families.rules.codes import (
    AccessNeed,
    BirthPlace,
    Channel,
    Crisis,
    HouseholdRelation,
    InterpreterNeed,
    PregnancyOutcome,
    Relation,
)
from kith.families.rules.entries import (
    NewAddress,
    NewBaby,
    NewConsent,
    NewCrisisFlag,
    NewFamily,
    NewHouseholdMember,
    NewParent,
    NewPregnancy,
    SafeContact,
)
from kith.kernel import nhs_number
from kith.kernel.clock import LONDON

TERM = 280


def families_to_know(setting: Setting) -> Iterator[NewFamily]:
    """Each of them, letting health visiting and the hospital see its record."""
    yield _twins(setting)
    yield _in_temporary_accommodation(setting)
    yield _written_down(setting, "Fatema Chowdhury", days_ago=60, phone="+447700900381", named="Idris")
    yield _written_down(setting, "Fatimah Choudhury", days_ago=0, phone="", named="")


def number_of_nobody(number: int) -> str:
    """An NHS number of the range that is kept for tests and belongs to no person."""
    while (check := nhs_number.check_digit(f"999{number:06d}")) > 9:
        number += 1
    return f"999{number:06d}{check}"


def _twins(setting: Setting) -> NewFamily:
    born_on = setting.today - timedelta(days=33)
    gestation = 36 * 7 + 2
    pregnancy = NewPregnancy(
        due_on=born_on + timedelta(days=TERM - gestation),
        ended_on=born_on,
        outcome=PregnancyOutcome.BIRTH,
        expected_count=2,
    )
    twins = tuple(
        NewBaby(
            born_on=born_on,
            name=name,
            birth_weight_g=grams,
            gestation_days=gestation,
            birth_time=at,
            birth_place=BirthPlace.HOSPITAL,
            nhs_number=number_of_nobody(number),
            pregnancy_id=pregnancy.id,
        )
        for name, grams, at, number in (("Luca", 2380, time(4, 12), 110), ("Sofia", 2210, time(4, 31), 120))
    )
    mother = NewParent(
        given_name="Elena",
        family_name="Lingurar",
        born_on=date(setting.today.year - 27, 3, 8),
        phone="+447700900372",
        speaks="ro",
        reads="ro",
        interpreter_need=InterpreterNeed.YES,
        ethnicity="CR",
        relation=Relation.MOTHER,
        nhs_number=number_of_nobody(100),
        access_needs=frozenset({AccessNeed.LONGER_TIME, AccessNeed.SUPPORT_PERSON}),
        access_words="Two cots in one pram: needs a wide door",
    )
    father = NewParent("Marius", "Lingurar", speaks="ro", reads="ro", is_main=False, relation=Relation.FATHER)
    household = (NewHouseholdMember(HouseholdRelation.CHILD, "Ionela", is_under_five=True),)
    return _family(setting, (mother, father), pregnancy, twins, days_ago=150, household=household)


def _in_temporary_accommodation(setting: Setting) -> NewFamily:
    born_on = setting.today - timedelta(days=19)
    pregnancy = NewPregnancy(due_on=born_on, ended_on=born_on, outcome=PregnancyOutcome.BIRTH)
    baby = NewBaby(
        born_on=born_on,
        name="Amina",
        birth_weight_g=3040,
        gestation_days=TERM,
        birth_place=BirthPlace.ON_THE_WAY,
        pregnancy_id=pregnancy.id,
    )
    mother = NewParent(
        given_name="Hodan",
        family_name="Warsame",
        born_on=date(setting.today.year - 23, 11, 2),
        phone="+447700900373",
        email="hodan@families.kith.invalid",
        speaks="so",
        reads="en",
        interpreter_need=InterpreterNeed.YES,
        ethnicity="N",
        relation=Relation.MOTHER,
        safe_contact=SafeContact(
            unsafe_channels=frozenset({Channel.TEXT, Channel.POST}),
            may_leave_voicemail=False,
            safe_times="Weekdays from 10 to 2",
            code_word="Kestrel",
        ),
    )
    crises = tuple(
        NewCrisisFlag(kind, from_on=setting.today - timedelta(days=19))
        for kind in (Crisis.HOMELESS, Crisis.FOOD_OR_HEATING)
    )
    return _family(setting, (mother,), pregnancy, (baby,), days_ago=40, crises=crises, is_temporary=True)


def _written_down(setting: Setting, name: str, *, days_ago: int, phone: str, named: str) -> NewFamily:
    """One of the two records of a family that the hospital and health visiting have each begun."""
    born_on = setting.today - timedelta(days=24)
    given, _, family = name.partition(" ")
    mother = NewParent(
        given_name=given,
        family_name=family,
        born_on=date(setting.today.year - 29, 6, 21),
        phone=phone,
        speaks="bn",
        reads="bn",
        interpreter_need=InterpreterNeed.YES if phone else InterpreterNeed.NOT_ASKED,
        ethnicity="K",
        relation=Relation.MOTHER,
    )
    pregnancy = NewPregnancy(due_on=born_on, ended_on=born_on, outcome=PregnancyOutcome.BIRTH)
    baby = NewBaby(born_on=born_on, name=named, birth_place=BirthPlace.HOSPITAL, pregnancy_id=pregnancy.id)
    return _family(setting, (mother,), pregnancy, (baby,), days_ago=days_ago)


def _family(
    setting: Setting,
    parents: tuple[NewParent, ...],
    pregnancy: NewPregnancy,
    babies: tuple[NewBaby, ...],
    *,
    days_ago: int,
    household: tuple[NewHouseholdMember, ...] = (),
    crises: tuple[NewCrisisFlag, ...] = (),
    is_temporary: bool = False,
) -> NewFamily:
    day = setting.today - timedelta(days=days_ago)
    registered_at = min(datetime.combine(day, time(11, 20), LONDON), setting.now - timedelta(minutes=30))
    ward = setting.place.wards[len(parents[0].family_name) % len(setting.place.wards)]
    outward = nearest_districts(ward, setting.place.districts)[0]
    agreed = (setting.partners.health_visiting, setting.partners.hospital)
    return NewFamily(
        parents=parents,
        pregnancies=(pregnancy,),
        babies=babies,
        addresses=(
            NewAddress(
                postcode=f"{outward} 4{UNUSED_LETTERS[1]}{UNUSED_LETTERS[2]}",
                ward_code=ward.code,
                is_temporary=is_temporary,
            ),
        ),
        consents=tuple(NewConsent(each, language=parents[0].reads, granted_at=registered_at) for each in agreed),
        household=household,
        crises=crises,
        registered_at=registered_at,
    )
