"""The actions of the record, each done once: who and where, merging and splitting."""

from collections.abc import Callable
from datetime import timedelta

from kith.families.actions.birth import change_birth, change_pregnancy
from kith.families.actions.days import correct_day
from kith.families.actions.home import change_crises, move_home
from kith.families.actions.merging import consider_merge, merge_families, say_distinct, undo_merge
from kith.families.actions.people import add_parent, change_household, change_needs, change_parent, change_safe_contact
from kith.families.actions.splitting import split_record
from kith.families.rules.changes import BirthDetails, Needs, ParentDetails
from kith.families.rules.codes import BirthPlace, Crisis, HouseholdRelation
from kith.families.rules.days import DayOf, DayReason
from kith.families.rules.entries import NewAddress, NewHouseholdMember, NewParent, SafeContact
from kith.families.rules.splitting import SplitWish
from kith.kernel import clock
from tests.access.world import BY, World

Act = Callable[[], object]
Prepare = Callable[[World], Act]


def _on_own(act: Callable[..., object], **given: object) -> Prepare:
    return lambda world: lambda: act(by=BY, family_id=world.families["own"].id, **given)


def _on_parent(act: Callable[..., object], **given: object) -> Prepare:
    def prepare(world: World) -> Act:
        family = world.families["own"]
        return lambda: act(by=BY, family_id=family.id, parent_id=family.parents[0].id, **given)

    return prepare


def _on_two(act: Callable[..., object], one: str, other: str) -> Prepare:
    def prepare(world: World) -> Act:
        pair = {one: world.families["own"].id, other: world.families["shared"].id}
        return lambda: act(by=BY, **pair)

    return prepare


def _undone(world: World) -> Act:
    own, shared = world.families["own"].id, world.families["shared"].id
    merge_id = merge_families(by=BY, kept=own, gone=shared)
    return lambda: undo_merge(by=BY, merge_id=merge_id)


def _birth(world: World) -> Act:
    family = world.families["own"]
    details = BirthDetails("Ana", birth_place=BirthPlace.HOME)
    return lambda: change_birth(by=BY, family_id=family.id, baby_id=family.babies[0].id, details=details)


def _day(world: World) -> Act:
    family = world.families["own"]
    baby = family.babies[0]
    return lambda: correct_day(
        by=BY,
        family_id=family.id,
        what=DayOf.BABY,
        of=baby.id,
        day=baby.born_on - timedelta(days=1),
        reason=DayReason.SLIP,
    )


def _split(world: World) -> Act:
    family = world.families["own"]
    wish = SplitWish(
        babies=frozenset({family.babies[0].id}),
        carer=NewParent("Maria", "Ionescu"),
        seen_by=frozenset({family.consents[0].id}),
    )
    return lambda: split_record(by=BY, family_id=family.id, wish=wish)


RECORD: dict[str, Prepare] = {
    "families.add_parent": _on_own(add_parent, parent=NewParent("Maria", "Ionescu", is_main=False)),
    "families.change_parent": _on_parent(
        change_parent, details=ParentDetails("Maria", "Ionescu", phone="+447700900555")
    ),
    "families.change_needs": _on_parent(change_needs, needs=Needs("ro", "ro")),
    "families.change_safe_contact": _on_parent(change_safe_contact, contact=SafeContact(code_word="Maria")),
    "families.change_household": _on_own(
        change_household, members=(NewHouseholdMember(HouseholdRelation.CHILD, "Maria"),)
    ),
    "families.change_birth": _birth,
    "families.correct_day": _day,
    "families.change_pregnancy": lambda world: (
        lambda: change_pregnancy(by=BY, family_id=world.families["own"].id, due_on=clock.today(), expected_count=2)
    ),
    "families.change_crises": _on_own(change_crises, kinds=frozenset({Crisis.HOMELESS})),
    "families.move_home": lambda world: (
        lambda: move_home(
            by=BY, family_id=world.families["own"].id, address=NewAddress("MK9 3EJ", from_on=clock.today())
        )
    ),
    "families.consider_merge": _on_two(consider_merge, "kept", "gone"),
    "families.merge_families": _on_two(merge_families, "kept", "gone"),
    "families.say_distinct": _on_two(say_distinct, "one", "other"),
    "families.undo_merge": _undone,
    "families.split_record": _split,
}
