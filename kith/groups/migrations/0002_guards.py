"""The database itself counts the places taken, so that no way of writing a booking can leave the count behind."""

from typing import ClassVar

from django.db import migrations

COUNT = """
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
"""
UNCOUNT = """
DROP TRIGGER groups_count_places ON groups_booking;
DROP FUNCTION groups_count_places();
"""


class Migration(migrations.Migration):
    """A trigger that counts."""

    dependencies: ClassVar = [("groups", "0001_tables")]
    operations: ClassVar = [migrations.RunSQL(COUNT, UNCOUNT)]
