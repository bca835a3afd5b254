"""What lies with a leaver is registered once by each room."""

import pytest

from kith.organisations import work
from kith.organisations.work import Work, register_work, work_of_rooms


def nothing():
    """Hold no row."""


def test_two_rooms_cannot_register_work_of_one_kind(monkeypatch):
    monkeypatch.setattr(work, "_of_rooms", {})
    pump = Work("pump", nothing, "holder_id")
    register_work(pump)
    register_work(pump)
    assert work_of_rooms() == (pump,)
    with pytest.raises(ValueError, match="work of the kind pump"):
        register_work(Work("pump", nothing, "owner_id"))
