"""Where a printed code leads."""

from dataclasses import dataclass

from kith.directory.queries.search import service_of_code
from kith.directory.rules.needs import Need
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.platform.access.viewer import Viewer
from kith.whats_on.models.sessions import Series, Session


@dataclass(frozen=True)
class CodeTarget:
    """The next session of the code's series, or else what its service is for."""

    session_id: SessionId | None
    need: Need | None


def target_of_code(viewer: Viewer, code: str) -> CodeTarget | None:
    """Where this code leads now: the next session with places, else the next at all; None for no known code."""
    series = Series.objects.filter(code=code).first()
    service = service_of_code(viewer, code, series.service_id if series else None)
    if series is None and service is None:
        return None
    to_come = Session.objects.to_come(clock.now())
    chosen = (
        to_come.filter(series=series) if series else to_come.filter(series__service_id=service.id if service else 0)
    )
    rows = list(chosen[:20])
    free = [row for row in rows if row.facts.places_open] or rows
    need = service.needs[0] if service else None
    return CodeTarget(SessionId(free[0].pk) if free else None, need)
