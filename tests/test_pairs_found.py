"""The committed pairs of names, looked for among ten thousand families in the database as a worker looks."""

import pytest

from kith.families.actions.rows import parent_row
from kith.families.actions.searching import search_records
from kith.families.models.family import Family
from kith.families.rules.codes import CameBy
from kith.families.rules.entries import NewParent
from kith.families.rules.finding import Sought
from kith.finding.queries.finding import fits
from kith.kernel import clock
from kith.kernel.ids import FamilyId, new_uuid
from kith.methods.tests.names.listed import Crowd, pairs
from testing.people import KITH

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]
AT_ONCE = 2000


def written_down(names):
    """A family for each name; which family is whose."""
    families = {name: FamilyId(new_uuid()) for name in names}
    Family.objects.bulk_create(
        [Family(id=each, registered_at=clock.now(), came_by=CameBy.WORKER) for each in families.values()], AT_ONCE
    )
    rows = [parent_row(each, NewParent(name, "", is_main=True)) for name, each in families.items()]
    type(rows[0]).objects.bulk_create(rows, AT_ONCE)
    return families


def share_found(chosen, families):
    """The share of same names that stand among the first ten answers, from either spelling."""
    same = [pair for pair in chosen if pair.verdict == "same"]
    asked = [each for pair in same for each in ((pair.one, pair.other), (pair.other, pair.one))]
    found = [families[wanted] in answers(name) for name, wanted in asked]
    return sum(found) / len(found), len(found)


def answers(name):
    """The families that the page shows, ten at the most; the one that is written so is among them."""
    sought = Sought(name=name)
    searched = search_records(by=KITH, sought=sought)
    return {row.family.id for row in fits(KITH, sought, searched.found, is_cut=searched.is_cut).rows}


@pytest.mark.parametrize("listed", ["pairs", "later_pairs"])
def test_of_the_pairs_kept_aside_same_names_are_among_the_first_ten_of_ten_thousand_families(listed, capsys):
    chosen = [pair for pair in pairs(listed) if listed != "pairs" or pair.is_kept_aside]
    families = written_down({*Crowd().names, *(name for pair in chosen for name in (pair.one, pair.other))})
    share, count = share_found(chosen, families)
    with capsys.disabled():
        print(f"\n{listed}: {share:.1%} of n = {count} found among {len(families):,} families")
    assert len(families) > 10_000
    assert share >= 0.85
