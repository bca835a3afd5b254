"""Guards of the platform's tables: the audit cannot be changed, and the number that keys the public pages."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION platform_audit_is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit can be added to, never changed (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_is_for_ever BEFORE UPDATE OR DELETE ON platform_auditentry
    FOR EACH ROW EXECUTE FUNCTION platform_audit_is_for_ever();
CREATE TRIGGER audit_seal_is_for_ever BEFORE UPDATE OR DELETE ON platform_auditseal
    FOR EACH ROW EXECUTE FUNCTION platform_audit_is_for_ever();
"""
UNGUARD = """
DROP TRIGGER audit_entry_is_for_ever ON platform_auditentry;
DROP TRIGGER audit_seal_is_for_ever ON platform_auditseal;
DROP FUNCTION platform_audit_is_for_ever();
"""


class Migration(migrations.Migration):
    """Triggers against changing the audit, and a sequence."""

    dependencies: ClassVar = [("platform", "0001_platform_tables")]
    operations: ClassVar = [
        migrations.RunSQL(GUARD, UNGUARD),
        migrations.RunSQL("CREATE SEQUENCE platform_public_pages", "DROP SEQUENCE platform_public_pages"),
    ]
