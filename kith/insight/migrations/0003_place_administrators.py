"""A release may name the role of the place's administrator, too."""

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
    "analyst",
    "admin",
    "place-admin",
]


_LISTED = ", ".join(f"'{role}'" for role in ROLES)
_CHECK = "ALTER TABLE insight_release DROP CONSTRAINT IF EXISTS insight_release_role_check"


class Migration(migrations.Migration):
    """A column with one more code."""

    dependencies: ClassVar = [("insight", "0002_guards")]
    operations: ClassVar = [
        migrations.SeparateDatabaseAndState(
            [
                migrations.RunSQL(
                    f"{_CHECK}; ALTER TABLE insight_release ADD CONSTRAINT insight_release_role_check"
                    f" CHECK (role IN ({_LISTED}))",
                    migrations.RunSQL.noop,
                ),
            ],
            [migrations.AlterField("release", "role", kith.platform.codes.CodeColumn(ROLES))],
        ),
    ]
