"""What is typed in about a place, with its source: enough for a map of wards and a believable demonstration."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """Where a fact was published, and under which licence."""

    title: str
    licence: str = "Open Government Licence v3.0"


@dataclass(frozen=True)
class EthnicMix:
    """Residents by the five ethnic groups of Census 2021."""

    white: int
    mixed: int
    asian: int
    black: int
    other: int

    def shares(self) -> dict[str, float]:
        """Each group's share of the residents, by the group's name."""
        counts = {"white": self.white, "mixed": self.mixed, "asian": self.asian, "black": self.black}
        counts["other"] = self.other
        total = sum(counts.values())
        return {group: count / total for group, count in counts.items()}


@dataclass(frozen=True)
class WardFacts:
    """A ward: where it is, how many babies live there, how deprived its neighbourhoods are, and who lives there."""

    code: str
    name: str
    lon: float
    lat: float
    infants: int
    neighbourhoods_by_decile: tuple[int, ...]
    ethnic_mix: EthnicMix


@dataclass(frozen=True)
class DistrictFacts:
    """A postcode district ("MK9") and the middle of its postcodes inside the place."""

    outward: str
    lon: float
    lat: float


@dataclass(frozen=True)
class PublishedFigure:
    """A figure another body has published, as it was published.

    ``deaths`` and ``value`` are of the place, ``england`` is England's value; None where none was published.
    """

    measure: str
    period: str
    value: float
    per: int
    source: Source
    deaths: int | None = None
    england: float | None = None


@dataclass(frozen=True)
class PlaceFacts:
    """Everything typed in about a place."""

    slug: str
    name: str
    authority_code: str
    lon: float
    lat: float
    births_a_year: int
    births_source: Source
    wards: tuple[WardFacts, ...]
    districts: tuple[DistrictFacts, ...]
    published: tuple[PublishedFigure, ...]
    feeding_from_to: tuple[float, float]
    feeding_source: Source
    sources: tuple[Source, ...]
    further_codes: tuple[str, ...] = ()
    authority_names: tuple[str, ...] = ()
    spread: float = 0.0
    """By how many degrees its parts lie farther from its middle than those of one town."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The official codes of all its authorities."""
        return (self.authority_code, *self.further_codes)

    @property
    def names(self) -> tuple[str, ...]:
        """What its authorities are called in official files."""
        return self.authority_names or (self.name,)

    @property
    def area_code(self) -> str:
        """How the place is named where one code is asked for: all its codes, joined."""
        return "+".join(self.codes)
