"""Every write of a service (or, in the groups room, a session) leaves a meeting place behind."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION kith_meets_at(which_service bigint, which_venue bigint) RETURNS void LANGUAGE sql
BEGIN ATOMIC
    INSERT INTO directory_meetingplace (service_id, venue_id)
    SELECT which_service, which_venue WHERE which_service IS NOT NULL AND which_venue IS NOT NULL
    ON CONFLICT DO NOTHING;
END;
CREATE FUNCTION directory_note_venue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM kith_meets_at(NEW.id, NEW.venue_id);
    RETURN NULL;
END $$;
CREATE TRIGGER directory_note_venue AFTER INSERT OR UPDATE OF venue_id ON directory_service
    FOR EACH ROW EXECUTE FUNCTION directory_note_venue();
"""
UNGUARD = """
DROP TRIGGER directory_note_venue ON directory_service;
DROP FUNCTION directory_note_venue();
DROP FUNCTION kith_meets_at(bigint, bigint);
"""


class Migration(migrations.Migration):
    """A trigger, and what other rooms' triggers call."""

    dependencies: ClassVar = [("directory", "0001_tables")]
    operations: ClassVar = [migrations.RunSQL(GUARD, UNGUARD)]
