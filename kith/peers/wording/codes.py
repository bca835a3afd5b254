"""What the codes of peers are called."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.education.rules.communities import Community
from kith.education.wording.trainings import COMMUNITIES
from kith.methods.matching import FULL, VETOED, kind_of
from kith.peers.rules import matching
from kith.peers.rules.codes import (
    CheckLevel,
    CheckState,
    ChildWork,
    Gender,
    Lived,
    MatchState,
    PeerSkill,
    SupporterState,
    Times,
    WhyChanged,
    WishState,
)
from kith.peers.rules.matching import value_of
from kith.places.queries import ward_name
from kith.platform.ui import formats

STATES: Mapping[SupporterState, Promise] = {
    SupporterState.INTERESTED: _("Interested"),
    SupporterState.APPLIED: _("Has applied"),
    SupporterState.INTERVIEWED: _("Interviewed"),
    SupporterState.ON_COURSE: _("On the course"),
    SupporterState.INDUCTION: _("Induction"),
    SupporterState.ACTIVE: _("Active"),
    SupporterState.PAUSED: _("Paused"),
    SupporterState.LEFT: _("Has left"),
    SupporterState.CLOSED: _("Closed"),
}
COLOURS: Mapping[SupporterState, str] = {
    SupporterState.ACTIVE: "green",
    SupporterState.PAUSED: "yellow",
    SupporterState.LEFT: "grey",
    SupporterState.CLOSED: "grey",
}
MOVES: Mapping[SupporterState, Promise] = {
    SupporterState.INDUCTION: _("Begin the induction"),
    SupporterState.ACTIVE: _("Let them support families"),
    SupporterState.PAUSED: _("Pause"),
    SupporterState.LEFT: _("They leave, with thanks"),
    SupporterState.CLOSED: _("Close it"),
}
SKILLS: Mapping[PeerSkill, Promise] = {
    PeerSkill.LISTENS: _("Listens, and does not tell a mother what to do"),
    PeerSkill.FEEDING: _("Knows how feeding works, and what is normal"),
    PeerSkill.BOUNDARIES: _("Keeps to what a peer supporter does"),
    PeerSkill.SAFEGUARDING: _("Knows what to do when a person may be in danger"),
    PeerSkill.SIGNPOSTS: _("Knows who else can help, and when to ask"),
}
WORK: Mapping[ChildWork, Promise] = {
    ChildWork.TALKS: _("Talks with mothers; children are with their parents"),
    ChildWork.GROUPS: _("Helps at groups; parents stay with their children"),
    ChildWork.MINDS: _("Minds children without their parents"),
}
LEVELS: Mapping[CheckLevel, Promise] = {
    CheckLevel.NONE: _("No check"),
    CheckLevel.BASIC: _("Basic"),
    CheckLevel.ENHANCED: _("Enhanced"),
    CheckLevel.BARRED_LIST: _("Enhanced, with the children’s barred list"),
}
CHECKS: Mapping[CheckState, Promise] = {
    CheckState.NOT_NEEDED: _("Not needed"),
    CheckState.ASKED: _("Asked for"),
    CheckState.CLEAR: _("Clear"),
    CheckState.NOT_CLEAR: _("Not clear"),
    CheckState.BARRED: _("Barred from work with children"),
}
GENDERS: Mapping[Gender, Promise] = {Gender.WOMAN: _("Woman"), Gender.MAN: _("Man")}
LIVED: Mapping[Lived, Promise] = {
    Lived.TWINS: _("Twins or more"),
    Lived.NEONATAL: _("A baby in neonatal care"),
    Lived.YOUNG: _("Became a parent young"),
    Lived.NEWCOMER: _("New in this country"),
    Lived.MIXED: _("Breast and bottle"),
}
TIMES: Mapping[Times, Promise] = {
    Times.DAYTIME: _("In the daytime"),
    Times.EVENING: _("In the evening"),
    Times.WEEKEND: _("At the weekend"),
}
KINDS: Mapping[str, Promise] = {
    matching.LANGUAGE: _("Language"),
    matching.LIVED: _("What they have lived through"),
    matching.COMMUNITY: _("Community"),
    matching.TIMES: _("Times"),
    matching.AREA: _("Area"),
    matching.GENDER: _("Gender"),
}
WISHES: Mapping[WishState, Promise] = {
    WishState.OPEN: _("Waits"),
    WishState.MATCHED: _("Has a supporter"),
    WishState.ENDED: _("Ended"),
}
MATCHES: Mapping[MatchState, Promise] = {
    MatchState.ACTIVE: _("Active"),
    MatchState.PAUSED: _("Paused"),
    MatchState.ENDED: _("Ended"),
}
WHYS: Mapping[WhyChanged, Promise] = {
    WhyChanged.CHANGED: _("I wished to change"),
    WhyChanged.CHECK: _("My supporter could not go on for a time"),
    WhyChanged.LEFT: _("My supporter has left"),
    WhyChanged.NOT_WANTED: _("I no longer wanted one"),
    WhyChanged.CONSENT: _("I took my word back"),
    WhyChanged.BEREAVED: _("A death in the family"),
}


def trait_words(word: str) -> str:
    """A trait in the reader's language."""
    kind, value = kind_of(word), value_of(word)
    if kind == matching.LANGUAGE:
        return formats.language(value)
    if kind == matching.AREA:
        return ward_name(value) or value
    return str(_OF_KIND.get(kind, {}).get(value, word))


class TraitWords(Mapping[str, str]):
    """The words of every trait, as a table of codes is read."""

    def __getitem__(self, word: str) -> str:
        return trait_words(word)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


_OF_KIND: Mapping[str, Mapping[str, Promise]] = {
    matching.COMMUNITY: {each.value: COMMUNITIES[each] for each in Community},
    matching.LIVED: {each.value: words for each, words in LIVED.items()},
    matching.TIMES: {each.value: words for each, words in TIMES.items()},
    matching.GENDER: {each.value: words for each, words in GENDERS.items()},
}


def listed(traits: Iterable[str]) -> str:
    """Traits in the reader's language, in one order; each begins with a capital, so no "and" joins them."""
    return " · ".join(trait_words(each) for each in sorted(traits))


def rule_words(rule: str) -> str:
    """Why a supporter was kept from a mother in a plan: a trait, her no, or no room."""
    return str(_RULES.get(rule) or trait_words(rule))


_RULES: Mapping[str, Promise] = {VETOED: _("She said no to them"), FULL: _("They have no room")}
