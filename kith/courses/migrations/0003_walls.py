"""The second wall around the tables of courses."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import question, raised

RUNS_COURSE = """
    RETURN EXISTS (
        SELECT FROM courses_course AS c
        WHERE c.id = course AND c.organisation_id = ANY (nullif(said[4], '')::bigint[]));
"""


class Migration(migrations.Migration):
    """A function, and policies."""

    dependencies: ClassVar = [("courses", "0002_guards"), ("families", "0004_walls")]
    operations: ClassVar = [
        question("kith_runs_course", "course bigint", RUNS_COURSE),
        raised("courses", "courses_courseplace", "courses_coursehold", "courses_courseinvitation", "courses_followup"),
    ]
