"""What the place is and what it has chosen; a database is real or a demonstration, and both walls stand here."""

from typing import ClassVar

import django.contrib.postgres.fields
from django.db import migrations, models

from kith.platform.guards import GUARDED_SINCE, only_grows

# A demonstration that was built before this migration is known by the addresses of its people.
STANDS_ALREADY = """
INSERT INTO places_place (is_the_one, kind, areas, begun_at)
SELECT true, 'demonstration', '{}', now()
WHERE EXISTS (SELECT 1 FROM platform_account WHERE email LIKE '%@demo.kith.invalid');
"""
APART = """
CREATE FUNCTION places_demonstration_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'places_place' THEN
        IF NEW.kind = 'real' AND EXISTS (SELECT 1 FROM platform_account WHERE email LIKE '%@demo.kith.invalid') THEN
            RAISE EXCEPTION 'the people of the demonstration are here: a real place begins in a database of its own'
                USING ERRCODE = 'check_violation';
        END IF;
    ELSIF NEW.email LIKE '%@demo.kith.invalid' AND EXISTS (SELECT 1 FROM places_place WHERE kind = 'real') THEN
        RAISE EXCEPTION 'a real place is here: the people of the demonstration stay in a database of their own'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER demonstration_apart BEFORE INSERT ON places_place
    FOR EACH ROW EXECUTE FUNCTION places_demonstration_apart();
CREATE TRIGGER demonstration_apart BEFORE INSERT OR UPDATE OF email ON platform_account
    FOR EACH ROW EXECUTE FUNCTION places_demonstration_apart();
"""
TOGETHER = """
DROP TRIGGER demonstration_apart ON platform_account;
DROP TRIGGER demonstration_apart ON places_place;
DROP FUNCTION places_demonstration_apart();
"""


class Migration(migrations.Migration):
    """Two tables that only grow, and a guard that keeps the demonstration and a real place apart."""

    dependencies: ClassVar = [("places", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_the_one", models.BooleanField(default=True, unique=True)),
                (
                    "kind",
                    models.CharField(choices=[("real", "real"), ("demonstration", "demonstration")], max_length=13),
                ),
                (
                    "areas",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), default=list, size=None
                    ),
                ),
                ("begun_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("is_the_one", True)), name="place_is_one"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["real", "demonstration"])), name="place_kind_is_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SettingChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=60)),
                ("value", models.JSONField()),
                ("why", models.CharField(max_length=400)),
                ("membership_id", models.BigIntegerField(null=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["key", "-id"], name="setting_change_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True), name="setting_change_says_why"
                    ),
                ],
            },
        ),
        only_grows("places_place"),
        only_grows("places_settingchange"),
        migrations.RunSQL(STANDS_ALREADY, ""),
        migrations.RunSQL(APART, TOGETHER),
    ]
