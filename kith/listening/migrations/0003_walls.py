"""The second wall around stories, how their writers are reached, and their translations."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, question, raised, sees_all

TRANSLATES = """
    RETURN EXISTS (
        SELECT FROM listening_storytranslation AS t
        WHERE t.story_id = story AND t.translator_id = nullif(said[3], '')::bigint)
    OR EXISTS (
        SELECT FROM listening_storytranscript AS t
        WHERE t.story_id = story AND t.writer_id = nullif(said[3], '')::bigint);
"""


class Migration(migrations.Migration):
    """A function, and policies."""

    dependencies: ClassVar = [("listening", "0002_guards"), WALLS_SINCE]
    operations: ClassVar = [
        question("kith_translates_story", "story uuid", TRANSLATES),
        raised(
            "listening",
            "listening_story",
            "listening_storycontact",
            "listening_storytranslation",
            "listening_storytranscript",
        ),
        sees_all("listening_read_first", "listening_cleared_first", "listening_story_stays"),
    ]
