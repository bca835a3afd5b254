"""The second wall around stories, how their writers are reached, and their translations."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, question, raised, sees_all

TRANSLATES = """
    RETURN EXISTS (
        SELECT FROM alliance_storytranslation AS t
        WHERE t.story_id = story AND t.translator_id = nullif(said[3], '')::bigint);
"""


class Migration(migrations.Migration):
    """A function, and policies."""

    dependencies: ClassVar = [("alliance", "0002_guards"), WALLS_SINCE]
    operations: ClassVar = [
        question("kith_translates_story", "story uuid", TRANSLATES),
        raised("alliance", "alliance_story", "alliance_storycontact", "alliance_storytranslation"),
        sees_all("alliance_read_first", "alliance_cleared_first", "alliance_story_stays"),
    ]
