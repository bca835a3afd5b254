"""What was noted of the plan, of costs and of the case study only grows."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("plans", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        only_grows("plans_planentry"),
        only_grows("plans_servicecost"),
        only_grows("plans_casetext"),
    ]
