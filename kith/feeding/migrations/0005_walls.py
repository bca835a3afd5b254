"""The second wall around the tables of feeding."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("feeding", "0004_answers_only_grow"), ("families", "0004_walls")]
    operations: ClassVar = [
        raised(
            "feeding",
            "feeding_feedingstatus",
            "feeding_feedinggoal",
            "feeding_feedingend",
            "feeding_feedingplan",
            "feeding_weight",
            "feeding_assessment",
            "feeding_feedingalert",
        )
    ]
