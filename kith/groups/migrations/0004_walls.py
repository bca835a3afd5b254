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
    """A function, and policies."""

    dependencies: ClassVar = [("groups", "0003_held_bookings"), ("families", "0004_walls")]
    operations: ClassVar = [
        question("kith_runs_session", "session bigint", RUNS_SESSION),
        raised("groups", "groups_booking", "groups_heldbooking"),
    ]
