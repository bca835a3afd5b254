"""What is said of a venue: by the profile where there is an answer, else by what the directory lists. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kith.directory.rules.codes import Feature
from kith.welcome.rules.codes import Answer, Criterion

FEATURES: Mapping[Criterion, Feature] = {
    Criterion.PRAM: Feature.PRAM_ACCESS,
    Criterion.STEP_FREE: Feature.STEP_FREE,
    Criterion.BUS: Feature.BUS_NEARBY,
    Criterion.PARKING: Feature.PARKING,
    Criterion.CHANGING_TABLE: Feature.CHANGING_TABLE,
    Criterion.PRIVACY: Feature.PRIVATE_SPACE,
    Criterion.PRAYER_ROOM: Feature.PRAYER_ROOM,
    Criterion.WARM_DRINKS: Feature.WARM_DRINKS,
    Criterion.BOTTLE_FEEDING: Feature.BOTTLE_FEEDING_WELCOME,
    Criterion.YOUR_MOTHER: Feature.BRING_YOUR_MOTHER,
    Criterion.PARTNERS: Feature.PARTNERS_WELCOME,
    Criterion.OLDER_CHILDREN: Feature.OLDER_CHILDREN_WELCOME,
}
"""What the search for support and the feed know of each: a yes here is a feature there, and nothing else is."""
STALE_AFTER_DAYS = 365
"""A year after a parent's visit it says so: rooms, buses and people change."""


@dataclass(frozen=True)
class Said:
    """An answer, and a line beside it in the languages in which it was written."""

    answer: Answer
    line: Mapping[str, str] = field(default_factory=dict)


Profile = Mapping[Criterion, Said]
NOTHING_SAID = Said(Answer.NOT_KNOWN)


def melded(said: Profile, features: Collection[Feature]) -> dict[Criterion, Said]:
    """Every criterion with what is known of it: an answer first, then what is listed, else that it is not known."""
    listed = {criterion for criterion, feature in FEATURES.items() if feature in features}
    return {each: said.get(each) or (Said(Answer.YES) if each in listed else NOTHING_SAID) for each in Criterion}


def features_after(said: Profile) -> dict[Feature, bool]:
    """What the directory is to list after these answers. "Partly" is no promise: who searches finds it by a yes."""
    return {FEATURES[each]: what.answer is Answer.YES for each, what in said.items() if each in FEATURES}


def changed(before: Profile, after: Profile) -> dict[Criterion, Said]:
    """The answers that are not yet there as they are wanted. "Not known" of what was never spoken of is no change."""
    return {each: what for each, what in after.items() if before.get(each, NOTHING_SAID) != what}


def lacking(said: Profile) -> list[Criterion]:
    """What a visitor found lacking, in the order of the criteria."""
    return [each for each in Criterion if each in said and said[each].answer in (Answer.NO, Answer.PARTLY)]


def is_stale(visited_on: date | None, *, today: date, after_days: int = STALE_AFTER_DAYS) -> bool:
    """Whether the last look is so long ago that it may no longer be so; what no parent ever looked at is stale."""
    return visited_on is None or today - visited_on > timedelta(days=after_days)
