"""The words of care in the reader's language."""

from kith.care.wording.alerts import (
    percent_words,
)
from kith.care.wording.assessments import (
    MARKS,
    form_refusal_words,
)
from kith.care.wording.contacts import (
    CONTACT_KINDS,
    CONTACT_PLACES,
    HOW_WE_TALKED,
    OFFERS,
    TALK_REASONS,
    contact_refusal,
)
from kith.care.wording.continuity import (
    CONTINUITY_GROUPS,
    GROUPINGS,
    continuity_words,
)
from kith.care.wording.feeding import (
    FEEDING,
    MILESTONES,
    Meaning,
    due_words,
    refusal_words,
)
from kith.care.wording.first_feed import (
    AT_DISCHARGE,
    AT_FIRST_FEED,
    FIRST_FEEDS,
    SKIN_TO_SKIN,
    status_name,
)
from kith.care.wording.goals import (
    AS_WANTED,
    ASKED_BY,
    HOPE_HINTS,
    HOPES,
    SOURCES,
    UNTIL,
    goal_refusal_words,
)
from kith.care.wording.leading import (
    CASE_KINDS,
    DECLINE_REASONS,
    HANDOVER_REASONS,
    HANDOVER_STEPS,
    INTRODUCTIONS,
    STEP_REASONS,
    leading_refusal,
    suggestion_words,
)
from kith.care.wording.next_steps import (
    DROP_REASONS,
    STEP_ENDS,
    bereavement_call_words,
)
from kith.care.wording.notices import (
    NOTICES,
    NoticeWords,
    notice_words,
)
from kith.care.wording.weights import (
    REASONS,
    WHERE,
    above_words,
    compared_words,
    grams_words,
    route_refusal_words,
    weight_refusal_words,
)

__all__ = [
    "ASKED_BY",
    "AS_WANTED",
    "AT_DISCHARGE",
    "AT_FIRST_FEED",
    "CASE_KINDS",
    "CONTACT_KINDS",
    "CONTACT_PLACES",
    "CONTINUITY_GROUPS",
    "DECLINE_REASONS",
    "DROP_REASONS",
    "FEEDING",
    "FIRST_FEEDS",
    "GROUPINGS",
    "HANDOVER_REASONS",
    "HANDOVER_STEPS",
    "HOPES",
    "HOPE_HINTS",
    "HOW_WE_TALKED",
    "INTRODUCTIONS",
    "MARKS",
    "MILESTONES",
    "NOTICES",
    "OFFERS",
    "REASONS",
    "SKIN_TO_SKIN",
    "SOURCES",
    "STEP_ENDS",
    "STEP_REASONS",
    "TALK_REASONS",
    "UNTIL",
    "WHERE",
    "Meaning",
    "NoticeWords",
    "above_words",
    "bereavement_call_words",
    "compared_words",
    "contact_refusal",
    "continuity_words",
    "due_words",
    "form_refusal_words",
    "goal_refusal_words",
    "grams_words",
    "leading_refusal",
    "notice_words",
    "percent_words",
    "refusal_words",
    "route_refusal_words",
    "status_name",
    "suggestion_words",
    "weight_refusal_words",
]
