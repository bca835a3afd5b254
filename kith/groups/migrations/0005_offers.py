"""Places are offered for a time, who waits is counted, a room stands for one session at a time, and a booking says who comes along."""

from typing import ClassVar

import django.contrib.postgres.constraints
import django.db.models.functions.text
from django.db import migrations, models

import kith.platform.codes
import kith.platform.stretches

COUNTS = """
CREATE OR REPLACE FUNCTION groups_count_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kept CONSTANT text[] := ARRAY['booked', 'offered'];
    taken integer := 0;
    waiting integer := 0;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.session_id <> OLD.session_id THEN
        UPDATE groups_session
        SET places_taken = places_taken - OLD.places * (OLD.state = ANY (kept))::integer,
            families_waiting = families_waiting - (OLD.state = 'waiting')::integer
        WHERE id = OLD.session_id;
    ELSIF TG_OP <> 'INSERT' THEN
        taken := taken - OLD.places * (OLD.state = ANY (kept))::integer;
        waiting := waiting - (OLD.state = 'waiting')::integer;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        taken := taken + NEW.places * (NEW.state = ANY (kept))::integer;
        waiting := waiting + (NEW.state = 'waiting')::integer;
    END IF;
    IF taken <> 0 OR waiting <> 0 THEN
        UPDATE groups_session SET places_taken = places_taken + taken, families_waiting = families_waiting + waiting
        WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.session_id ELSE NEW.session_id END;
    END IF;
    RETURN NULL;
END $$;
"""
UNCOUNTS = """
CREATE OR REPLACE FUNCTION groups_count_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.state = 'booked' THEN
        UPDATE groups_session SET places_taken = places_taken - OLD.places WHERE id = OLD.session_id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.state = 'booked' THEN
        UPDATE groups_session SET places_taken = places_taken + NEW.places WHERE id = NEW.session_id;
    END IF;
    RETURN NULL;
END $$;
"""
STAND_BY = """
UPDATE groups_session AS s
SET families_waiting = w.families FROM (
    SELECT session_id, count(*) AS families FROM groups_booking WHERE state = 'waiting' GROUP BY session_id
) AS w WHERE w.session_id = s.id;
"""


STATES = ["booked", "waiting", "offered", "cancelled"]
ATTENDANCES = ["expected", "arrived", "left_early", "did_not_come"]


def _allow(column: str, codes: list[str], **options: str) -> migrations.SeparateDatabaseAndState:
    """One code more: Django itself leaves the check of a column as it was."""
    check, listed = f"groups_booking_{column}_check", ", ".join(f"'{code}'" for code in codes)
    sql = f"ALTER TABLE groups_booking DROP CONSTRAINT {check}, ADD CONSTRAINT {check} CHECK ({column} IN ({listed}))"
    field = kith.platform.codes.CodeColumn(codes, **options)
    return migrations.SeparateDatabaseAndState(
        [migrations.RunSQL(sql, migrations.RunSQL.noop)], [migrations.AlterField("booking", column, field)]
    )


class Migration(migrations.Migration):
    """Columns, the codes that are new, and the trigger that counts offered places and those who wait too."""

    dependencies: ClassVar = [("groups", "0004_walls")]
    operations: ClassVar = [
        migrations.AddField("series", "ended_on", models.DateField(null=True)),
        migrations.AddField("session", "room", models.CharField(blank=True, default="", max_length=60), False),
        migrations.AddField("session", "families_waiting", models.PositiveSmallIntegerField(default=0, editable=False)),
        migrations.AddField("session", "has_creche", models.BooleanField(default=False)),
        migrations.AddField("session", "creche_places", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("session", "revision", models.PositiveSmallIntegerField(default=1)),
        _allow("state", STATES),
        migrations.AddField("booking", "offered_until", models.DateTimeField(null=True)),
        migrations.AddField("booking", "babies", models.PositiveSmallIntegerField(default=1)),
        migrations.AddField("booking", "older_children", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("booking", "wants_creche", models.BooleanField(default=False)),
        migrations.AddField("booking", "co_parent", models.BooleanField(default=False)),
        _allow("attendance", ATTENDANCES, default="expected"),
        migrations.AddField("booking", "came_at", models.DateTimeField(null=True)),
        migrations.AddField("booking", "left_early_at", models.DateTimeField(null=True)),
        migrations.AddField("booking", "cancelled_late", models.BooleanField(default=False)),
        migrations.RemoveConstraint("booking", "booking_once_for_each_family"),
        migrations.AddConstraint(
            "booking",
            models.UniqueConstraint(
                condition=models.Q(("state__in", ("booked", "waiting", "offered"))),
                fields=("session", "family"),
                name="booking_once_for_each_family",
            ),
        ),
        migrations.AddConstraint(
            "booking",
            models.CheckConstraint(condition=models.Q(("babies__range", (1, 4))), name="booking_babies_are_few"),
        ),
        migrations.AddConstraint(
            "booking",
            models.CheckConstraint(
                condition=models.Q(("older_children__range", (0, 4))), name="booking_older_children_are_few"
            ),
        ),
        migrations.AddConstraint(
            "booking",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "offered"), _negated=True), ("offered_until__isnull", False), _connector="OR"
                ),
                name="booking_offer_has_an_end",
            ),
        ),
        migrations.AddConstraint(
            "booking",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("attendance", "left_early"), _negated=True),
                    ("left_early_at__isnull", False),
                    _connector="OR",
                ),
                name="booking_left_early_at_a_time",
            ),
        ),
        migrations.AddIndex(
            "booking",
            models.Index(
                condition=models.Q(("state", "offered")), fields=["offered_until"], name="booking_offer_runs_out"
            ),
        ),
        migrations.RemoveConstraint("session", "session_of_series_once_at_a_time"),
        migrations.AddConstraint(
            "session",
            models.UniqueConstraint(
                condition=models.Q(("cancelled_at", None)),
                fields=("series", "starts_at", "venue"),
                name="session_of_series_once_at_a_time",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            "session",
            models.CheckConstraint(
                condition=models.Q(("has_creche", True), ("creche_places", 0), _connector="OR"),
                name="session_creche_places_need_a_creche",
            ),
        ),
        migrations.AddConstraint(
            "session",
            django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(
                    ("cancelled_at", None),
                    ("venue__isnull", False),
                    models.Q(("room", ""), _negated=True),
                ),
                expressions=[
                    ("venue", "="),
                    (django.db.models.functions.text.Lower("room"), "="),
                    (kith.platform.stretches.TimeRange("starts_at", "ends_at"), "&&"),
                ],
                name="session_room_once_at_a_time",
            ),
        ),
        migrations.RunSQL(COUNTS, UNCOUNTS),
        migrations.RunSQL(STAND_BY, migrations.RunSQL.noop),
    ]
