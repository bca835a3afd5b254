"""The second wall around members, what they are owed, and how they are shown."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("panels", "0002_guards"), WALLS_SINCE]
    operations: ClassVar = [
        raised(
            "panels",
            "panels_panelmember",
            "panels_panelmemberstep",
            "panels_panelattendance",
            "panels_sessionpayment",
            "panels_panelexpense",
            "panels_panelexpensestep",
            "panels_credit",
        )
    ]
