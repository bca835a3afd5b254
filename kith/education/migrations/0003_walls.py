"""The second wall around who is trained in what."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, question, raised, sees_all

MINE = """
    RETURN EXISTS (
        SELECT FROM organisations_membership AS m WHERE m.id = whose AND m.account_id = nullif(said[2], '')::bigint);
"""


class Migration(migrations.Migration):
    """A function, and policies."""

    dependencies: ClassVar = [("education", "0002_guards"), WALLS_SINCE]
    operations: ClassVar = [
        question("education_is_mine", "whose bigint", MINE),
        raised(
            "education",
            "education_trainingattendance",
            "education_competence",
            "education_qualification",
            "education_newsreading",
        ),
        sees_all("education_signed_by_trained", "education_proved", "education_attendance_stays"),
    ]
