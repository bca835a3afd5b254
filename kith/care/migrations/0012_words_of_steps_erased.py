"""The words of a referral's step may be blanked, and nothing else of it may ever change: docs/decisions/0019."""

from typing import ClassVar

from django.db import migrations

ALLOW = """
CREATE OR REPLACE FUNCTION care_referralstep_is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.note = '' AND to_jsonb(NEW) - 'note' = to_jsonb(OLD) - 'note' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the steps of a referral can be added to, never changed (%)', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
"""
FORBID = """
CREATE OR REPLACE FUNCTION care_referralstep_is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the steps of a referral can be added to, never changed (%)', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
"""


class Migration(migrations.Migration):
    """One exception in a trigger."""

    dependencies: ClassVar = [("care", "0011_referral_stands_beside")]
    operations: ClassVar = [migrations.RunSQL(ALLOW, FORBID)]
