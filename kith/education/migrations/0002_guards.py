"""Who is trained, asked of the database; no person is trained without proof, and an assessor is trained to sign."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows

# Read as the owner: whether a person may do a task is not judged by what the one who asks may see. A person's training
# goes with them to another organisation of the alliance: it is their account that is trained.
ASKED = """
CREATE FUNCTION education_trained_until(membership_id bigint, training text, on_day date) RETURNS date
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT max(coalesce(q.until_on, DATE '9999-12-31'))
    FROM organisations_membership AS asked
    JOIN organisations_membership AS held ON held.account_id = asked.account_id
    JOIN education_qualification AS q ON q.membership_id = held.id
    WHERE asked.id = $1 AND q.training = $2
      AND q.from_on <= $3 AND coalesce(q.until_on, $3) >= $3 AND coalesce(q.taken_back_on > $3, true)
$$;
CREATE FUNCTION education_may(membership_id bigint, training text, on_day date) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT education_trained_until($1, $2, $3) IS NOT NULL
$$;
CREATE FUNCTION education_is_one_person(one bigint, other bigint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT count(DISTINCT account_id) = 1 FROM organisations_membership WHERE id IN ($1, $2)
$$;
"""
UNASKED = """
DROP FUNCTION education_is_one_person(bigint, bigint);
DROP FUNCTION education_may(bigint, text, date);
DROP FUNCTION education_trained_until(bigint, text, date);
"""
GUARD = """
CREATE FUNCTION education_signed_by_trained() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF education_is_one_person(NEW.signed_by_id, NEW.membership_id) THEN
        RAISE EXCEPTION 'a competence is signed by another person' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT education_may(NEW.signed_by_id, 'competence_assessor', NEW.observed_on) THEN
        RAISE EXCEPTION 'this competence is signed by a person who is not trained to sign'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER education_signed_by_trained BEFORE INSERT ON education_competence
    FOR EACH ROW EXECUTE FUNCTION education_signed_by_trained();

CREATE FUNCTION education_proved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    asked education_requirement%ROWTYPE;
BEGIN
    SELECT * INTO asked FROM education_requirement WHERE id = NEW.requirement_id;
    IF asked.training <> NEW.training THEN
        RAISE EXCEPTION 'this requirement is of another training' USING ERRCODE = 'check_violation';
    END IF;
    IF asked.needs_attendance AND NEW.attendance_id IS NULL
       OR asked.needs_competence AND NEW.competence_id IS NULL THEN
        RAISE EXCEPTION 'what the requirement asks for is not proved' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.attendance_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM education_trainingattendance AS a JOIN education_trainingsession AS s ON s.id = a.session_id
        WHERE a.id = NEW.attendance_id AND a.presence = 'attended' AND s.training = NEW.training
          AND s.called_off_on IS NULL AND s.held_on <= NEW.from_on
          AND education_is_one_person(a.membership_id, NEW.membership_id)) THEN
        RAISE EXCEPTION 'this person did not attend this training' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.competence_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM education_competence AS c
        WHERE c.id = NEW.competence_id AND c.found = 'competent' AND c.training = NEW.training
          AND c.observed_on <= NEW.from_on AND education_is_one_person(c.membership_id, NEW.membership_id)) THEN
        RAISE EXCEPTION 'this person was not found competent in this' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER education_proved BEFORE INSERT ON education_qualification
    FOR EACH ROW EXECUTE FUNCTION education_proved();

CREATE FUNCTION education_attendance_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.session_id <> OLD.session_id OR NEW.membership_id <> OLD.membership_id THEN
        RAISE EXCEPTION 'attendance is of one person at one session' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.presence = 'attended' AND NEW.presence <> 'attended' AND EXISTS (
        SELECT FROM education_qualification WHERE attendance_id = OLD.id AND taken_back_on IS NULL) THEN
        RAISE EXCEPTION 'a qualification rests on this attendance: take it back first' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER education_attendance_stays BEFORE UPDATE ON education_trainingattendance
    FOR EACH ROW EXECUTE FUNCTION education_attendance_stays();
"""
UNGUARD = """
DROP TRIGGER education_attendance_stays ON education_trainingattendance;
DROP FUNCTION education_attendance_stays();
DROP TRIGGER education_proved ON education_qualification;
DROP FUNCTION education_proved();
DROP TRIGGER education_signed_by_trained ON education_competence;
DROP FUNCTION education_signed_by_trained();
"""
TAKEN_BACK = ("taken_back_on", "taken_back_by_id", "taken_back_why")


class Migration(migrations.Migration):
    """Functions and triggers."""

    dependencies: ClassVar = [("education", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        migrations.RunSQL(ASKED, UNASKED),
        migrations.RunSQL(GUARD, UNGUARD),
        only_grows("education_requirement"),
        only_grows("education_competence"),
        only_grows("education_qualification", may_change=TAKEN_BACK),
        only_grows("education_librarynews"),
        only_grows("education_newsreading"),
        only_grows("education_workforcecount", may_change=["is_current"]),
    ]
