"""A release may name every role that there is."""

from typing import ClassVar

from django.db import migrations

import kith.platform.codes

ROLES = [
    "midwife",
    "health-visitor",
    "outreach-worker",
    "peer-supporter",
    "coordinator",
    "feeding-lead",
    "alliance-chair",
    "parent-rep",
    "analyst",
    "admin",
    "place-admin",
]
_LISTED = ", ".join(f"'{role}'" for role in ROLES)
SQL = f"""
-- squawk-ignore ban-drop-constraint
ALTER TABLE insight_release DROP CONSTRAINT IF EXISTS insight_release_role_check;
ALTER TABLE insight_release ADD CONSTRAINT insight_release_role_check CHECK (role IN ({_LISTED})) NOT VALID;
"""


class Migration(migrations.Migration):
    """A column with one more code; a later migration looks through the rows."""

    dependencies: ClassVar = [("insight", "0003_place_administrators")]
    operations: ClassVar = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(SQL, migrations.RunSQL.noop)],
            [migrations.AlterField("release", "role", kith.platform.codes.CodeColumn(ROLES))],
        ),
    ]
