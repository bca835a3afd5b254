"""The directory learns where a service meets families, and the room above counts the places it gives out."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import question

GUARD = """
CREATE FUNCTION whats_on_note_venue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM kith_meets_at((SELECT service_id FROM whats_on_series WHERE id = NEW.series_id), NEW.venue_id);
    RETURN NULL;
END $$;
CREATE TRIGGER whats_on_note_venue AFTER INSERT OR UPDATE OF venue_id, series_id ON whats_on_session
    FOR EACH ROW WHEN (NEW.venue_id IS NOT NULL) EXECUTE FUNCTION whats_on_note_venue();

CREATE FUNCTION kith_places_taken(session bigint, taken integer, held integer, waiting integer, creche integer)
RETURNS void LANGUAGE sql AS $$
    UPDATE whats_on_session
    SET places_taken = places_taken + taken, places_held = places_held + held,
        families_waiting = families_waiting + waiting, creche_taken = creche_taken + creche
    WHERE id = session;
$$;
"""
UNGUARD = """
DROP FUNCTION kith_places_taken(bigint, integer, integer, integer, integer);
DROP TRIGGER whats_on_note_venue ON whats_on_session;
DROP FUNCTION whats_on_note_venue();
"""
RUNS_SESSION = """
    RETURN EXISTS (
        SELECT FROM whats_on_session AS s JOIN whats_on_series AS r ON r.id = s.series_id
        WHERE s.id = session AND r.organisation_id = ANY (nullif(said[4], '')::bigint[]));
"""


class Migration(migrations.Migration):
    """Triggers, and whose session it is."""

    dependencies: ClassVar = [("whats_on", "0001_tables"), ("directory", "0002_guards"), ("families", "0004_walls")]
    operations: ClassVar = [
        migrations.RunSQL(GUARD, UNGUARD),
        question("kith_runs_session", "session bigint", RUNS_SESSION),
    ]
