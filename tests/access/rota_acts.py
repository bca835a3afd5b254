"""The actions of rotas."""

from collections.abc import Callable
from datetime import timedelta

from kith.kernel import clock
from kith.rotas.actions import NewDay, note_rota_day, take_rota_day_back
from kith.rotas.rules import RotaDayId
from tests.access.alliance_ids import member
from tests.access.contact_acts import at_work
from tests.access.world import World


def _note() -> RotaDayId:
    new = NewDay(clock.today() + timedelta(days=3), "Crèche of the café")
    return note_rota_day(by=at_work("coordinator"), membership_id=member("peer-supporter"), new=new)


def _taken_back(_world: World) -> Callable[[], object]:
    day_id = _note()
    return lambda: take_rota_day_back(by=at_work("coordinator"), day_id=day_id)


ROTA_ACTS: dict[str, Callable[[World], Callable[[], object]]] = {
    "rotas.note_rota_day": lambda _world: _note,
    "rotas.take_rota_day_back": _taken_back,
}
