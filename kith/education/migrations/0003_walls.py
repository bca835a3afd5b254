"""The second wall around who is trained in what."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, question, raised, sees_all

SEES = """
    RETURN EXISTS (
        SELECT FROM organisations_membership AS asked
        WHERE asked.id = whose
          AND (asked.account_id = nullif(said[2], '')::bigint
               OR strpos(said[7], 'see_education') > 0 AND EXISTS (
                    SELECT FROM organisations_membership AS here
                    WHERE here.account_id = asked.account_id AND here.organisation_id = ANY (said[4]::bigint[]))));
"""


class Migration(migrations.Migration):
    """A function, and policies."""

    dependencies: ClassVar = [("education", "0002_guards"), WALLS_SINCE]
    operations: ClassVar = [
        question("education_sees", "whose bigint", SEES),
        raised(
            "education",
            "education_trainingattendance",
            "education_competence",
            "education_qualification",
            "education_newsreading",
        ),
        sees_all("education_signed_by_trained", "education_proved", "education_attendance_stays"),
    ]
