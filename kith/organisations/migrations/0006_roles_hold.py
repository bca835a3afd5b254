"""What the migration before this one asks of roles holds for all that stand."""

from typing import ClassVar

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    """Look through the rows without keeping writers out."""

    dependencies: ClassVar = [("organisations", "0005_parents_representative")]
    operations: ClassVar = [
        ValidateConstraint("membership", "membership_role_is_known"),
        migrations.RunSQL(
            "ALTER TABLE organisations_invitation VALIDATE CONSTRAINT organisations_invitation_role_check",
            migrations.RunSQL.noop,
        ),
    ]
