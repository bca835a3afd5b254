"""The steps of a handover are added, never changed."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("caseloads", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        only_grows("caseloads_handoverstate"),
    ]
