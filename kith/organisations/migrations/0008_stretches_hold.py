"""What the migration before this one asks of organisations and agreements holds for all that stand."""

from typing import ClassVar

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    """Look through the rows without keeping writers out."""

    dependencies: ClassVar = [("organisations", "0007_stretches_and_purposes")]
    operations: ClassVar = [
        migrations.RunSQL(
            "ALTER TABLE organisations_organisation VALIDATE CONSTRAINT organisations_organisation_successor_fk",
            migrations.RunSQL.noop,
        ),
        ValidateConstraint("organisation", "organisation_kind_is_known"),
        ValidateConstraint("organisation", "organisation_ends_after_it_begins"),
        ValidateConstraint("organisation", "organisation_succeeded_when_ended"),
        ValidateConstraint("sharingagreement", "sharing_agreement_ends_after_signing"),
        ValidateConstraint("sharingagreement", "sharing_agreement_purposes_known"),
    ]
