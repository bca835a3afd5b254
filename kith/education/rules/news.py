"""Whose work says an answer of the library, and whether news of it is to be told. Pure."""

from collections.abc import Collection

from kith.education.rules.requirements import MEET_FAMILIES
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role

USUAL_ROLES: tuple[Role, ...] = (*MEET_FAMILIES, Role.COORDINATOR)
"""Who says the answers of the library at work, where the place has not said otherwise."""


def may_use(roles: Collection[Role]) -> Refusal | None:
    """Say why these roles cannot be those that use a statement, or None if they can."""
    return None if roles else Refusal("statement_without_roles")
