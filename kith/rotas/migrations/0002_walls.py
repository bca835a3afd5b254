"""The second wall around tables of rotas."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("families", "0010_entrusted"), ("rotas", "0001_tables")]
    operations: ClassVar = [raised("rotas", "rotas_rotaday")]
