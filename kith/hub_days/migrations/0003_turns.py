"""A device notes turns one to one as well."""

from typing import ClassVar

from django.db import migrations

import kith.platform.codes

KINDS = ["attendance", "arrivals", "arrivals_back", "hand_out", "hand_out_back", "turn"]
_LISTED = ", ".join(f"'{kind}'" for kind in KINDS)
SQL = f"""
-- squawk-ignore ban-drop-constraint
ALTER TABLE hub_days_dayentry DROP CONSTRAINT IF EXISTS hub_days_dayentry_kind_check;
ALTER TABLE hub_days_dayentry ADD CONSTRAINT hub_days_dayentry_kind_check CHECK (kind IN ({_LISTED})) NOT VALID;
"""


class Migration(migrations.Migration):
    """A column with one more code; a later migration looks through the rows."""

    dependencies: ClassVar = [("hub_days", "0002_walls")]
    operations: ClassVar = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(SQL, migrations.RunSQL.noop)],
            [migrations.AlterField("dayentry", "kind", kith.platform.codes.CodeColumn(KINDS))],
        ),
    ]
