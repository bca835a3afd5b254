"""The second wall around invitations and requests to reset a second factor."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("organisations", "0003_administering"), WALLS_SINCE]
    operations: ClassVar = [raised("organisations", "organisations_invitation", "organisations_factorreset")]
