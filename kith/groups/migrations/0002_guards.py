"""Triggers: places taken are counted, and the directory learns where a service meets families."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION groups_count_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.state = 'booked' THEN
        UPDATE groups_session SET places_taken = places_taken - OLD.places WHERE id = OLD.session_id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.state = 'booked' THEN
        UPDATE groups_session SET places_taken = places_taken + NEW.places WHERE id = NEW.session_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER groups_count_places
    AFTER INSERT OR DELETE OR UPDATE OF state, places, session_id ON groups_booking
    FOR EACH ROW EXECUTE FUNCTION groups_count_places();

CREATE FUNCTION groups_note_venue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM kith_meets_at((SELECT service_id FROM groups_series WHERE id = NEW.series_id), NEW.venue_id);
    RETURN NULL;
END $$;
CREATE TRIGGER groups_note_venue AFTER INSERT OR UPDATE OF venue_id, series_id ON groups_session
    FOR EACH ROW WHEN (NEW.venue_id IS NOT NULL) EXECUTE FUNCTION groups_note_venue();
"""
UNGUARD = """
DROP TRIGGER groups_note_venue ON groups_session;
DROP FUNCTION groups_note_venue();
DROP TRIGGER groups_count_places ON groups_booking;
DROP FUNCTION groups_count_places();
"""


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("groups", "0001_tables"), ("directory", "0002_guards")]
    operations: ClassVar = [migrations.RunSQL(GUARD, UNGUARD)]
