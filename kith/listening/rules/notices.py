"""What listening tells people at work. Pure."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; none of them names a story that is not read, so that no time leads to its writer."""

    STORIES_WAIT = "stories_wait"
    STORY_MOVED_UP = "story_moved_up"
    STORIES_LATE = "stories_late"
    STORY_ABOUT_SAFETY = "story_about_safety"
    TRANSLATION_ASKED = "translation_asked"
    TRANSCRIPT_ASKED = "transcript_asked"
    SPOKEN_STORY_MOVED_UP = "spoken_story_moved_up"
    NOT_BETTER = "not_better"
    ANSWER_BY_A_PERSON = "answer_by_a_person"
    LISTENING_WORK_LEFT = "listening_work_left"
