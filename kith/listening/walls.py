"""Who sees a story, by the database itself: its readers, and who was asked to write one down or to translate it."""

from kith.platform.access.permissions import Permission
from kith.walls.shapes import Shape, asking, by_person, may

_READERS = Shape((may(Permission.SEE_STORIES.value),))
_CLEARED = "what people at work read of stories: words cleared of every number and name"

WALLS: dict[str, Shape] = {
    "listening_story": _READERS | asking("kith_translates_story", "id"),
    "listening_storycontact": _READERS,
    "listening_storytranslation": _READERS | by_person("translator_id"),
    "listening_storytranscript": _READERS | by_person("writer_id"),
}
NO_PERSON = {
    "listening_clearedwording": _CLEARED,
    "listening_readingduty": "who at work reads stories on which days, which the public page says",
    "listening_welcomeanswer": "answers to one question, tied to nobody, kept by the month",
    "listening_venuechange": "what was changed at a venue, and who at work noted it",
    "listening_theme": "what many say, what was promised, and who at work answers for it",
    "listening_themestep": "the history of a promise",
    "listening_themestory": "which cleared words belong to which theme",
    "listening_themereply": "what is said to all who wrote in one language",
    "listening_betteranswer": "yes, partly or no, by a story nobody can trace",
}
