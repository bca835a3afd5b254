"""A date of a course is of its series, who waits is counted, and who was invited is never unsaid."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows

GUARD = """
CREATE FUNCTION courses_date_of_series() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT series_id FROM whats_on_session WHERE id = NEW.session_id)
        <> (SELECT series_id FROM courses_course WHERE id = NEW.course_id) THEN
        RAISE EXCEPTION 'a date of a course is of the series of the course' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER courses_date_of_series AFTER INSERT OR UPDATE OF session_id, course_id ON courses_coursedate
    FOR EACH ROW EXECUTE FUNCTION courses_date_of_series();

CREATE FUNCTION courses_count_waiting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.state = 'waiting' THEN
        UPDATE courses_course SET families_waiting = families_waiting - 1 WHERE id = OLD.course_id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.state = 'waiting' THEN
        UPDATE courses_course SET families_waiting = families_waiting + 1 WHERE id = NEW.course_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER courses_count_waiting AFTER INSERT OR DELETE OR UPDATE OF state, course_id ON courses_courseplace
    FOR EACH ROW EXECUTE FUNCTION courses_count_waiting();
"""
UNGUARD = """
DROP TRIGGER courses_count_waiting ON courses_courseplace;
DROP FUNCTION courses_count_waiting();
DROP TRIGGER courses_date_of_series ON courses_coursedate;
DROP FUNCTION courses_date_of_series();
"""


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("courses", "0001_tables"), ("whats_on", "0002_guards"), GUARDED_SINCE]
    operations: ClassVar = [
        migrations.RunSQL(GUARD, UNGUARD),
        only_grows("courses_courseinvitation", may_change=("answer", "answered_at", "family_id")),
    ]
