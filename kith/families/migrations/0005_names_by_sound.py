"""Names are heard by Kith itself: the keys of their sounds are an ordinary column, filled for those who are there."""

from typing import Any

import django.contrib.postgres.fields
from django.db import migrations, models

from kith.methods.names import plain_letters, sound_keys

AT_ONCE = 2000
DROP = "DROP FUNCTION IF EXISTS kith_sounds(varchar)"


def fill(apps: Any, editor: Any) -> None:
    """Hear the name of every parent that is written down."""
    parents = apps.get_model("families", "Parent").objects.using(editor.connection.alias)
    heard = []
    for row in parents.only("given_name", "family_name").iterator(chunk_size=AT_ONCE):
        name = f"{row.given_name} {row.family_name}"
        row.heard_as, row.sounds = plain_letters(name), sound_keys(name)
        heard.append(row)
        if len(heard) == AT_ONCE:
            parents.bulk_update(heard, ["heard_as", "sounds"])
            heard = []
    parents.bulk_update(heard, ["heard_as", "sounds"])


class Migration(migrations.Migration):
    """A column in place of a generated one, filled, and then an index on it."""

    dependencies = [("families", "0004_walls")]
    operations = [
        migrations.RemoveField("parent", "sounds"),
        migrations.AddField(
            "parent",
            "sounds",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=6), blank=True, default=list, size=None
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.RunSQL(DROP, migrations.RunSQL.noop),
    ]
