"""A published form never changes."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION care_published_form_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published form is not changed, its next version is written (% on version %)', TG_OP, OLD.id
        USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER form_version_stays BEFORE UPDATE OR DELETE ON care_formversion
    FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION care_published_form_stays();
"""
UNGUARD = """
DROP TRIGGER form_version_stays ON care_formversion;
DROP FUNCTION care_published_form_stays();
"""


class Migration(migrations.Migration):
    """A trigger against changing what families were assessed by."""

    dependencies: ClassVar = [("care", "0001_tables")]
    operations: ClassVar = [migrations.RunSQL(GUARD, UNGUARD)]
