"""What is done about organisations, teams and the people in them; the oldest of it is imported from here."""

from kith.organisations.actions.alliance import (
    add_organisation,
    add_team,
    describe_organisation,
    end_agreement,
    sign_agreement,
)
from kith.organisations.actions.people import (
    add_membership,
    announce_ended_memberships,
    change_duties,
    end_membership,
    lock_membership,
    move_membership,
)

__all__ = [
    "add_membership",
    "add_organisation",
    "add_team",
    "announce_ended_memberships",
    "change_duties",
    "describe_organisation",
    "end_agreement",
    "end_membership",
    "lock_membership",
    "move_membership",
    "sign_agreement",
]
