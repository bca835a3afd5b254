"""A step that a sign about a baby led to, and what was found and done when it ended."""

from typing import ClassVar

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import Q

import kith.platform.codes

CODES = """
ALTER TABLE tasks_nextstep DROP CONSTRAINT tasks_nextstep_kind_check;
ALTER TABLE tasks_nextstep ADD CONSTRAINT tasks_nextstep_kind_check CHECK (kind IN ({codes})) NOT VALID;
"""
ABOUT = """
ALTER TABLE tasks_nextstep ADD COLUMN baby_id uuid;
ALTER TABLE tasks_nextstep ADD CONSTRAINT tasks_nextstep_baby_fk FOREIGN KEY (baby_id)
    REFERENCES families_baby (id) DEFERRABLE INITIALLY DEFERRED NOT VALID;
"""
OLD, NEW = "'ordinary', 'bereavement_call'", "'ordinary', 'bereavement_call', 'sign'"


class Migration(migrations.Migration):
    """One code and two columns more; rows that stand are looked through by the next one."""

    dependencies: ClassVar = [("tasks", "0002_walls"), ("families", "0004_walls")]
    operations: ClassVar = [
        migrations.AddField("nextstep", "outcome", models.CharField(blank=True, default="", max_length=500)),
        migrations.RunSQL(
            ABOUT,
            "ALTER TABLE tasks_nextstep DROP COLUMN baby_id",
            state_operations=[
                migrations.AddField(
                    "nextstep",
                    "baby",
                    models.ForeignKey(
                        "families.Baby", on_delete=models.CASCADE, related_name="+", null=True, db_index=False
                    ),
                )
            ],
        ),
        migrations.RunSQL(
            CODES.format(codes=NEW),
            CODES.format(codes=OLD),
            state_operations=[
                migrations.AlterField(
                    "nextstep",
                    "kind",
                    kith.platform.codes.CodeColumn(["ordinary", "bereavement_call", "sign"], default="ordinary"),
                )
            ],
        ),
        AddConstraintNotValid(
            "nextstep",
            models.CheckConstraint(
                condition=(Q(outcome="") & ~Q(ended_as="done", kind="sign")) | (Q(ended_as="done") & ~Q(outcome="")),
                name="step_sign_is_done_with_words",
            ),
        ),
    ]
