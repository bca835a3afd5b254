"""A referral stands by its steps: added in order, never changed, none after its end."""

from typing import ClassVar

from django.db import migrations

GUARD = """
CREATE FUNCTION referrals_referral_takes_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE referrals_referral SET
        step_count = NEW.number, state = NEW.state, tries = NEW.tries, moved_at = NEW.at,
        owner_organisation_id = NEW.owner_organisation_id, owner_team_id = NEW.owner_team_id,
        owner_membership_id = NEW.owner_membership_id,
        clock = NEW.clock, due_at = NEW.due_at, "left" = NEW."left",
        sent_at = COALESCE(sent_at, CASE WHEN NEW.state = 'sent' THEN NEW.at END),
        answered_at = COALESCE(answered_at, CASE WHEN NEW.state IN ('accepted', 'declined') THEN NEW.at END)
    WHERE id = NEW.referral_id AND step_count = NEW.number - 1
        AND state NOT IN ('done', 'declined', 'withdrawn', 'transferred', 'expired');
    IF NOT FOUND THEN
        RAISE EXCEPTION 'step % is not the next one of referral %', NEW.number, NEW.referral_id
            USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER referrals_referral_takes_step AFTER INSERT ON referrals_referralstep
    FOR EACH ROW EXECUTE FUNCTION referrals_referral_takes_step();

CREATE FUNCTION referrals_referral_follows_its_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() < 2 AND
        (NEW.step_count, NEW.state, NEW.tries, NEW.owner_organisation_id, NEW.owner_team_id, NEW.owner_membership_id,
         NEW.clock, NEW.due_at, NEW."left", NEW.moved_at, NEW.sent_at, NEW.answered_at) IS DISTINCT FROM
        (OLD.step_count, OLD.state, OLD.tries, OLD.owner_organisation_id, OLD.owner_team_id, OLD.owner_membership_id,
         OLD.clock, OLD.due_at, OLD."left", OLD.moved_at, OLD.sent_at, OLD.answered_at)
    THEN
        RAISE EXCEPTION 'a referral is moved by adding a step, never by changing it'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER referrals_referral_follows_its_steps BEFORE UPDATE ON referrals_referral
    FOR EACH ROW EXECUTE FUNCTION referrals_referral_follows_its_steps();

CREATE FUNCTION referrals_referral_has_a_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM referrals_referralstep WHERE referral_id = NEW.id) THEN
        RAISE EXCEPTION 'referral % has no step', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER referrals_referral_has_a_step AFTER INSERT ON referrals_referral
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION referrals_referral_has_a_step();

-- The words may be blanked, and nothing else may ever change: docs/decisions/0019.
CREATE FUNCTION referrals_referralstep_is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.note = '' AND to_jsonb(NEW) - 'note' = to_jsonb(OLD) - 'note' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the steps of a referral can be added to, never changed (%)', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER referrals_referralstep_is_for_ever BEFORE UPDATE OR DELETE ON referrals_referralstep
    FOR EACH ROW EXECUTE FUNCTION referrals_referralstep_is_for_ever();
"""
UNGUARD = """
DROP TRIGGER referrals_referralstep_is_for_ever ON referrals_referralstep;
DROP TRIGGER referrals_referral_has_a_step ON referrals_referral;
DROP TRIGGER referrals_referral_follows_its_steps ON referrals_referral;
DROP TRIGGER referrals_referral_takes_step ON referrals_referralstep;
DROP FUNCTION referrals_referralstep_is_for_ever();
DROP FUNCTION referrals_referral_has_a_step();
DROP FUNCTION referrals_referral_follows_its_steps();
DROP FUNCTION referrals_referral_takes_step();
"""


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("referrals", "0001_tables")]
    operations: ClassVar = [migrations.RunSQL(GUARD, UNGUARD)]
