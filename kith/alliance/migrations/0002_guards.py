"""Nothing hangs on a story that no person has read; what was said, decided and frozen stays as it was."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows

GUARD = """
CREATE FUNCTION alliance_read_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM alliance_story WHERE id = NEW.story_id AND state = 'read') THEN
        RAISE EXCEPTION 'no person has read this story and let it on' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER alliance_read_first BEFORE INSERT OR UPDATE OF story_id ON alliance_storytranslation
    FOR EACH ROW EXECUTE FUNCTION alliance_read_first();
CREATE TRIGGER alliance_read_first BEFORE INSERT OR UPDATE OF story_id ON alliance_clearedwording
    FOR EACH ROW EXECUTE FUNCTION alliance_read_first();

CREATE FUNCTION alliance_cleared_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM alliance_clearedwording WHERE story_id = NEW.story_id) THEN
        RAISE EXCEPTION 'this story is not cleared for others' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER alliance_cleared_first BEFORE INSERT OR UPDATE OF story_id ON alliance_themestory
    FOR EACH ROW EXECUTE FUNCTION alliance_cleared_first();

CREATE FUNCTION alliance_story_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.words IS DISTINCT FROM OLD.words AND NEW.words <> '' THEN
        RAISE EXCEPTION 'a story keeps its words: they can only be erased' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.state <> 'unread' AND NEW.state = 'unread' THEN
        RAISE EXCEPTION 'a story that is read stays read' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state = 'set_aside' AND EXISTS (SELECT FROM alliance_clearedwording WHERE story_id = NEW.id) THEN
        RAISE EXCEPTION 'others have this story already' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER alliance_story_stays BEFORE UPDATE OF words, state ON alliance_story
    FOR EACH ROW EXECUTE FUNCTION alliance_story_stays();

CREATE FUNCTION alliance_papers_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.is_frozen AND (TG_OP = 'DELETE' OR to_jsonb(NEW) - 'minutes' <> to_jsonb(OLD) - 'minutes') THEN
        RAISE EXCEPTION 'papers that are frozen stay as they were sent' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER alliance_papers_stay BEFORE UPDATE OR DELETE ON alliance_agendaitem
    FOR EACH ROW EXECUTE FUNCTION alliance_papers_stay();
"""
UNGUARD = """
DROP TRIGGER alliance_papers_stay ON alliance_agendaitem;
DROP FUNCTION alliance_papers_stay();
DROP TRIGGER alliance_story_stays ON alliance_story;
DROP FUNCTION alliance_story_stays();
DROP TRIGGER alliance_cleared_first ON alliance_themestory;
DROP FUNCTION alliance_cleared_first();
DROP TRIGGER alliance_read_first ON alliance_clearedwording;
DROP TRIGGER alliance_read_first ON alliance_storytranslation;
DROP FUNCTION alliance_read_first();
"""


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("alliance", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        migrations.RunSQL(GUARD, UNGUARD),
        only_grows("alliance_themestep"),
        only_grows("alliance_decision"),
    ]
