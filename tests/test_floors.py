"""The floors of what is measured only rise."""

from __future__ import annotations

from dataclasses import replace

from proof.f34 import missing
from proof.floors import Floors, earlier, floors, lowered
from proof.measured import GROUPS, files, whole

STOOD = Floors(branches={"kith": 80.0, "rules": 90.0}, mutants={"rules": 85.0})


def test_no_floor_is_lower_than_in_any_commit_before() -> None:
    assert [fall for before in earlier() for fall in lowered(before, floors())] == []


def test_a_lowered_floor_and_one_taken_away_are_named() -> None:
    now = replace(STOOD, branches={"kith": 79.9}, mutants={"rules": 90.0})
    assert lowered(STOOD, now) == ["branches: kith from 80 to 79.9", "branches: rules from 90 to 0"]


def test_a_raised_floor_is_no_fall() -> None:
    assert lowered(STOOD, replace(STOOD, mutants={"rules": 86.0})) == []


def test_every_group_has_its_floors_and_its_files() -> None:
    assert set(floors().branches) == {"kith", *GROUPS}
    assert set(floors().mutants) == set(GROUPS)
    assert all(files(*patterns) for patterns in GROUPS.values())
    assert set().union(*(files(*patterns) for patterns in GROUPS.values())) < set(whole())


def test_a_share_below_its_floor_is_counted_in_branches() -> None:
    there = 1000
    enough = -int(-there * floors().branches["access"] // 100)
    assert missing({"access": (there, enough)}) == 0
    assert missing({"access": (there, enough - 3)}) == 3
