"""Who sees a story, by the database itself: those who read stories, and the one who was asked to translate it."""

from kith.platform.access.permissions import Permission
from kith.walls.shapes import Shape, asking, by_person, may

_READERS = Shape((may(Permission.SEE_STORIES.value),))
_CLEARED = "what people at work read of stories: words cleared of every number and name"

WALLS: dict[str, Shape] = {
    "alliance_story": _READERS | asking("kith_translates_story", "id"),
    "alliance_storycontact": _READERS,
    "alliance_storytranslation": _READERS | by_person("translator_id"),
}
NO_PERSON = {
    "alliance_clearedwording": _CLEARED,
    "alliance_readingduty": "who at work reads stories on which days, which the public page says",
    "alliance_welcomeanswer": "answers to one question, tied to nobody, kept by the month",
    "alliance_venuechange": "what was changed at a venue, and who at work noted it",
    "alliance_theme": "what many say, what was promised, and who at work answers for it",
    "alliance_themestep": "the history of a promise",
    "alliance_themestory": "which cleared words belong to which theme",
    "alliance_themereply": "what is said to all who wrote in one language",
    "alliance_betteranswer": "yes, partly or no, by a story nobody can trace",
    "alliance_meeting": "when and where the alliance meets",
    "alliance_agendaitem": "what is spoken of",
    "alliance_carriedaction": "which agreed action came back on which agenda",
    "alliance_meetingattendance": "which people at work came",
    "alliance_decision": "what was decided",
    "alliance_agreedaction": "who at work does what by when",
}
