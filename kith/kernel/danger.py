"""Words of danger: who a sign is about, how fast to act, and which of two alarms is the higher one."""

from enum import StrEnum


class Subject(StrEnum):
    """Who the signs are about, in the order in which Help now shows them."""

    BABY = "baby"
    MOTHER = "mother"
    PREGNANT = "pregnant"
    MIND = "mind"


class Level(StrEnum):
    """How fast to act on a sign, or what else a card is for."""

    EMERGENCY = "999"
    FIRST_AID = "first-aid"
    NOW = "now"
    SAME_DAY = "same-day"
    CARE = "care"
    DESPAIR = "despair"
    VIOLENCE = "violence"


_ALARMS = (Level.SAME_DAY, Level.NOW, Level.EMERGENCY)


def higher_alarm(given: Level, placed: Level) -> Level:
    """The level at which a sign is shown that was given at one level and placed at another: never a lower alarm.

    What is no alarm (first aid, care, despair, violence) stays where it was given.
    """
    if given in _ALARMS and placed in _ALARMS:
        return max(given, placed, key=_ALARMS.index)
    return given
