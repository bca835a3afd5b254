"""How it is at a venue, as the public sees it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from kith.directory.queries.cards import VenueCard
from kith.directory.queries.venues import venues_by_id
from kith.files.queries import sizes_of
from kith.files.rules import FileId
from kith.kernel import clock
from kith.kernel.ids import VenueId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText, in_language
from kith.walls.saying import beyond
from kith.welcome.models.profiles import VenueAnswer, VenuePhoto, VenueVisit
from kith.welcome.rules.codes import Agreement, Answer, Criterion, PhotoId
from kith.welcome.rules.profiles import Profile, Said, is_stale, melded
from kith.welcome.settings import STALE_AFTER_DAYS
from kith.welcome.wording.criteria import NAMES


@dataclass(frozen=True)
class CriterionLine:
    """One thing a parent asks, whether it is so, and a line beside it."""

    criterion: Criterion
    answer: Answer
    line: LocalText

    @property
    def name(self) -> str:
        """What it is, in words."""
        return str(NAMES[self.criterion])


@dataclass(frozen=True)
class PhotoCard:
    """A photo as a page shows it: its address, its words, and the room it takes."""

    id: PhotoId
    token: str
    alt: LocalText
    width: int
    height: int
    agreement: Agreement
    agreed_words: str


@dataclass(frozen=True)
class Checked:
    """When the last look was, and whether by a parent; stale where it is too long ago."""

    visited_on: date | None
    by_parent: bool
    is_stale: bool


@dataclass(frozen=True)
class Welcome:
    """How it is at one venue."""

    venue: VenueCard
    lines: tuple[CriterionLine, ...]
    photos: tuple[PhotoCard, ...]
    checked: Checked

    @property
    def so(self) -> tuple[CriterionLine, ...]:
        """What is so, and what is partly so."""
        return tuple(each for each in self.lines if each.answer in (Answer.YES, Answer.PARTLY))

    @property
    def not_so(self) -> tuple[CriterionLine, ...]:
        """What is not so: it is said as plainly, so that no family sets out in vain."""
        return tuple(each for each in self.lines if each.answer is Answer.NO)

    @property
    def not_known(self) -> tuple[CriterionLine, ...]:
        """What is still to be found out."""
        return tuple(each for each in self.lines if each.answer is Answer.NOT_KNOWN)


def welcome_at(viewer: Viewer, venue_id: VenueId, *, lang: str) -> Welcome:
    """How it is at the venue; any viewer may know it. NotFound where there is none."""
    venue = venues_by_id(viewer, [venue_id], lang=lang).get(venue_id)
    if venue is None:
        raise NotFound("venue")
    said = melded(profiles_of([venue_id]).get(venue_id, {}), venue.features)
    lines = tuple(CriterionLine(each, what.answer, in_language(what.line, lang)) for each, what in said.items())
    return Welcome(venue, lines, photos_of(viewer, venue_id, lang=lang), checked_of([venue_id])[venue_id])


def profiles_of(venue_ids: Collection[VenueId]) -> dict[VenueId, Profile]:
    """What was answered of these venues."""
    found: dict[VenueId, dict[Criterion, Said]] = {}
    for row in VenueAnswer.objects.current().filter(venue_id__in=venue_ids):
        found.setdefault(VenueId(row.venue_id), {})[Criterion(row.criterion)] = Said(Answer(row.answer), row.line)
    return dict(found)


def photos_of(viewer: Viewer, venue_id: VenueId, *, lang: str) -> tuple[PhotoCard, ...]:
    """The photos that are shown of the venue."""
    rows = list(VenuePhoto.objects.shown().filter(venue_id=venue_id))
    sizes = sizes_of(viewer, (FileId(row.file_id) for row in rows)) if rows else {}
    return tuple(
        PhotoCard(
            id=PhotoId(row.pk),
            token=row.token,
            alt=in_language(row.alt, lang),
            width=size.width,
            height=size.height,
            agreement=Agreement(row.agreement),
            agreed_words=row.agreed_words,
        )
        for row in rows
        if (size := sizes.get(FileId(row.file_id)))
    )


@beyond("the day of the newest published visit to a venue, which stands on its public page")
def checked_of(venue_ids: Collection[VenueId]) -> Mapping[VenueId, Checked]:
    """When each of these venues was last looked at, by a parent where one has looked, else by a worker."""
    rows = VenueVisit.objects.published().filter(venue_id__in=venue_ids).order_by("venue_id", "by_parent", "visited_on")
    # The last of each stays: by a parent rather than by others, and of those the latest.
    newest = {VenueId(row.venue_id): row for row in rows}
    return {venue_id: _checked(newest.get(venue_id)) for venue_id in venue_ids}


def _checked(row: VenueVisit | None) -> Checked:
    visited_on = row.visited_on if row else None
    stale = is_stale(visited_on, today=clock.today(), after_days=STALE_AFTER_DAYS.now)
    return Checked(visited_on, bool(row and row.by_parent), stale)


def shown_photo(_viewer: Viewer, token: str) -> FileId:
    """The file of a photo that is shown, by an address that cannot be guessed; NotFound for any other."""
    row = VenuePhoto.objects.shown().filter(token=token).first()
    if row is None:
        raise NotFound("photo")
    return FileId(row.file_id)
