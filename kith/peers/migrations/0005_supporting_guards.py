"""Logs, supervisions and steps of expenses stay as they were written; the second wall stands around all of them."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows
from kith.walls.raising import WALLS_SINCE, raised


class Migration(migrations.Migration):
    """Triggers and policies."""

    dependencies: ClassVar = [("peers", "0004_supporting"), ("peers", "0003_walls"), GUARDED_SINCE, WALLS_SINCE]
    operations: ClassVar = [
        only_grows("peers_peerlog"),
        only_grows("peers_peerexpensestep"),
        only_grows("peers_peersupervision"),
        raised(
            "peers",
            "peers_peerlog",
            "peers_helpcall",
            "peers_peerabsence",
            "peers_peerexpense",
            "peers_peerexpensestep",
            "peers_peersupervision",
        ),
    ]
