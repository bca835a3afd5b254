"""Every action of a place that begins and chooses, done once, and what its addresses name."""

from collections.abc import Callable
from typing import Any

from django.db import connection

from kith.caseloads.settings import USUAL_CASELOAD
from kith.founding.actions.beginning import begin_place
from kith.founding.actions.links import make_administrator_link, use_administrator_link
from kith.founding.rules.answers import Beginning, FirstAdministrator, NewOrganisation
from kith.kernel.choices.place import NAME
from kith.organisations.rules import OrganisationKind
from kith.places.actions.choosing import change_setting, choose_settings
from kith.places.actions.founding import found_real_place
from kith.platform.access.viewer import ANONYMOUS, system_actor

BY = system_actor("test")
COUNCIL = NewOrganisation("Council", OrganisationKind.COUNCIL, ("North",))
BEGINNING = Beginning(
    "Luton", ("E06000032",), {NAME.key: "Luton"}, (COUNCIL,), FirstAdministrator("Ada", "ada@luton.test", "Council")
)
Act = Callable[[], object]


def place_ids() -> dict[str, Any]:
    """A link for the administrator, a setting, and the mark of a style sheet."""
    token = make_administrator_link(by=BY)
    return {"begin_token": token, "setting_key": USUAL_CASELOAD.key, "mark": "0"}


def _empty(act: Act) -> Callable[[object], Act]:
    """Done in a database where no account is yet; the test puts back what was there."""

    def prepare(_world: object) -> Act:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("TRUNCATE platform_account, organisations_organisation, places_place CASCADE")
        return act

    return prepare


def _used(_world: object) -> Act:
    token = make_administrator_link(by=BY)
    return lambda: use_administrator_link(by=ANONYMOUS, token=token)


PLACE_ACTS: dict[str, Callable[[Any], Act]] = {
    "places.found_real_place": _empty(lambda: found_real_place(by=BY, areas=["E06000032"], name="Luton")),
    "places.choose_settings": lambda _: lambda: choose_settings(by=BY, values={NAME.key: "Luton"}, why="New."),
    "places.change_setting": lambda _: (
        lambda: change_setting(by=BY, key=USUAL_CASELOAD.key, given=200, why="Fewer.", seen=0)
    ),
    "founding.begin_place": _empty(lambda: begin_place(by=BY, beginning=BEGINNING)),
    "founding.make_administrator_link": lambda _: lambda: make_administrator_link(by=BY),
    "founding.use_administrator_link": _used,
}
