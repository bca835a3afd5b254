"""One action for a death: written down once, quiet in every list, taken back only by another worker."""

from datetime import timedelta

import pytest
from django.db.models import Q
from hypothesis import given
from hypothesis import strategies as st

from kith.families.actions.birth import record_birth
from kith.families.actions.consenting import give_consent
from kith.families.actions.deaths import record_bereavement, undo_bereavement
from kith.families.actions.registering import register_family
from kith.families.models.bereavement import Bereavement
from kith.families.models.people import Pregnancy
from kith.families.queries.bereavement import bereavements, is_bereaved, lives_of
from kith.families.queries.cards import babies_born, family_of_baby
from kith.families.queries.page import family_page
from kith.families.rules.bereavement import Loss, NewBereavement, is_the_name
from kith.families.rules.codes import Purpose
from kith.families.rules.entries import NewBaby, NewFamily, NewParent, NewPregnancy
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import Forbidden, NotFound
from kith.platform.outbox.models import OutboxEvent
from testing.people import KITH, a_family, organisation, worker
from testing.supporting import supporter_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def hospital(db):
    return organisation()


@pytest.fixture
def midwife(hospital):
    return worker(Role.MIDWIFE, at=hospital, name="Dilys Okoro")


def the_baby(family_id):
    return family_page(KITH, family_id).babies[0]


def a_death(midwife, subject_id, loss=Loss.BABY, **changes):
    said = {"caller": midwife.membership_id, "call_by": clock.today() + timedelta(days=1)} | changes
    return NewBereavement(loss, subject_id, **said)


def mourn(midwife, family_id, **changes):
    new = a_death(midwife, the_baby(family_id).id, **changes)
    return record_bereavement(by=midwife, family_id=family_id, new=new)


def test_a_death_is_written_down_once_and_announced_once(midwife, hospital):
    family_id = a_family(hospital)
    assert not is_bereaved(family_id)
    first = mourn(midwife, family_id, died_on=clock.today())
    assert mourn(midwife, family_id) == first
    assert is_bereaved(family_id)
    assert OutboxEvent.objects.filter(name="families.FamilyBereaved").count() == 1
    (row,) = bereavements(midwife, family_id)
    assert (row.name, row.caller.name) == ("Ioan", "Dilys Okoro")


def test_the_loss_of_a_pregnancy_ends_it_and_undoing_resumes_it(midwife, hospital):
    new = NewFamily((NewParent("Ana", "Pop"),), pregnancies=(NewPregnancy(clock.today() + timedelta(days=90)),))
    family_id = register_family(by=KITH, family=new)
    give_consent(by=KITH, family_id=family_id, organisation_id=hospital, purpose=Purpose.CARE, language="ro")
    death = a_death(midwife, new.pregnancies[0].id, Loss.PREGNANCY)
    bereavement_id = record_bereavement(by=midwife, family_id=family_id, new=death)
    assert Pregnancy.objects.get().outcome == "loss"
    other = worker(Role.MIDWIFE, at=hospital)
    undo_bereavement(by=other, family_id=family_id, bereavement_id=bereavement_id, why="wrong record")
    assert Pregnancy.objects.get().outcome == ""


def test_a_parent_too_can_be_mourned(midwife, hospital):
    family_id = a_family(hospital)
    parent = family_page(KITH, family_id).main_parent
    record_bereavement(by=midwife, family_id=family_id, new=a_death(midwife, parent.id, Loss.PARENT))
    assert is_bereaved(family_id)
    assert Loss.PARENT not in {each.loss for each in lives_of(midwife, family_id)}


def test_no_list_of_things_due_names_a_bereaved_family_the_other_twin_neither(midwife, hospital):
    family_id = a_family(hospital)
    born = the_baby(family_id).born_on
    twin = record_birth(by=KITH, family_id=family_id, baby=NewBaby(born, name="Ana"))
    born_then = babies_born(born, born, Q(family_id=family_id))
    assert born_then.count() == 2
    mourn(midwife, family_id)
    assert not born_then.exists()
    assert family_of_baby(midwife, twin).name == "Ana"


def test_only_somebody_else_takes_it_back_and_says_why(midwife, hospital):
    family_id = a_family(hospital)
    bereavement_id = mourn(midwife, family_id)
    undo = {"family_id": family_id, "bereavement_id": bereavement_id}
    with pytest.raises(Refusal, match="undo_needs_somebody_else"):
        undo_bereavement(by=midwife, why="wrong record", **undo)
    other = worker(Role.HEALTH_VISITOR, at=hospital)
    with pytest.raises(Refusal, match="undo_needs_a_reason"):
        undo_bereavement(by=other, why=" ", **undo)
    undo_bereavement(by=other, why="Wrong record: another Ana Pop", **undo)
    undo_bereavement(by=other, why="again", **undo)
    assert not is_bereaved(family_id)
    assert Bereavement.objects.get().undone_why == "Wrong record: another Ana Pop"


def test_whoever_sees_families_may_write_it_down_and_nobody_beyond_reach(midwife, hospital):
    family_id = a_family(hospital)
    supporter = supporter_of(family_id, at=hospital)
    assert mourn(supporter, family_id, caller=midwife.membership_id)
    with pytest.raises(NotFound):
        mourn(supporter, a_family(hospital), caller=midwife.membership_id)
    with pytest.raises(Refusal, match="caller_may_not_see_the_record"):
        mourn(midwife, a_family(hospital), caller=supporter.membership_id)
    with pytest.raises(NotFound):
        mourn(worker(Role.MIDWIFE), family_id)
    with pytest.raises(Forbidden):
        mourn(worker(Role.COORDINATOR, at=hospital), family_id)


def test_the_one_who_calls_is_somebody_the_family_lets_see_its_record(midwife, hospital):
    stranger = worker(Role.MIDWIFE)
    with pytest.raises(Refusal, match="caller_may_not_see_the_record"):
        mourn(midwife, a_family(hospital), caller=stranger.membership_id)


def test_nobody_of_another_family_can_be_mourned_in_this_one(midwife, hospital):
    mine, other = a_family(hospital), a_family(name="Ion Rus")
    with pytest.raises(NotFound):
        record_bereavement(by=midwife, family_id=mine, new=a_death(midwife, the_baby(other).id))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"died_on": timedelta(days=1)}, "died_in_future"),
        ({"died_on": timedelta(days=-57)}, "died_before_it_began"),
        ({"call_by": timedelta(days=-1)}, "call_in_past"),
        ({"call_by": timedelta(days=8)}, "call_too_late"),
    ],
)
def test_impossible_days_are_refused(midwife, hospital, changes, code):
    days = {name: clock.today() + by for name, by in changes.items()}
    with pytest.raises(Refusal, match=code):
        mourn(midwife, a_family(hospital), **days)


@given(st.text(alphabet=st.characters(categories=["L", "Zs"]), min_size=1))
def test_a_name_is_its_own_name_in_any_capitals_and_spaces(name):
    if name.strip():
        assert is_the_name(f"  {name} ", name)
    assert not is_the_name("", name)


@pytest.mark.parametrize(("typed", "name"), [("stefan TANASE", "Ștefan Tănase"), ("ana  pop", "Ana Pop")])
def test_accents_and_capitals_need_not_be_typed(typed, name):
    assert is_the_name(typed, name)
    assert not is_the_name("ana rus", name)
