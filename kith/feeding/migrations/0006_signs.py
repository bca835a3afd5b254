"""The open steps that signs have led to are answered with what was found and done, like those of later signs."""

from typing import ClassVar

from django.db import migrations

MARK = """
WITH RECURSIVE led (id, baby_id) AS (
    SELECT next_step_id, baby_id FROM feeding_feedingalert
    UNION
    SELECT step.id, led.baby_id FROM tasks_nextstep AS step JOIN led ON step.handed_from_id = led.id
)
UPDATE tasks_nextstep SET kind = 'sign', baby_id = led.baby_id
FROM led WHERE tasks_nextstep.id = led.id AND tasks_nextstep.ended_at IS NULL
"""


class Migration(migrations.Migration):
    """A handful of rows: those that are open today."""

    dependencies: ClassVar = [("feeding", "0005_walls"), ("tasks", "0004_signs_hold")]
    operations: ClassVar = [migrations.RunSQL(MARK, migrations.RunSQL.noop)]
