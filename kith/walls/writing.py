"""The migration that raises those of a room's walls which no earlier one has named."""

from pathlib import Path

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from kith.walls.raising import declarations

MIGRATION = '''"""The second wall around tables of {room}."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [{dependencies}]
    operations: ClassVar = [raised("{room}", {tables})]
'''


def written(room: str) -> str:
    """Write the migration, and say which; LookupError for a room that declares nothing."""
    declared = dict(declarations()).get(room)
    if declared is None:
        raise LookupError(
            f"kith/{room}/walls.py declares nothing: there is no such file, or the room is not installed."
        )
    folder = Path(apps.get_app_config(room).path) / "migrations"
    named = "\n".join(each.read_text("utf-8") for each in folder.glob("[0-9]*.py"))
    tables = [table for table in declared.WALLS if f'"{table}"' not in named.partition("raised(")[2]]
    if not tables:
        return "Every wall that is declared is raised."
    loader = MigrationLoader(None)
    last = max(name for app, name in loader.graph.nodes if app == room)
    before = sorted({(room, last), *(key for key in loader.graph.leaf_nodes() if key[0] == "families")})
    name = f"{int(last[:4]) + 1:04}_walls"
    text = MIGRATION.format(
        room=room,
        dependencies=", ".join(f'("{app}", "{migration}")' for app, migration in before),
        tables=", ".join(f'"{table}"' for table in tables),
    )
    (folder / f"{name}.py").write_text(text, "utf-8")
    return f"Written: {room}/migrations/{name}.py"
