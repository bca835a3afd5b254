"""One record becomes two, and neither shows the other."""

from datetime import timedelta
from typing import Any

import pytest

from kith.caseloads.actions.leading import take_lead
from kith.caseloads.queries.leading import lead_history
from kith.families.actions.registering import register_family
from kith.families.actions.splitting import split_record
from kith.families.models.consent import Consent
from kith.families.models.people import Baby, Parent
from kith.families.queries.duplicates import likely_duplicates
from kith.families.queries.page import family_page
from kith.families.queries.reach import may_organisation_open
from kith.families.rules.entries import NewBaby, NewConsent, NewFamily, NewParent, NewPregnancy
from kith.families.rules.splitting import SplitWish
from kith.feeding.actions.statuses import record_feeding
from kith.feeding.queries.statuses import answers_of
from kith.feeding.rules.statuses import Feeding, Milestone
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform.access import Forbidden
from kith.platform.audit.models import AuditEntry
from kith.platform.listing import ListAsked
from testing.people import KITH, organisation, worker


@pytest.fixture
def ours(db: None) -> Any:
    return organisation()


@pytest.fixture
def visitor(ours: Any) -> Any:
    return worker(at=ours)


@pytest.fixture
def family(ours: Any) -> NewFamily:
    pregnancy = NewPregnancy(clock.today() + timedelta(days=60))
    new = NewFamily(
        parents=(NewParent("Ana", "Pop", phone="+447700900001"), NewParent("Dan", "Pop", is_main=False)),
        pregnancies=(pregnancy,),
        babies=(NewBaby(clock.today() - timedelta(days=56), name="Ion"),),
        consents=(NewConsent(ours), NewConsent(organisation())),
    )
    register_family(by=KITH, family=new)
    return new


def test_a_mother_and_her_baby_get_a_record_that_the_others_do_not_see(visitor, family):
    mother, _father = family.parents
    (baby,) = family.babies
    record_feeding(
        by=visitor,
        baby_id=baby.id,
        milestone=Milestone.WEEKS_6_8,
        status=Feeding.TOTALLY,
        asked_on=clock.today(),
    )
    take_lead(by=visitor, family_id=family.id)
    wish = SplitWish(
        parents=frozenset({mother.id}), babies=frozenset({baby.id}), seen_by=frozenset({family.consents[0].id})
    )
    new = split_record(by=visitor, family_id=family.id, wish=wish)
    one, other = family_page(visitor, family.id), family_page(visitor, new)
    assert ([each.name for each in one.parents], one.main_parent.name, one.babies) == (["Dan Pop"], "Dan Pop", ())
    assert ([each.name for each in other.parents], [each.name for each in other.babies]) == (["Ana Pop"], ["Ion"])
    assert [row.organisation_id for row in other.consents] == [family.consents[0].organisation_id]
    assert lead_history(visitor, new) == ()
    assert answers_of(visitor, new, [baby.id]).current(baby.id, Milestone.WEEKS_6_8)
    assert likely_duplicates(visitor, new, ListAsked()).rows == ()


def test_what_one_may_no_longer_see_is_closed_at_once(visitor, family):
    (baby,) = family.babies
    ours, theirs = family.consents
    carer = NewParent("Ruth", "Carer", relation="foster_carer")
    wish = SplitWish(
        babies=frozenset({baby.id}),
        carer=carer,
        seen_by=frozenset({ours.id}),
        no_longer_seen_by=frozenset({theirs.id}),
    )
    new = split_record(by=visitor, family_id=family.id, wish=wish)
    assert not may_organisation_open(theirs.organisation_id, family.id)
    assert not may_organisation_open(theirs.organisation_id, new)
    assert family_page(visitor, new).main_parent.name == "Ruth Carer"
    assert Consent.objects.filter(family_id=new).count() == 1


def test_no_entry_of_the_audit_names_both(visitor, family):
    (baby,) = family.babies
    wish = SplitWish(
        babies=frozenset({baby.id}), carer=NewParent("Ruth", "Carer"), seen_by=frozenset({family.consents[0].id})
    )
    new = split_record(by=visitor, family_id=family.id, wish=wish)
    rows = AuditEntry.objects.filter(family_id__in=[family.id, new])
    assert rows
    for row in rows:
        assert not (str(new) in f"{row.family_id}{row.facts}{row.subject_id}" and str(family.id) in str(row.facts))


def test_a_twin_that_goes_leaves_the_pregnancy_behind(visitor, family, ours):
    born_on = clock.today() - timedelta(days=30)
    pregnancy = NewPregnancy(born_on, ended_on=born_on, outcome="birth", expected_count=2)
    twins = tuple(NewBaby(born_on, name=name, pregnancy_id=pregnancy.id) for name in ("Mia", "Zoe"))
    new = NewFamily(
        parents=(NewParent("Ana", "Pop"),), pregnancies=(pregnancy,), babies=twins, consents=(NewConsent(ours),)
    )
    register_family(by=KITH, family=new)
    wish = SplitWish(
        babies=frozenset({twins[0].id}), carer=NewParent("Ruth", "Carer"), seen_by=frozenset({new.consents[0].id})
    )
    apart = split_record(by=visitor, family_id=new.id, wish=wish)
    assert Baby.objects.get(family_id=apart).pregnancy_id is None
    assert Baby.objects.get(family_id=new.id).pregnancy_id == pregnancy.id


@pytest.mark.parametrize(
    ("parents", "babies", "carer", "seen", "code"),
    [
        ((), (), None, True, "nobody_chosen"),
        ((0, 1), (), None, True, "nobody_would_stay"),
        ((), (0,), None, True, "nobody_cares_there"),
        ((0,), (), None, False, "nobody_would_see"),
    ],
)
def test_what_cannot_be_split_says_why(visitor, family, parents, babies, carer, seen, code):
    wish = SplitWish(
        parents=frozenset(family.parents[at].id for at in parents),
        babies=frozenset(family.babies[at].id for at in babies),
        carer=carer,
        seen_by=frozenset({family.consents[0].id}) if seen else frozenset(),
    )
    with pytest.raises(Refusal, match=code):
        split_record(by=visitor, family_id=family.id, wish=wish)
    assert Parent.objects.filter(family_id=family.id).count() == 2


def test_only_with_the_right(family, ours):
    wish = SplitWish(parents=frozenset({family.parents[0].id}), seen_by=frozenset({family.consents[0].id}))
    with pytest.raises(Forbidden):
        split_record(by=worker(Role.OUTREACH_WORKER, at=ours), family_id=family.id, wish=wish)
