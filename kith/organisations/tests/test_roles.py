"""Every role has its words and no more rights than it needs."""

import pytest

from kith.organisations.roles import ROLES
from kith.organisations.rules import Role
from kith.platform.access.permissions import Permission

SEE_RECORDS = {Permission.SEE_FAMILY, Permission.RECORD_FEEDING, Permission.LEAD_FAMILY, Permission.SEE_TODAY}


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_name_and_a_sentence(role: Role):
    assert str(ROLES[role].name)
    assert str(ROLES[role].sentence).endswith(".")


@pytest.mark.parametrize("role", [Role.ALLIANCE_CHAIR, Role.ANALYST, Role.ADMIN, Role.COORDINATOR])
def test_those_who_do_not_care_for_families_cannot_open_a_record(role: Role):
    assert not SEE_RECORDS & ROLES[role].permissions


def test_only_the_administrator_administers():
    assert [role for role in Role if Permission.ADMINISTER in ROLES[role].permissions] == [Role.ADMIN]


def test_a_peer_supporter_sees_but_does_not_record():
    rights = ROLES[Role.PEER_SUPPORTER].permissions
    assert Permission.SEE_FAMILY in rights
    assert Permission.RECORD_FEEDING not in rights
