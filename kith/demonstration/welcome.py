"""How it is at the invented venues: what parents found there, drawn photos, and what is to be put right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO
from itertools import count
from uuid import UUID, uuid5

from PIL import Image, ImageDraw

from kith.demonstration.people import Staff
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import VenueId
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Role
from kith.platform.access.viewer import Actor
from kith.platform.sign_in.models import Account
from kith.welcome.actions.describing import describe_venue
from kith.welcome.actions.photos import NewPhoto, add_photo
from kith.welcome.actions.visits import ask_for_visit, publish_visit, write_down_visit
from kith.welcome.rules.codes import Agreement, Answer, Criterion
from kith.welcome.rules.profiles import Profile, Said
from kith.welcome.rules.visits import NewVisit

_C = Criterion
YES, PARTLY, NO = Answer.YES, Answer.PARTLY, Answer.NO
_KEYS = UUID("5b8f0a52-5d0f-4f3d-9a0f-6b1f5f2f6a10")
Found = tuple[Criterion, Answer, str]


@dataclass(frozen=True)
class _Visit:
    """A parent's visit to the n-th venue so many days ago, and whether an editor has published it."""

    venue: int
    days: int
    found: tuple[Found, ...]
    words: str = ""
    is_published: bool = True


_VISITS = (
    _Visit(0, 26, (
        (_C.PRAM, YES, "A double pram fits through the side door."), (_C.TOILETS, YES, ""), (_C.PRIVACY, NO, ""),
        (_C.WHO_IS_THERE, YES, "Somebody meets you at the door. Dads come on Mondays too."),
    )),
    _Visit(1, 410, ((_C.TOILETS, PARTLY, "On the first floor; the lift is small."), (_C.PARKING, YES, ""))),
    _Visit(2, 61, (
        (_C.PRAYER_ROOM, YES, "Quiet, with a place to wash."), (_C.CHANGING_TABLE, NO, "One is next door."),
        (_C.YOUR_MOTHER, YES, ""),
    )),
    _Visit(3, 4, (
        (_C.STEP_FREE, NO, "Three steps at the front, and nobody said that there is a ramp behind."), (_C.BUS, YES, ""),
        (_C.BOTTLE_FEEDING, YES, "Nobody looked twice."),
    ), "A sign that shows the way to the ramp.", is_published=False),
)  # fmt: skip


@dataclass(frozen=True)
class _Photo:
    """A drawing that stands in for a photo: no real person is on it."""

    venue: int
    alt: Mapping[str, str]
    wall: str
    things: tuple[tuple[str, tuple[int, int, int, int]], ...] = field(default=())


_PHOTOS = (
    _Photo(0, {"en": "A drawing: a bright room with two sofas, a play mat and a window.",
               "ro": "Un desen: o cameră luminoasă cu două canapele, o saltea de joacă și o fereastră.",
               "ar": "رسم: غرفة مضيئة فيها أريكتان وبساط لعب ونافذة."}, "#f4e6d8",
           (("#bfe0ee", (90, 60, 330, 240)), ("#c9795b", (60, 330, 380, 470)), ("#7d9c7a", (430, 340, 740, 470)),
            ("#e8c95f", (250, 500, 560, 580)))),
    _Photo(2, {"en": "A drawing: a wide door without a step, with a bench beside it."}, "#dfe8ef",
           (("#8b6f5a", (300, 150, 500, 560)), ("#6f8f72", (560, 440, 760, 560)))),
)  # fmt: skip


def furnish(venues: Sequence[VenueId], staff: Staff, today: date, *, by: Actor) -> str:
    """Have parents look at some venues, and say how many have."""
    keys = (uuid5(_KEYS, str(number)) for number in count())
    megan = _viewer(staff)
    for visit in _VISITS:
        _visited(venues[visit.venue], visit, today, next(keys), by=megan)
    describe_venue(by=by, venue_id=venues[7], said=_said(((_C.WHO_IS_THERE, YES, "Two peer supporters, in red."),)))
    for photo in _PHOTOS:
        new = NewPhoto(_drawn(photo), photo.alt, Agreement.NOBODY_SHOWN)
        add_photo(by=by, venue_id=venues[photo.venue], photo=new, request_key=next(keys))
    ask_for_visit(by=megan, venue_id=venues[0], request_key=next(keys))
    return f"{len(_VISITS)} visits to venues, {len(_PHOTOS)} drawings of them"


def _visited(venue_id: VenueId, visit: _Visit, today: date, key: UUID, *, by: Actor) -> None:
    with clock.use(FixedClock(clock.now() - timedelta(days=visit.days))):
        said = _said(visit.found)
        new = NewVisit(today - timedelta(days=visit.days), said, "en", visit.words)
        visit_id = write_down_visit(by=by, venue_id=venue_id, visit=new, by_parent=True, request_key=key)
        if visit.is_published:
            publish_visit(by=by, visit_id=visit_id, said=said)


def _said(found: Sequence[Found]) -> Profile:
    return {criterion: Said(answer, {"en": line} if line else {}) for criterion, answer, line in found}


def _drawn(photo: _Photo) -> bytes:
    picture = Image.new("RGB", (800, 600), photo.wall)
    pen = ImageDraw.Draw(picture)
    for colour, corners in photo.things:
        pen.rounded_rectangle(corners, radius=24, fill=colour)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _viewer(staff: Staff) -> Actor:
    viewer = viewer_for(Account.objects.get(pk=staff.accounts[Role.COORDINATOR.value]))
    assert viewer, "the invented coordinator works here"
    return viewer
