"""Proposed changes of where secrets are sent, and the steps of each, which only grow."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

from kith.platform.codes import CodeColumn
from kith.platform.guards import GUARDED_SINCE, only_grows

WAYS = ["phone", "email"]
STATES = ["waiting", "changed", "refused", "withdrawn", "lapsed", "overtaken"]
WAITING = Q(("state", "waiting"))


class Migration(migrations.Migration):
    """Two tables, and a trigger before the steps."""

    initial = True
    dependencies: ClassVar = [GUARDED_SINCE]
    operations: ClassVar = [
        migrations.CreateModel(
            name="WayProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.SlugField(max_length=20)),
                ("subject_id", models.CharField(max_length=40)),
                ("organisation_id", models.BigIntegerField(null=True)),
                ("way", CodeColumn(WAYS)),
                ("old", models.CharField(blank=True, max_length=254)),
                ("new", models.CharField(blank=True, max_length=254)),
                ("asked", models.CharField(blank=True, max_length=254)),
                ("language", models.CharField(max_length=20)),
                ("token_digest", models.CharField(blank=True, max_length=64)),
                ("code_digest", models.CharField(blank=True, max_length=64)),
                ("code_count", models.PositiveSmallIntegerField(default=0)),
                ("wrong_count", models.PositiveSmallIntegerField(default=0)),
                ("proposed_by_id", models.BigIntegerField(null=True)),
                ("proposed_at", models.DateTimeField()),
                ("state", CodeColumn(STATES, default="waiting")),
            ],
            options={
                "indexes": [models.Index(condition=WAITING, fields=["proposed_at"], name="way_proposal_waiting")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=WAITING, fields=("kind", "subject_id", "way"), name="way_proposal_one_waits"
                    ),
                    models.UniqueConstraint(
                        condition=~Q(("token_digest", "")), fields=("token_digest",), name="way_proposal_by_link"
                    ),
                    models.CheckConstraint(
                        condition=~WAITING | ~Q(("old", F("new"))), name="way_proposal_changes_something"
                    ),
                    models.CheckConstraint(
                        condition=WAITING
                        | Q(("asked", ""), ("code_digest", ""), ("new", ""), ("old", ""), ("token_digest", "")),
                        name="way_proposal_settled_says_no_address",
                    ),
                    models.CheckConstraint(condition=Q(("wrong_count__lte", 5)), name="way_proposal_tries_are_few"),
                ],
            },
        ),
        migrations.CreateModel(
            name="WayProposalStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("state", CodeColumn(STATES)),
                ("proof", CodeColumn(["old_way", "second_person"], blank=True)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("membership_id", models.BigIntegerField(null=True)),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="ways.wayproposal"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(("state", "changed")) | Q(("proof", ""), ("reason", "")),
                        name="way_proposal_proof_of_a_change",
                    ),
                    models.CheckConstraint(
                        condition=~Q(("proof", "second_person"))
                        | (Q(("membership_id__isnull", False)) & ~Q(("reason", ""))),
                        name="way_proposal_second_person_says_why",
                    ),
                ],
            },
        ),
        only_grows("ways_wayproposalstep"),
    ]
