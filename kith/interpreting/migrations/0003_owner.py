"""Every interpreter's row is looked after by one organisation: the one whose coordinator put her on the list."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

# Who added her stands in the audit; else who booked her first; else the alliance's first organisation.
OWNERS = """
UPDATE interpreting_interpreter i SET organisation_id = COALESCE(
    (SELECT m.organisation_id FROM platform_auditentry a JOIN organisations_membership m ON m.id = a.membership_id
     WHERE a.action = 'interpreting.interpreter_added' AND a.subject_id = i.id::text ORDER BY a.id LIMIT 1),
    (SELECT b.organisation_id FROM interpreting_interpreterbooking b
     WHERE b.interpreter_id = i.id ORDER BY b.starts_at, b.id LIMIT 1),
    (SELECT min(o.id) FROM organisations_organisation o));
"""


class Migration(migrations.Migration):
    """A column that may be empty until it is filled; the next migration closes it."""

    dependencies: ClassVar = [
        ("interpreting", "0002_guards"),
        ("organisations", "0001_tables"),
        ("platform", "0002_guards"),
    ]
    operations: ClassVar = [
        migrations.AddField(
            "interpreter",
            "organisation",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.organisation",
            ),
        ),
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
    ]
