"""What stands before every history: rows are added, and what was written stays."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION kith_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - TG_ARGV = to_jsonb(OLD) - TG_ARGV THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% keeps what was written: add a row instead (%)', TG_TABLE_NAME, lower(TG_OP)
        USING ERRCODE = 'insufficient_privilege';
END $$;
"""


class Migration(migrations.Migration):
    """A function that each room's own triggers call; kith.platform.guards writes them."""

    dependencies: ClassVar = [("platform", "0002_guards")]
    operations: ClassVar = [migrations.RunSQL(GUARD, "DROP FUNCTION kith_only_grows()")]
