"""What the migration before this one asks of roles holds for all that stand."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """Look through the rows without keeping writers out."""

    dependencies: ClassVar = [("insight", "0004_parents_representative")]
    operations: ClassVar = [
        migrations.RunSQL(
            "ALTER TABLE insight_release VALIDATE CONSTRAINT insight_release_role_check", migrations.RunSQL.noop
        ),
    ]
