"""What the addresses of bundles ask for, at one's own organisation and at another."""

from typing import Any

from kith.bundles.actions.rechecking import start_recheck
from kith.bundles.models.requests import SleepingRecheck
from kith.bundles.tests.world import KITH, Sleep
from kith.families.events import HomeMoved
from kith.families.rules.entries import NewFamily
from kith.kernel import clock
from kith.kernel.ids import OrganisationId


def bundle_ids(
    families: dict[str, NewFamily], ours: OrganisationId, theirs: OrganisationId
) -> dict[str, dict[str, Any]]:
    """A request of the family, a notice, a bundle, and a new place of each family to look at."""
    own, other = (_ids(Sleep(at), families[name]) for at, name in ((ours, "own"), (theirs, "other")))
    found = {"own": own, "shared": own, "other": other, "withdrawn": other}
    return {name: ids | _recheck(families[name]) for name, ids in found.items()}


def _ids(sleep: Sleep, family: NewFamily) -> dict[str, Any]:
    return {
        "bundle_id": sleep.small,
        "bundle_request_id": sleep.ask(family.id, by=KITH),
        "housing_notice_id": sleep.notice(phone="+447700900188"),
    }


def _recheck(family: NewFamily) -> dict[str, Any]:
    start_recheck(HomeMoved(family.id, clock.today().isoformat(), is_temporary=True))
    return {"recheck_id": SleepingRecheck.objects.get(family_id=family.id).pk}
