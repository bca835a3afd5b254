"""Which organisations no sharing agreement carries any more, for the gate of records and for the walls."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, question

# Asked once a question: nearly always it answers with nothing.
SHUT_OUT = """
    RETURN ARRAY(
        SELECT o.organisation_id || ':' || p.purpose
        FROM organisations_sharingagreement AS a
        JOIN organisations_sharingagreement_organisations AS o ON o.sharingagreement_id = a.id
        CROSS JOIN unnest(a.purposes) AS p (purpose)
        GROUP BY o.organisation_id, p.purpose
        HAVING NOT bool_or(a.ended_on IS NULL AND (a.until_on IS NULL OR a.until_on >= today)));
"""


class Migration(migrations.Migration):
    """A function."""

    dependencies: ClassVar = [("organisations", "0008_stretches_hold"), WALLS_SINCE]
    operations: ClassVar = [question("kith_shut_out", "today date", SHUT_OUT, answer="text[]")]
