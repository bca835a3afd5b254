"""What the migration before this one asks of steps holds for all that stand."""

from typing import ClassVar

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    """Look through the rows without keeping writers out."""

    dependencies: ClassVar = [("tasks", "0003_signs")]
    operations: ClassVar = [
        migrations.RunSQL(
            "ALTER TABLE tasks_nextstep VALIDATE CONSTRAINT tasks_nextstep_kind_check", migrations.RunSQL.noop
        ),
        migrations.RunSQL(
            "ALTER TABLE tasks_nextstep VALIDATE CONSTRAINT tasks_nextstep_baby_fk", migrations.RunSQL.noop
        ),
        ValidateConstraint("nextstep", "step_sign_is_done_with_words"),
    ]
