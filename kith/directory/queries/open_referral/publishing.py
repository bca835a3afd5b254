"""The directory in the standard's records, a page at a time; every reader gets the same."""

from collections.abc import Callable, Sequence
from datetime import time
from math import ceil, cos, degrees, radians
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import ASin, Cos, Least, Power, Radians, Sin, Sqrt

from kith.directory import vocabulary
from kith.directory.models.listings import Service, ServiceQuerySet, SpokenLanguage
from kith.directory.models.told import listing_of_row
from kith.directory.queries.open_referral.timetables import schedules_of, services_on
from kith.directory.rules.open_referral.asking import Asked, AskedAnywhere, AskedPage, DayOfWeek
from kith.directory.rules.open_referral.terms import CODES, Vocabulary, taxonomy_id, term_id
from kith.directory.rules.open_referral.writing import at_location, listed, record_of
from kith.kernel.folding import words_of
from kith.kernel.ids import OrganisationId
from kith.places.codes.languages import SPOKEN
from kith.places.queries import locate, this_place
from kith.platform import access
from kith.platform.access.viewer import Viewer

Json = dict[str, Any]
METRES_A_RADIAN = 6_371_008.8
_FIELDS = {Vocabulary.NEEDS: "needs", Vocabulary.WAYS: "ways"}


class NotUnderstood(ValueError):
    """A parameter is well written and still names nothing here; the words say which, and what to try."""


def services(viewer: Viewer, asked: Asked) -> Json:
    """A page of the services."""
    return _page(_found(viewer, asked), asked, lambda rows: [listed(record) for record in _records(rows)])


def service(viewer: Viewer, public_id: UUID) -> Json | None:
    """One service in full."""
    rows = _whole(_offered(viewer).filter(public_id=public_id))
    return next(iter(_records(list(rows), in_full=True)), None)


def services_at_locations(viewer: Viewer, asked: AskedAnywhere) -> Json:
    """A page of services at their places."""
    rows = _found(viewer, asked).filter(venue__isnull=False)
    if asked.postcode or asked.proximity:
        rows = _near(rows, asked.postcode, asked.proximity)
    return _page(rows, asked, lambda found: [_at(record, full=False) for record in _records(found)])


def service_at_location(viewer: Viewer, at_id: UUID) -> Json | None:
    """One service at its place, in full."""
    ours = Q(public_id=at_id) & (Q(origin=None) | Q(origin__at_id=None))
    rows = _whole(_offered(viewer).filter(ours | Q(origin__at_id=at_id), venue__isnull=False))
    return next((_at(record, full=True) for record in _records(list(rows), in_full=True)), None)


def taxonomies(_viewer: Viewer, asked: AskedPage) -> Json:
    """A page of the lists of terms."""
    return _page_of_list(vocabulary.taxonomies(), asked)


def taxonomy(_viewer: Viewer, public_id: UUID) -> Json | None:
    """One list of terms."""
    return _by_id(vocabulary.taxonomies(), public_id)


def taxonomy_terms(_viewer: Viewer, asked: AskedPage) -> Json:
    """A page of the terms."""
    return _page_of_list(vocabulary.terms(), asked)


def taxonomy_term(_viewer: Viewer, public_id: UUID) -> Json | None:
    """One term."""
    return _by_id(vocabulary.terms(), public_id)


def _at(record: Json, *, full: bool) -> Json:
    found = at_location(record, full=full)
    assert found is not None, "only services with a venue are asked for"
    return found


def _offered(viewer: Viewer) -> ServiceQuerySet:
    return access.visible(viewer, Service.objects.open())


def _found(viewer: Viewer, asked: Asked) -> ServiceQuerySet:
    rows = _offered(viewer)
    for word in words_of(asked.search or ""):
        rows = rows.filter(search_text__contains=word)
    if asked.taxonomy_term_id:
        rows = rows.filter(_described_by(asked.taxonomy_term_id))
    if asked.taxonomy_id:
        rows = rows.filter(_described_from(asked.taxonomy_id))
    if asked.minimum_age is not None:
        rows = rows.filter(origin__rest__minimum_age__gte=asked.minimum_age)
    if asked.maximum_age is not None:
        rows = rows.filter(origin__rest__maximum_age__lte=asked.maximum_age)
    if asked.asks_when:
        day = list(DayOfWeek).index(asked.day) + 1 if asked.day else None
        rows = rows.filter(pk__in=services_on(day, _time(asked.start_time), _time(asked.end_time)))
    return rows


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _described_by(public_id: UUID) -> Q:
    """Services with this term; none for a term that is not ours."""
    closed = {term_id(each, code): (each, code) for each, codes in CODES.items() for code in codes}
    spoken = {term_id(Vocabulary.LANGUAGES, each.code): each.code for each in SPOKEN}
    if code := spoken.get(public_id):
        return Q(Exists(SpokenLanguage.objects.filter(service=OuterRef("pk"), language=code)))
    which, code = closed.get(public_id, (None, ""))
    if which is Vocabulary.FEATURES:
        return Q(venue__features__contains=[code])
    return Q(**{f"{_FIELDS[which]}__contains": [code]}) if which else Q(pk=None)


def _described_from(public_id: UUID) -> Q:
    which = next((each for each in Vocabulary if taxonomy_id(each) == public_id), None)
    match which:
        case Vocabulary.LANGUAGES:
            return Q(Exists(SpokenLanguage.objects.filter(service=OuterRef("pk"))))
        case Vocabulary.FEATURES:
            return Q(venue__features__len__gt=0)
        case None:
            return Q(pk=None)
        case _:
            return Q()  # every service is for something and is reached somehow


def _near(rows: ServiceQuerySet, postcode: str | None, metres: int | None) -> ServiceQuerySet:
    place = locate(postcode) if postcode else this_place()
    if place is None:
        raise NotUnderstood("postcode: not known here; try the first half of one of this place, for example MK9")
    if metres is None:
        return rows
    high = degrees(metres / METRES_A_RADIAN)
    wide = high / max(0.01, cos(radians(place.lat)))
    box = {"venue__lat__range": (place.lat - high, place.lat + high)} | {
        "venue__lon__range": (place.lon - wide, place.lon + wide)
    }
    return rows.filter(**box).annotate(metres=_metres_from(place.lon, place.lat)).filter(metres__lte=metres)


def _metres_from(lon: float, lat: float) -> Combinable:
    """How far a venue is from the point in degrees, as the crow flies (haversine)."""
    north, east = Radians(F("venue__lat") - lat), Radians(F("venue__lon") - lon)
    chord = Power(Sin(north / 2), 2) + Cos(Radians(F("venue__lat"))) * cos(radians(lat)) * Power(Sin(east / 2), 2)
    return 2 * METRES_A_RADIAN * ASin(Least(Value(1.0), Sqrt(chord)))


def _whole(rows: ServiceQuerySet) -> QuerySet[Service]:
    return rows.select_related("venue", "origin").prefetch_related("spoken_languages").order_by("pk")


def _records(rows: Sequence[Service], *, in_full: bool = False) -> list[Json]:
    members, names = vocabulary.members(), vocabulary.names()
    schedules = schedules_of(rows) if in_full else {}
    return [
        record_of(
            listing_of_row(
                row,
                [each.language for each in row.spoken_languages.all()],
                members[OrganisationId(row.organisation_id)],
            ),
            names,
            schedules.get(row.pk, ()),
        )
        for row in rows
    ]


def _page(rows: ServiceQuerySet, asked: AskedPage, made: Callable[[list[Service]], list[Json]]) -> Json:
    total = rows.count()
    start = (asked.page - 1) * asked.per_page
    found = list(_whole(rows)[start : start + asked.per_page]) if start < total else []
    return _paged(total, made(found), asked)


def _page_of_list(records: list[Json], asked: AskedPage) -> Json:
    start = (asked.page - 1) * asked.per_page
    return _paged(len(records), records[start : start + asked.per_page], asked)


def _paged(total: int, contents: list[Json], asked: AskedPage) -> Json:
    pages = max(1, ceil(total / asked.per_page))
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": asked.page,
        "size": len(contents),
        "first_page": asked.page == 1,
        "last_page": asked.page >= pages,
        "empty": not contents,
        "contents": contents,
    }


def _by_id(records: list[Json], public_id: UUID) -> Json | None:
    return next((each for each in records if each["id"] == str(public_id)), None)
