"""The audit is added to, never changed or emptied; numbers that key the public pages; attempts to sign in, counted."""

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
CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON platform_auditentry
    FOR EACH STATEMENT EXECUTE FUNCTION platform_audit_is_for_ever();
CREATE TRIGGER audit_seal_is_not_emptied BEFORE TRUNCATE ON platform_auditseal
    FOR EACH STATEMENT EXECUTE FUNCTION platform_audit_is_for_ever();
"""
UNGUARD = """
DROP TRIGGER audit_entry_is_not_emptied ON platform_auditentry;
DROP TRIGGER audit_seal_is_not_emptied ON platform_auditseal;
DROP TRIGGER audit_entry_is_for_ever ON platform_auditentry;
DROP TRIGGER audit_seal_is_for_ever ON platform_auditseal;
DROP FUNCTION platform_audit_is_for_ever();
"""
# What is listed, what is counted and published, and signs of danger with numbers to call, each move apart.
SEQUENCES = ("platform_public_pages", "platform_public_numbers", "platform_public_danger")
# The shape that django.core.cache.backends.db expects.
ATTEMPTS = """
CREATE UNLOGGED TABLE platform_attempts (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX platform_attempts_expires ON platform_attempts (expires);
"""


class Migration(migrations.Migration):
    """Triggers, sequences, and a table that all web processes count in."""

    dependencies: ClassVar = [("platform", "0001_tables")]
    operations: ClassVar = [
        migrations.RunSQL(GUARD, UNGUARD),
        *(migrations.RunSQL(f"CREATE SEQUENCE {name}", f"DROP SEQUENCE {name}") for name in SEQUENCES),
        migrations.RunSQL(ATTEMPTS, "DROP TABLE platform_attempts"),
    ]
