"""What a mother may ask for, and what is true of a supporter, as traits that matching compares. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kith.kernel.refusal import Refusal
from kith.methods.matching import FULL, VETOED, Asking, Companion, Traits, broken_rules, kind_of
from kith.peers.rules.codes import Gender, Lived, Times

LANGUAGE, COMMUNITY, AREA, LIVED, TIMES, GENDER = "language", "community", "area", "lived", "times", "gender"
KINDS = (LANGUAGE, COMMUNITY, AREA, LIVED, TIMES, GENDER)
USUAL_WEIGHTS: Mapping[str, int] = {LANGUAGE: 100, LIVED: 60, COMMUNITY: 40, TIMES: 30, AREA: 20, GENDER: 20}
MOST_WEIGHT = 100
MOST_PLACES = 10
MOST_PROPOSED = 3


@dataclass(frozen=True)
class Offered:
    """What a supporter says of themselves: what they speak, where they live, what they have lived, when they can."""

    languages: Collection[str] = ()
    community: str = ""
    ward: str = ""
    lived: Collection[Lived] = ()
    times: Collection[Times] = ()
    gender: Gender | None = None

    @property
    def traits(self) -> Traits:
        """The same as traits."""
        found = {trait(LANGUAGE, each) for each in self.languages}
        found |= {trait(LIVED, each) for each in self.lived} | {trait(TIMES, each) for each in self.times}
        one = ((COMMUNITY, self.community), (AREA, self.ward), (GENDER, self.gender or ""))
        return frozenset(found | {trait(kind, value) for kind, value in one if value})


@dataclass(frozen=True)
class Wish:
    """What a mother asks for: rules that must hold, what must not be, and what she would like."""

    must: Traits = frozenset()
    must_not: Traits = frozenset()
    wishes: Traits = frozenset()


def trait(kind: str, value: str) -> str:
    """One trait; of a language its base counts, for a supporter is understood in it."""
    return f"{kind}:{value.partition('-')[0] if kind == LANGUAGE else value}"


def value_of(word: str) -> str:
    """What the trait says of its kind."""
    return word.partition(":")[2]


def may_ask(wish: Wish) -> Refusal | None:
    """Say why this cannot be asked for, or None if it can."""
    words = wish.must | wish.must_not | wish.wishes
    if any(kind_of(each) not in KINDS or not value_of(each) for each in words):
        return Refusal("wish_unknown")
    return Refusal("wish_against_itself") if wish.must & wish.must_not else None


def may_weigh(weights: Mapping[str, int]) -> Refusal | None:
    """Say why these weights cannot be set, or None if they can."""
    if set(weights) != set(KINDS) or any(not 0 <= each <= MOST_WEIGHT for each in weights.values()):
        return Refusal("weight_out_of_bounds")
    return None


def may_match(asking: Asking, companion: Companion) -> Refusal | None:
    """Say which rule keeps this supporter from this mother, or None if they may go together."""
    broken = broken_rules(asking, companion)
    if not broken:
        return None
    if broken[0] == VETOED:
        return Refusal("match_vetoed")
    if broken[0] == FULL:
        return Refusal("match_full")
    code = "match_lacks" if broken[0] in asking.must else "match_ruled_out"
    return Refusal(code, trait=broken[0])
