"""Where a session is planned, its service meets families: the directory is told by the database itself."""

from typing import ClassVar

from django.db import migrations

NOTE = """
CREATE FUNCTION groups_note_venue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM kith_meets_at((SELECT service_id FROM groups_series WHERE id = NEW.series_id), NEW.venue_id);
    RETURN NULL;
END $$;
CREATE TRIGGER groups_note_venue AFTER INSERT OR UPDATE OF venue_id, series_id ON groups_session
    FOR EACH ROW WHEN (NEW.venue_id IS NOT NULL) EXECUTE FUNCTION groups_note_venue();
SELECT kith_meets_at(found.service_id, found.venue_id) FROM (
    SELECT DISTINCT series.service_id, session.venue_id FROM groups_session AS session
    JOIN groups_series AS series ON series.id = session.series_id WHERE session.venue_id IS NOT NULL
) AS found;
"""
FORGET = """
DROP TRIGGER groups_note_venue ON groups_session;
DROP FUNCTION groups_note_venue();
"""


class Migration(migrations.Migration):
    """A trigger that notes meeting places."""

    dependencies: ClassVar = [("groups", "0002_guards"), ("directory", "0004_searching")]
    operations: ClassVar = [migrations.RunSQL(NOTE, FORGET)]
