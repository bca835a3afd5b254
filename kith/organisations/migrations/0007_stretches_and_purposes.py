"""Organisations begin, end and have a successor; agreements say what for and until when; two more kinds of member."""

from typing import ClassVar

import django.contrib.postgres.fields
import django.db.models.deletion
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import F, Q

KINDS = [
    "council",
    "hospital",
    "health_visiting",
    "family_hub",
    "charity",
    "community_group",
    "maternity_voices",
    "private_practice",
]
PURPOSES = ["care", "peer_support", "offers", "referral"]
KIND = "organisation_kind_is_known"
LET_IN_MORE = f"""
-- squawk-ignore ban-drop-constraint
ALTER TABLE organisations_organisation DROP CONSTRAINT {KIND};
ALTER TABLE organisations_organisation ADD CONSTRAINT {KIND}
    CHECK (kind IN ({", ".join(f"'{kind}'" for kind in KINDS)})) NOT VALID;
"""
SUCCESSOR = """
ALTER TABLE organisations_organisation ADD COLUMN successor_id bigint;
ALTER TABLE organisations_organisation ADD CONSTRAINT organisations_organisation_successor_fk FOREIGN KEY (successor_id)
    REFERENCES organisations_organisation (id) DEFERRABLE INITIALLY DEFERRED NOT VALID;
"""


class Migration(migrations.Migration):
    """Columns that may stay empty, and checks that a later migration looks through the rows for."""

    dependencies: ClassVar = [("organisations", "0006_roles_hold")]
    operations: ClassVar = [
        migrations.AddField("organisation", "from_on", models.DateField(null=True)),
        migrations.AddField("organisation", "until_on", models.DateField(null=True)),
        migrations.AddField(
            "organisation",
            "interest",
            models.JSONField(default=dict, db_default=models.Value({}, models.JSONField())),
        ),
        migrations.RunSQL(
            SUCCESSOR,
            "ALTER TABLE organisations_organisation DROP COLUMN successor_id",
            state_operations=[
                migrations.AddField(
                    "organisation",
                    "successor",
                    models.ForeignKey(
                        "organisations.Organisation",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="before",
                        null=True,
                        db_index=False,
                    ),
                )
            ],
        ),
        migrations.AddField(
            "sharingagreement",
            "purposes",
            django.contrib.postgres.fields.ArrayField(models.CharField(max_length=20), default=list, db_default=[]),
        ),
        migrations.AddField("sharingagreement", "until_on", models.DateField(null=True)),
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(LET_IN_MORE, migrations.RunSQL.noop)],
            [
                migrations.RemoveConstraint("organisation", KIND),
                migrations.AlterField(
                    "organisation", "kind", models.CharField(choices=[(kind, kind) for kind in KINDS], max_length=20)
                ),
                migrations.AddConstraint(
                    "organisation", models.CheckConstraint(condition=Q(kind__in=KINDS), name=KIND)
                ),
            ],
        ),
        AddConstraintNotValid(
            "organisation",
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="organisation_ends_after_it_begins",
            ),
        ),
        AddConstraintNotValid(
            "organisation",
            models.CheckConstraint(
                condition=Q(successor=None) | (Q(until_on__isnull=False) & ~Q(successor=F("id"))),
                name="organisation_succeeded_when_ended",
            ),
        ),
        AddConstraintNotValid(
            "sharingagreement",
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("signed_on")),
                name="sharing_agreement_ends_after_signing",
            ),
        ),
        AddConstraintNotValid(
            "sharingagreement",
            models.CheckConstraint(
                condition=Q(purposes__contained_by=PURPOSES), name="sharing_agreement_purposes_known"
            ),
        ),
    ]
