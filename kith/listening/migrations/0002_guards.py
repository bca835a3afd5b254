"""Nothing hangs on a story that no person has read; what was said and promised stays as it was."""

from typing import ClassVar

from django.db import migrations

from kith.platform.guards import GUARDED_SINCE, only_grows

GUARD = """
CREATE FUNCTION listening_read_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM listening_story WHERE id = NEW.story_id AND state = 'read') THEN
        RAISE EXCEPTION 'no person has read this story and let it on' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER listening_read_first BEFORE INSERT OR UPDATE OF story_id ON listening_storytranslation
    FOR EACH ROW EXECUTE FUNCTION listening_read_first();
CREATE TRIGGER listening_read_first BEFORE INSERT OR UPDATE OF story_id ON listening_storytranscript
    FOR EACH ROW EXECUTE FUNCTION listening_read_first();
CREATE TRIGGER listening_read_first BEFORE INSERT OR UPDATE OF story_id ON listening_clearedwording
    FOR EACH ROW EXECUTE FUNCTION listening_read_first();

CREATE FUNCTION listening_cleared_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM listening_clearedwording WHERE story_id = NEW.story_id) THEN
        RAISE EXCEPTION 'this story is not cleared for others' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER listening_cleared_first BEFORE INSERT OR UPDATE OF story_id ON listening_themestory
    FOR EACH ROW EXECUTE FUNCTION listening_cleared_first();

CREATE FUNCTION listening_story_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- What was said aloud is written down behind what was typed, once, by the one who was asked.
    IF NEW.words IS DISTINCT FROM OLD.words AND NEW.words <> '' AND NOT (
        OLD.state = 'read' AND OLD.sound_id IS NOT NULL AND starts_with(NEW.words, OLD.words)
        AND EXISTS (SELECT FROM listening_storytranscript WHERE story_id = OLD.id AND done_on IS NULL)
    ) THEN
        RAISE EXCEPTION 'a story keeps its words: they can only be erased' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.state <> 'unread' AND NEW.state = 'unread' THEN
        RAISE EXCEPTION 'a story that is read stays read' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state = 'set_aside' AND EXISTS (SELECT FROM listening_clearedwording WHERE story_id = NEW.id) THEN
        RAISE EXCEPTION 'others have this story already' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER listening_story_stays BEFORE UPDATE OF words, state ON listening_story
    FOR EACH ROW EXECUTE FUNCTION listening_story_stays();
"""
UNGUARD = """
DROP TRIGGER listening_story_stays ON listening_story;
DROP FUNCTION listening_story_stays();
DROP TRIGGER listening_cleared_first ON listening_themestory;
DROP FUNCTION listening_cleared_first();
DROP TRIGGER listening_read_first ON listening_clearedwording;
DROP TRIGGER listening_read_first ON listening_storytranscript;
DROP TRIGGER listening_read_first ON listening_storytranslation;
DROP FUNCTION listening_read_first();
"""


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("listening", "0001_tables"), GUARDED_SINCE]
    operations: ClassVar = [
        migrations.RunSQL(GUARD, UNGUARD),
        only_grows("listening_themestep"),
    ]
