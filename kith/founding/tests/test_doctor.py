"""`kith doctor` is green on a place that is well, and red with what to do on each of its planted faults."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kith.founding.rules.doctor import PlaceState, Weight, findings, is_well
from kith.places.rules import PlaceKind

NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=60)
WELL = PlaceState(
    now=NOW,
    is_demonstration=False,
    kind=PlaceKind.REAL,
    begun_at=LONG_AGO,
    pending_migrations=0,
    is_empty=False,
    letters_are_dropped=False,
    database_clock=NOW,
    owner_is_superuser=False,
    risky_roles=(),
    missing_roles="",
    administrators=2,
    administrators_with_second_factor=2,
    maternity_phone="+441632960911",
    languages=("en", "ro"),
    unreadable_colours=(),
    areas=1,
    wards=19,
    postcodes=6000,
    sends_texts=True,
    has_mail_server=True,
    mail_trouble="",
    has_notify=True,
    has_text_template=True,
    has_own_sender=True,
    worker_at=NOW,
    backed_up_at=NOW - timedelta(hours=9),
    proven_at=NOW - timedelta(days=20),
    audit_faults=0,
    audit_checked_at=NOW,
    signs_to_see_to=0,
    organisations=3,
)
NEW = replace(
    WELL,
    begun_at=NOW,
    administrators=1,
    administrators_with_second_factor=0,
    wards=0,
    postcodes=0,
    worker_at=None,
    backed_up_at=None,
    proven_at=None,
    audit_faults=None,
    signs_to_see_to=9,
)
PLANTED: list[tuple[dict[str, Any], str]] = [
    ({"administrators": 0}, "kith place administrator-link"),
    ({"administrators_with_second_factor": 0}, "Open the link that was printed"),
    ({"maternity_phone": ""}, "Settings, Maternity unit"),
    ({"has_mail_server": False}, "Set KITH_EMAIL_URL"),
    ({"mail_trouble": "mail.example.org: connection refused"}, "Look at KITH_EMAIL_URL"),
    ({"has_notify": False}, "Set KITH_NOTIFY_KEY"),
    ({"proven_at": None}, "kith backup prove"),
    ({"backed_up_at": NOW - timedelta(days=3)}, "kith backup make"),
    ({"worker_at": NOW - timedelta(minutes=2)}, "systemctl start kith"),
    ({"languages": ()}, "Choose them at the desk"),
    ({"postcodes": 0}, "kith load postcodes PATH"),
    ({"wards": 0}, "kith load areas PATH"),
    ({"database_clock": NOW - timedelta(minutes=3)}, "timedatectl set-ntp true"),
    ({"unreadable_colours": ("button on words: contrast 2.93 to 1",)}, "Choose a darker one"),
    ({"letters_are_dropped": True}, "LC_CTYPE 'C.UTF-8'"),
    ({"owner_is_superuser": True}, "NOSUPERUSER"),
    ({"risky_roles": ("kith_web",)}, "ALTER ROLE kith_web NOSUPERUSER NOBYPASSRLS"),
    ({"missing_roles": "The database has no roles kith_web and kith_worker."}, "makes the three roles"),
    ({"pending_migrations": 3}, "kith up"),
    ({"pending_migrations": 147, "is_empty": True}, "kith place new"),
    ({"audit_faults": 1}, "kith audit verify"),
    ({"kind": None, "areas": 0, "organisations": 0}, "kith place new"),
    ({"is_demonstration": True}, "Unset KITH_DEMONSTRATION"),
    ({"kind": PlaceKind.DEMONSTRATION}, "kith place remove-demonstration"),
    ({"has_own_sender": False}, "Set KITH_EMAIL_FROM"),
]


@pytest.mark.parametrize(("planted", "to_do"), PLANTED, ids=[next(iter(each)) for each, _ in PLANTED])
def test_a_planted_fault_is_red_and_says_what_to_do(planted: dict[str, Any], to_do: str) -> None:
    found = findings(replace(WELL, **planted))
    assert not is_well(found)
    assert to_do in " ".join(str(each) for each in found if each.weight is Weight.FAULT)


def test_a_place_that_is_well_has_nothing_to_be_mended() -> None:
    assert findings(WELL) == []


def test_a_new_place_is_advised_and_not_at_fault() -> None:
    found = findings(NEW)
    assert is_well(found)
    assert len(found) == 7


def test_a_week_later_the_same_is_a_fault() -> None:
    assert not is_well(findings(replace(NEW, now=NOW + timedelta(days=8), database_clock=NOW + timedelta(days=8))))


def test_a_demonstration_needs_no_mail_no_backup_and_no_second_factor() -> None:
    bare = {"has_mail_server": False, "proven_at": None, "backed_up_at": None, "administrators_with_second_factor": 0}
    assert findings(replace(WELL, is_demonstration=True, kind=PlaceKind.DEMONSTRATION, **bare)) == []
