"""What a story is about and how it stands; how themes and promises stand. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType
from uuid import UUID

from kith.kernel.steps import StatusMachine

StoryId = NewType("StoryId", UUID)
ThemeId = NewType("ThemeId", int)

LONGEST_STORY = 8000
LONGEST_WORDS = 2000
MOST_A_DAY = 500
"""The most stories a day: more is a machine, and is asked to ring."""


class SubjectKind(StrEnum):
    """What a story can be about; none of them is the alliance as a whole."""

    SERVICE = "service"
    VENUE = "venue"
    SESSION = "session"


class StoryState(StrEnum):
    """How a story stands: nothing but its reader's page knows of it until a person has read it."""

    UNREAD = "unread"
    READ = "read"
    SET_ASIDE = "set_aside"


class AsideReason(StrEnum):
    """Why a story goes no further than its reader."""

    SAFETY = "safety"
    COMPLAINT = "complaint"
    ABOUT_ONE_PERSON = "about_one_person"
    NOT_A_STORY = "not_a_story"


class Felt(StrEnum):
    """An answer to: did you feel welcome, and free to feed your way? And to: is it better?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class ThemeState(StrEnum):
    """What has become of what parents say."""

    HEARD = "heard"
    PLANNED = "planned"
    DONE = "done"
    CANNOT = "cannot"


THEMES = StatusMachine[ThemeState](
    {
        ThemeState.HEARD: {ThemeState.PLANNED, ThemeState.DONE, ThemeState.CANNOT},
        ThemeState.PLANNED: {ThemeState.PLANNED, ThemeState.DONE, ThemeState.CANNOT},
        # What was not better after all is promised anew.
        ThemeState.DONE: {ThemeState.PLANNED},
        ThemeState.CANNOT: {ThemeState.PLANNED},
    }
)
ANSWERS = frozenset({ThemeState.DONE, ThemeState.CANNOT})
"""After these nothing more is said to the writer, so her contact is not kept any longer."""


@dataclass(frozen=True)
class Subject:
    """What a story is about, as the public knows it."""

    kind: SubjectKind
    id: int
    name: str
    service_id: int | None = None
    venue_id: int | None = None
    on: date | None = None


SHORT = {"s": SubjectKind.SERVICE, "v": SubjectKind.VENUE, "d": SubjectKind.SESSION}
"""With what letter a short code begins; the number follows."""


def short_code(subject: Subject) -> str:
    """The code of a service, venue or date that is typed from a poster or stands in a text: V12."""
    return f"{next(letter for letter, kind in SHORT.items() if kind is subject.kind)}{subject.id}".upper()


def of_short_code(typed: str) -> tuple[SubjectKind, int] | None:
    """What a short code stands for, in capitals or not; None for no code."""
    letter, number = typed[:1].lower(), typed[1:]
    is_code = letter in SHORT and number.isascii() and number.isdigit() and len(number) < 10
    return (SHORT[letter], int(number)) if is_code else None


@dataclass(frozen=True)
class Told:
    """What was told on the page; all of it but the language may be empty."""

    words: str
    language: str
    subject: Subject | None = None
    may_quote: bool = False
    welcome: Felt | None = None
    community: str = ""
    email: str = ""
    phone: str = ""
    recording: bytes = b""
    may_keep_recording: bool = False

    @property
    def has_contact(self) -> bool:
        """Whether the answer is to be sent."""
        return bool(self.email or self.phone)
