"""What was signed stays; a competence is signed by a trainer whose training allows it; no supporter without a check."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows

GUARD = """
CREATE FUNCTION peers_skill_signed_by_trained() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM peers_peersupporter AS s
               WHERE s.id = NEW.supporter_id AND s.membership_id IS NOT NULL
                 AND education_is_one_person(NEW.signed_by_id, s.membership_id)) THEN
        RAISE EXCEPTION 'a competence is signed by another person' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT education_may(NEW.signed_by_id, 'competence_assessor', NEW.observed_on) THEN
        RAISE EXCEPTION 'this competence is signed by a person who is not trained to sign'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER peers_skill_signed_by_trained BEFORE INSERT ON peers_peercompetence
    FOR EACH ROW EXECUTE FUNCTION peers_skill_signed_by_trained();

CREATE FUNCTION peers_match_is_checked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'active' AND NOT EXISTS (
        SELECT FROM peers_peersupporter AS s
        JOIN LATERAL (
            SELECT c.state FROM peers_peercheck AS c WHERE c.supporter_id = s.id AND (c.state <> 'asked' OR c.level <> (
                SELECT b.level FROM peers_peercheck AS b WHERE b.supporter_id = s.id AND b.id < c.id
                ORDER BY b.id DESC LIMIT 1)) ORDER BY c.id DESC LIMIT 1) AS newest ON newest.state IN ('clear', 'not_needed')
        WHERE s.id = NEW.supporter_id AND s.state = 'active') THEN
        RAISE EXCEPTION 'a supporter who is not active or not checked is matched with no family'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER peers_match_is_checked BEFORE INSERT OR UPDATE OF state, supporter_id ON peers_peermatch
    FOR EACH ROW EXECUTE FUNCTION peers_match_is_checked();
"""
UNGUARD = """
DROP TRIGGER peers_match_is_checked ON peers_peermatch;
DROP FUNCTION peers_match_is_checked();
DROP TRIGGER peers_skill_signed_by_trained ON peers_peercompetence;
DROP FUNCTION peers_skill_signed_by_trained();
"""
ANSWERED = ("state", "answered_on", "answered_by_id", "until_on")


class Migration(migrations.Migration):
    """Functions and triggers."""

    dependencies: ClassVar = [("peers", "0001_tables"), ("education", "0002_guards"), GUARDED_SINCE]
    operations: ClassVar = [
        migrations.RunSQL(GUARD, UNGUARD),
        only_grows("peers_peersupporterstep"),
        only_grows("peers_peercompetence"),
        only_grows("peers_peerreference"),
        only_grows("peers_peercheck", may_change=ANSWERED),
        only_grows("peers_peermatchstep"),
        only_grows("peers_matchweight", may_change=["is_current"]),
    ]
