"""Who the viewer's colleagues are, for the walls of the rooms above."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, question

COLLEAGUES = """
    RETURN ARRAY(
        SELECT m.id FROM organisations_membership AS m
        WHERE m.organisation_id = ANY (nullif(said[4], '')::bigint[]));
"""


class Migration(migrations.Migration):
    """A function."""

    dependencies: ClassVar = [("organisations", "0001_tables"), WALLS_SINCE]
    operations: ClassVar = [question("kith_colleagues", "", COLLEAGUES, answer="bigint[]")]
