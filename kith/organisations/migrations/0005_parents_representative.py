"""A person may work as the parents' representative, and be invited as one."""

from typing import ClassVar

from django.db import migrations, models

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
ALTER TABLE organisations_membership DROP CONSTRAINT membership_role_is_known;
ALTER TABLE organisations_membership ADD CONSTRAINT membership_role_is_known CHECK (role IN ({_LISTED})) NOT VALID;
-- squawk-ignore ban-drop-constraint
ALTER TABLE organisations_invitation DROP CONSTRAINT IF EXISTS organisations_invitation_role_check;
ALTER TABLE organisations_invitation ADD CONSTRAINT organisations_invitation_role_check
    CHECK (role IN ({_LISTED})) NOT VALID;
"""


class Migration(migrations.Migration):
    """Two columns with one more code (the new check lets in all that the old one did); a later migration looks through the rows."""

    dependencies: ClassVar = [("organisations", "0004_walls")]
    operations: ClassVar = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(SQL, migrations.RunSQL.noop)],
            [
                migrations.RemoveConstraint("membership", "membership_role_is_known"),
                migrations.AlterField("invitation", "role", kith.platform.codes.CodeColumn(ROLES)),
                migrations.AlterField(
                    "membership", "role", models.CharField(choices=[(role, role) for role in ROLES], max_length=20)
                ),
                migrations.AddConstraint(
                    "membership",
                    models.CheckConstraint(condition=models.Q(("role__in", ROLES)), name="membership_role_is_known"),
                ),
            ],
        ),
    ]
