"""A visitor's wish waits apart until the contact is proved; the places kept for her meanwhile are counted as taken."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import kith.kernel.ids
import kith.platform.codes
import kith.platform.private_links

GUARD = """
CREATE FUNCTION groups_count_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.places_kept > 0 THEN
        UPDATE groups_session
        SET places_taken = places_taken - OLD.places_kept, places_held = places_held - OLD.places_kept
        WHERE id = OLD.session_id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.places_kept > 0 THEN
        UPDATE groups_session
        SET places_taken = places_taken + NEW.places_kept, places_held = places_held + NEW.places_kept
        WHERE id = NEW.session_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER groups_count_held
    AFTER INSERT OR DELETE OR UPDATE OF places_kept, session_id ON groups_heldbooking
    FOR EACH ROW EXECUTE FUNCTION groups_count_held();
"""
UNGUARD = """
DROP TRIGGER groups_count_held ON groups_heldbooking;
DROP FUNCTION groups_count_held();
"""


class Migration(migrations.Migration):
    """The table, and the trigger that counts."""

    dependencies: ClassVar = [("groups", "0002_guards")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="session",
            name="places_held",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.CreateModel(
            name="HeldBooking",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kith.kernel.ids.new_uuid, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="held_bookings",
                        to="groups.session",
                    ),
                ),
                ("state", kith.platform.codes.CodeColumn(["held", "freed", "booked", "over"], default="held")),
                ("places", models.PositiveSmallIntegerField()),
                ("places_kept", models.PositiveSmallIntegerField()),
                ("language", models.CharField(max_length=10)),
                ("said", models.JSONField()),
                ("contact_digest", models.CharField(blank=True, max_length=64)),
                ("request_key", models.CharField(max_length=64, unique=True)),
                (
                    "token",
                    models.CharField(default=kith.platform.private_links.new_token, max_length=43, unique=True),
                ),
                (
                    "link",
                    models.CharField(default=kith.platform.private_links.new_token, max_length=43, unique=True),
                ),
                ("wrong_count", models.PositiveSmallIntegerField(default=0)),
                ("became", models.UUIDField(null=True)),
                ("asked_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("held_until", models.DateTimeField()),
                ("words_until", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["contact_digest", "asked_at"], name="held_booking_of_a_contact"),
                    models.Index(fields=["words_until"], name="held_booking_ends"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("places__range", (1, 2))), name="held_booking_places_are_few"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("places_kept", 0),
                            models.Q(("places_kept", models.F("places")), ("state", "held")),
                            _connector="OR",
                        ),
                        name="held_booking_keeps_all_or_nothing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("held", "freed")), ("said", {}), _connector="OR"),
                        name="held_booking_forgets_when_over",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("became__isnull", False), ("state", "booked")),
                            models.Q(models.Q(("state", "booked"), _negated=True), ("became__isnull", True)),
                            _connector="OR",
                        ),
                        name="held_booking_became_one",
                    ),
                ],
            },
        ),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
