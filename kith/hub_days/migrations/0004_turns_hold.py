"""What the migration before this one asks of what a device notes holds for all that stand."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """Look through the rows without keeping writers out."""

    dependencies: ClassVar = [("hub_days", "0003_turns")]
    operations: ClassVar = [
        migrations.RunSQL(
            "ALTER TABLE hub_days_dayentry VALIDATE CONSTRAINT hub_days_dayentry_kind_check", migrations.RunSQL.noop
        ),
    ]
