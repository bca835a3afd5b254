"""A place begins, as a whole or not at all."""

from kith.founding.actions.links import make_administrator_link
from kith.founding.rules.answers import Beginning
from kith.kernel.ids import AccountId
from kith.kernel.refusal import Refusal
from kith.organisations.actions.alliance import add_organisation, add_team
from kith.organisations.actions.people import add_membership
from kith.organisations.queries.people import organisation_cards
from kith.organisations.rules import Role
from kith.places.actions.choosing import choose_settings
from kith.places.actions.founding import found_real_place
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.sign_in.models import Account

WHY = "As the place began."


@action
def begin_place(*, by: Actor, beginning: Beginning) -> str:
    """Make the place, its settings, organisations, teams and first administrator; the secret part of their link.

    Refused where a place, the demonstration or anything else is in the database already; then nothing has changed.
    """
    access.require(by, Permission.ADMINISTER_PLACE)
    found_real_place(by=by, areas=beginning.areas, name=beginning.name)
    if organisation_cards() or Account.objects.exists():
        raise Refusal("database_in_use")
    choose_settings(by=by, values=beginning.values, why=WHY)
    known = {}
    for each in beginning.organisations:
        known[each.name] = add_organisation(by=by, name=each.name, kind=each.kind)
        for team in each.teams:
            add_team(by=by, organisation_id=known[each.name], name=team)
    first = beginning.administrator
    account = Account.objects.create_user(email=first.email)
    add_membership(
        by=by,
        account_id=AccountId(account.pk),
        organisation_id=known[first.organisation],
        role=Role.PLACE_ADMIN,
        name=first.name,
    )
    return make_administrator_link(by=by, email=first.email)
