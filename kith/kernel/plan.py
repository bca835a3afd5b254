"""The nine steps of a place's plan, after Coventry's case study, and the chapters of the papers made of it. Pure."""

from enum import StrEnum


class PlanStep(StrEnum):
    """What a place does one after the other, and then all the time (National Centre for Family Hubs, Coventry)."""

    LOCAL_DATA = "local-data"
    WHY = "why"
    DESIGN = "design"
    SUPPORT = "support"
    RECRUIT = "recruit"
    HUBS = "hubs"
    STANDARDS = "standards"
    CAMPAIGN = "campaign"
    CONTINUITY = "continuity"


class Paper(StrEnum):
    """What is printed of the plan."""

    BRIEFING = "briefing"
    CASE_STUDY = "case-study"


class Chapter(StrEnum):
    """A chapter of a paper. Rationale to tips is the shape in which Coventry told its story."""

    AIMS = "aims"
    NUMBERS = "numbers"
    NEXT = "next"
    VOICES = "voices"
    COSTS = "costs"
    RATIONALE = "rationale"
    INTERVENTION = "intervention"
    STEPS = "steps"
    IMPACT = "impact"
    LESSONS = "lessons"
    TIPS = "tips"


CHAPTERS: dict[Paper, tuple[Chapter, ...]] = {
    Paper.BRIEFING: (Chapter.AIMS, Chapter.NUMBERS, Chapter.VOICES, Chapter.NEXT, Chapter.COSTS),
    Paper.CASE_STUDY: (
        Chapter.RATIONALE,
        Chapter.INTERVENTION,
        Chapter.STEPS,
        Chapter.IMPACT,
        Chapter.VOICES,
        Chapter.COSTS,
        Chapter.LESSONS,
        Chapter.TIPS,
    ),
}
WRITTEN = (Chapter.RATIONALE, Chapter.INTERVENTION, Chapter.IMPACT, Chapter.LESSONS, Chapter.TIPS)
"""The chapters that people write; the others fill themselves."""
