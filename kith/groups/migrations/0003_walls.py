"""The second wall around the tables of groups."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import question, raised

RUNS_SESSION = """
    RETURN EXISTS (
        SELECT FROM groups_session AS s JOIN groups_series AS r ON r.id = s.series_id
        WHERE s.id = session AND r.organisation_id = ANY (nullif(said[4], '')::bigint[]));
"""


class Migration(migrations.Migration):
    """A function, and a policy."""

    dependencies: ClassVar = [("groups", "0002_guards"), ("families", "0004_walls")]
    operations: ClassVar = [
        question("kith_runs_session", "session bigint", RUNS_SESSION),
        raised("groups", "groups_booking"),
    ]
