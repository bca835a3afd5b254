"""The background jobs of caseloads: telling of long cover, seeing breaks ahead, finding owners."""

from kith.caseloads.actions import cover, leaving, watching
from kith.kernel.ids import AbsenceId
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import job, periodic


@job("caseloads.tell_of_cover")
def tell_of_cover(absence_id: int) -> None:
    """Tell each parent who stands in for her lead; safe to run twice."""
    cover.tell_of_cover(by=system_actor("caseloads.leading"), absence_id=AbsenceId(absence_id))


@periodic("caseloads.watch_breaks", cron="20 5 * * *")
def watch_breaks() -> None:
    """Tell leads and managers of breaks ahead; safe to run twice."""
    watching.watch_breaks(by=system_actor("caseloads.watching"))


@periodic("caseloads.reassign_unowned_work", cron="15 * * * *")
def reassign_unowned_work() -> None:
    """Find owners for what came to people on their last day; safe to run twice."""
    leaving.reassign_unowned_work(by=system_actor("caseloads.leaving"))
