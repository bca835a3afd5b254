"""The actions of finding a family: searched, compared, asked for, and who hears of it."""

from collections.abc import Callable

from kith.caseloads.actions.emergencies import tell_of_asking
from kith.caseloads.actions.leading import take_lead
from kith.families.actions.searching import ask_for_access, compare_records, search_records
from kith.families.events import AccessAsked
from kith.families.rules.entries import NewFamily, NewParent
from kith.families.rules.finding import Sought
from kith.kernel import clock
from tests.access.contact_acts import at_work, member
from tests.access.world import World


def _told(world: World) -> Callable[[], object]:
    take_lead(by=at_work("midwife"), family_id=world.families["own"].id)
    event = AccessAsked(world.families["own"].id, member("health-visitor"), clock.today().isoformat())
    return lambda: tell_of_asking(event)


FINDING_ACTS: dict[str, Callable[[World], Callable[[], object]]] = {
    "families.search_records": lambda _: lambda: search_records(by=at_work("midwife"), sought=Sought("Ioana Popescu")),
    "families.compare_records": lambda _: (
        lambda: compare_records(by=at_work("midwife"), family=NewFamily((NewParent("Ioana", "Popescu"),)))
    ),
    "families.ask_for_access": lambda world: (
        lambda: ask_for_access(by=at_work("midwife"), family_ids=[world.families["other"].id])
    ),
    "caseloads.tell_of_asking": _told,
}
