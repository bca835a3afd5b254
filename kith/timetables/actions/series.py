"""A series of one's own is begun."""

from kith.kernel.refusal import Refusal
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.undoing.meanwhile import take_turn
from kith.whats_on.actions.planning import NewSeries
from kith.whats_on.actions.planning import add_series as add_series_to_groups
from kith.whats_on.queries.series import series_by_code


@action
def begin_series(*, by: Actor, series: NewSeries) -> int:
    """Write the series down and say its id; sent twice it is one, and a code that another series has is refused."""
    access.require(by, Permission.MANAGE_SESSIONS)
    take_turn(f"series code {series.code}")
    before = series_by_code(by, series.code)
    if before is None:
        return add_series_to_groups(by=by, series=series)
    if before.service_id == series.service_id and before.titles == dict(series.title):
        return before.id
    raise Refusal("series_code_taken")
