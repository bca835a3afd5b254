"""The second wall around the tables of caseloads."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised, sees_all


class Migration(migrations.Migration):
    """Policies, and triggers that see behind them."""

    dependencies: ClassVar = [("caseloads", "0003_unled"), ("families", "0004_walls"), ("organisations", "0002_walls")]
    operations: ClassVar = [
        raised(
            "caseloads",
            "caseloads_namedlead",
            "caseloads_deputy",
            "caseloads_handover",
            "caseloads_handoverstate",
        ),
        sees_all("caseloads_lead_changes", "caseloads_family_comes_or_goes"),
    ]
