"""The second wall around the links that a study has sent, and around the notes of interviews."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("studies", "0001_tables"), WALLS_SINCE]
    operations: ClassVar = [raised("studies", "studies_studyinvitation", "studies_interviewnote")]
