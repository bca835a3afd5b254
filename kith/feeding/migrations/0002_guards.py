"""A published form never changes."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION feeding_published_form_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published form is not changed, its next version is written (% on version %)', TG_OP, OLD.id
        USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER form_version_stays BEFORE UPDATE OR DELETE ON feeding_formversion
    FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION feeding_published_form_stays();
"""
UNGUARD = """
DROP TRIGGER form_version_stays ON feeding_formversion;
DROP FUNCTION feeding_published_form_stays();
"""


class Migration(migrations.Migration):
    """A trigger against changing what families were assessed by."""

    dependencies: ClassVar = [("feeding", "0001_tables")]
    operations: ClassVar = [migrations.RunSQL(GUARD, UNGUARD)]
