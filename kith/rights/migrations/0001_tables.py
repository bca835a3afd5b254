"""Requests about data, and the steps of each, which only grow; their words alone can be erased."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

import kith.platform.private_links
from kith.platform.codes import CodeColumn
from kith.platform.guards import GUARDED_SINCE, only_grows

STATES = ["received", "acknowledged", "extended", "done", "partly", "refused"]
ANSWERED = Q(("state__in", ["done", "partly", "refused"]))
OPEN = ~ANSWERED
COMPLAINT = Q(("kind", "complaint"))


class Migration(migrations.Migration):
    """Two tables, and a trigger before the steps."""

    initial = True
    dependencies: ClassVar = [
        ("families", "0004_walls"),
        ("organisations", "0002_walls"),
        GUARDED_SINCE,
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar = [
        migrations.CreateModel(
            name="DataRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", CodeColumn(["copy", "correction", "erasure", "complaint"])),
                ("name", models.CharField(blank=True, max_length=120)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("words", models.TextField(blank=True, max_length=4000)),
                ("language", models.CharField(max_length=10)),
                ("token", models.CharField(default=kith.platform.private_links.new_token, max_length=43, unique=True)),
                ("request_key", models.UUIDField(unique=True)),
                ("received_on", models.DateField()),
                ("acknowledge_by", models.DateField(null=True)),
                ("due_on", models.DateField()),
                ("state", CodeColumn(STATES, default="received")),
                ("answered_on", models.DateField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.family",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=COMPLAINT | Q(("account__isnull", False)) | ANSWERED,
                        name="data_request_is_a_parents",
                    ),
                    models.CheckConstraint(
                        condition=(COMPLAINT & Q(("acknowledge_by__isnull", False)))
                        | (~COMPLAINT & Q(("acknowledge_by", None))),
                        name="data_request_complaint_is_acknowledged",
                    ),
                    models.CheckConstraint(
                        condition=(OPEN & Q(("answered_on", None))) | (ANSWERED & Q(("answered_on__isnull", False))),
                        name="data_request_answered_has_a_day",
                    ),
                    models.CheckConstraint(condition=ANSWERED | ~Q(("words", "")), name="data_request_says_what"),
                ],
                "indexes": [models.Index(condition=OPEN, fields=["due_on"], name="data_request_open")],
            },
        ),
        migrations.CreateModel(
            name="DataRequestStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("state", CodeColumn(STATES)),
                ("words", models.TextField(blank=True, max_length=4000)),
                (
                    "membership",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="rights.datarequest"
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        only_grows("rights_datarequeststep", may_change=["words"]),
    ]
