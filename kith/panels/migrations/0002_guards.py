"""What was said in writing stays as it was, and so does how each person came and what became of each expense."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("panels", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        only_grows("panels_panelterms"),
        only_grows("panels_panelmemberstep"),
        only_grows("panels_panelexpensestep"),
    ]
