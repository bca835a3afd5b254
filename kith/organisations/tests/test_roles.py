"""Every role has its words and no more rights than it needs."""

import pytest

from kith.organisations.permission_words import PERMISSIONS
from kith.organisations.roles import DUTIES, ROLES
from kith.organisations.rules import Role
from kith.platform.access.permissions import Permission

SEE_RECORDS = {Permission.SEE_FAMILY, Permission.RECORD_FEEDING, Permission.LEAD_FAMILY, Permission.SEE_TODAY}


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_name_and_a_sentence(role: Role):
    assert str(ROLES[role].name)
    assert str(ROLES[role].sentence).endswith(".")


@pytest.mark.parametrize("role", [Role.ALLIANCE_CHAIR, Role.ANALYST, Role.ADMIN, Role.PLACE_ADMIN, Role.COORDINATOR])
def test_those_who_do_not_care_for_families_cannot_open_a_record(role: Role):
    assert not SEE_RECORDS & ROLES[role].permissions


def test_only_administrators_administer_and_one_kind_of_them_the_place():
    assert [role for role in Role if Permission.ADMINISTER in ROLES[role].permissions] == [Role.ADMIN, Role.PLACE_ADMIN]
    assert [role for role in Role if Permission.ADMINISTER_PLACE in ROLES[role].permissions] == [Role.PLACE_ADMIN]


def test_what_a_role_may_do_is_said_in_words_on_the_page_of_roles():
    held = frozenset().union(*(card.permissions for card in (*ROLES.values(), *DUTIES.values())))
    assert held - set(PERMISSIONS) == {
        Permission.SEE_GALLERY,
        Permission.SEE_OWN_TRAINING,
        Permission.ANSWER_BY_LINK,
    }  # everybody may
    assert set(PERMISSIONS) <= held


def test_a_peer_supporter_sees_but_does_not_record():
    rights = ROLES[Role.PEER_SUPPORTER].permissions
    assert Permission.SEE_FAMILY in rights
    assert Permission.RECORD_FEEDING not in rights
