"""The second wall around the tables of stores."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import question, raised

KEEPS = """
    RETURN EXISTS (
        SELECT FROM stores_store AS s
        WHERE s.id = store AND said[1] = 'staff' AND s.organisation_id = ANY (nullif(said[4], '')::bigint[]));
"""
RUNS = """
    RETURN EXISTS (
        SELECT FROM stores_recall AS r
        WHERE r.id = recall AND said[1] = 'staff' AND r.organisation_id = ANY (nullif(said[4], '')::bigint[]));
"""


class Migration(migrations.Migration):
    """Functions, and policies."""

    dependencies: ClassVar = [("stores", "0002_guards"), ("families", "0007_walls_narrowed")]
    operations: ClassVar = [
        question("kith_keeps_store", "store bigint", KEEPS),
        question("kith_runs_recall", "recall bigint", RUNS),
        raised("stores", "stores_stockmove", "stores_recallholder"),
    ]
