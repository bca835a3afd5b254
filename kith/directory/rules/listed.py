"""What an organisation says of a service or venue of its own, as it is entered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.needs import Need
from kith.kernel.folding import search_text_of
from kith.kernel.ids import OrganisationId, VenueId

Texts = Mapping[str, str]


@dataclass(frozen=True)
class SpeakerOf:
    """A language spoken at a service, who speaks it, and when they are there."""

    language: str
    spoken_by: str
    when: Texts = field(default_factory=dict)


@dataclass(frozen=True)
class ListedService:
    """What an organisation says of a service it offers."""

    organisation_id: OrganisationId
    name: Texts
    summary: Texts
    needs: tuple[Need, ...]
    ways: tuple[Way, ...]
    checked_on: date
    code: str = ""  # one is made of the name where none is given
    venue_id: VenueId | None = None
    what_happens: Texts = field(default_factory=dict)
    who_is_welcome: Texts = field(default_factory=dict)
    open_when: Texts = field(default_factory=dict)
    spoken: tuple[SpeakerOf, ...] = ()
    cost_pence: int | None = None  # 0 is free; None is not said
    cost_note: Texts = field(default_factory=dict)
    how_to_refer: Texts = field(default_factory=dict)
    before_birth: bool = True
    youngest_months: int | None = None
    oldest_months: int | None = None
    phone: str = ""
    email: str = ""
    website: str = ""

    @property
    def search_text(self) -> str:
        """All its words in all languages, folded for searching."""
        return search_text_of(self.name, self.summary, self.what_happens, self.who_is_welcome)

    @property
    def words(self) -> Iterator[str]:
        """All that is written in it, in every language."""
        texts = [getattr(self, name) for name in SERVICE_TEXTS] + [each.when for each in self.spoken]
        yield from (text for each in texts for text in each.values())
        yield from (each.spoken_by for each in self.spoken)
        yield from (self.website, self.email)


SERVICE_TEXTS = ("name", "summary", "what_happens", "who_is_welcome", "open_when", "cost_note", "how_to_refer")
"""What a service says in every language of the interface."""


@dataclass(frozen=True)
class ListedVenue:
    """What an organisation says of a place where it holds sessions."""

    organisation_id: OrganisationId
    name: str
    address: str
    postcode: str
    lon: float
    lat: float
    checked_on: date
    features: tuple[Feature, ...] = ()
    getting_there: Texts = field(default_factory=dict)

    @property
    def words(self) -> Iterator[str]:
        """All that is written in it, in every language."""
        yield from (self.name, self.address, *self.getting_there.values())


def texts_after(before: Texts, english: str, *, still_right: bool = False) -> dict[str, str]:
    """The text with its translations, which go where the English has changed unless an editor says they still fit."""
    if not english:
        return {}
    fitting = still_right or before.get("en", "") == english
    return {**(before if fitting else {}), "en": english}
