"""For those who plan: the series of their own organisation, their dates as they stand, and which rooms are taken."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q

from kith.kernel import clock
from kith.kernel.ids import ServiceId, SessionId, VenueId
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.i18n.texts import LocalText, in_language
from kith.platform.listing import ListAsked, Paged, paged
from kith.whats_on.booked import BookedCounts, counts_of
from kith.whats_on.models.sessions import Series, Session, SessionQuerySet
from kith.whats_on.rules.codes import Audience, Joining


@dataclass(frozen=True)
class SeriesRow:
    """A series in the list of those who plan."""

    id: int
    title: LocalText
    is_ended: bool
    dates_count: int
    next_at: datetime | None


@dataclass(frozen=True)
class KeptSeries:
    """A series with its words in every language."""

    id: int
    code: str
    service_id: ServiceId
    titles: Mapping[str, str]
    summaries: Mapping[str, str]
    audience: Audience
    is_ended: bool
    title: LocalText


@dataclass(frozen=True)
class KeptDate:
    """A date as it stands, and how many families it concerns."""

    id: SessionId
    series_id: int
    title: LocalText
    starts_at: datetime
    ends_at: datetime
    venue_id: VenueId | None
    room: str
    online: bool
    joining: Joining
    capacity: int
    language: str
    interpreter_possible: bool
    has_creche: bool
    creche_places: int
    is_cancelled: bool
    has_begun: bool
    places_taken: int
    booked: BookedCounts

    @property
    def is_open(self) -> bool:
        """Whether it is still to come."""
        return not (self.is_cancelled or self.has_begun)


@dataclass(frozen=True)
class RoomTaken:
    """A room that another date has: from when, and whose date it is."""

    starts_at: datetime
    ends_at: datetime
    title: LocalText


def series_kept(viewer: Viewer, asked: ListAsked, *, lang: str) -> Paged[SeriesRow]:
    """The series of the viewer's organisation, those with a date to come first, the soonest of them first."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    is_to_come = Q(sessions__cancelled_at=None, sessions__starts_at__gt=clock.now())
    rows = (
        _own(viewer)
        .annotate(next_at=Min("sessions__starts_at", filter=is_to_come), count=Count("sessions", filter=is_to_come))
        .order_by("next_at", "code")
    )
    if asked.words:
        rows = rows.filter(Q(code__icontains=asked.words) | Q(title__en__icontains=asked.words))
    found: Paged[Any] = paged(rows, asked)  # with what was counted, which the type of a row does not know
    return found.with_rows(
        SeriesRow(row.pk, in_language(row.title, lang), row.ended_on is not None, row.count, row.next_at)
        for row in found.rows
    )


def kept_series(viewer: Viewer, series_id: int, *, lang: str) -> KeptSeries:
    """A series of the viewer's organisation; NotFound where it is another's."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    row = _own(viewer).filter(pk=series_id).first()
    if row is None:
        raise NotFound("series")
    return _kept(row, lang)


def series_by_code(viewer: Viewer, code: str) -> KeptSeries | None:
    """The series that has this code already, of whichever organisation."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    row = Series.objects.filter(code=code).first()
    return _kept(row, "en") if row else None


def titles_of_series(viewer: Viewer, series_ids: Collection[int], *, lang: str) -> dict[int, LocalText]:
    """What these series of the viewer's organisation are called."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    rows = _own(viewer).filter(pk__in=series_ids).values_list("pk", "title")
    return {pk: in_language(title, lang) for pk, title in rows}


def series_titles(_viewer: Viewer, codes: Collection[str], *, lang: str) -> dict[str, str]:
    """What the series of these codes are called; every viewer may know them."""
    rows = Series.objects.filter(code__in=codes).values_list("code", "title")
    return {code: in_language(title, lang).text for code, title in rows}


def dates_of_series(viewer: Viewer, series_id: int, asked: ListAsked, *, lang: str) -> Paged[KeptDate]:
    """The dates of a series from today on, called-off ones too, soonest first."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    rows = _dates(viewer).filter(series_id=series_id, starts_at__gte=clock.midnight(clock.today()))
    found = paged(rows.order_by("starts_at", "pk"), asked)
    return found.with_rows(_kept_dates(list(found.rows), lang))


def dates_by_id(viewer: Viewer, ids: Collection[int], *, lang: str) -> dict[int, KeptDate]:
    """These dates, by id; those of another organisation are left out."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    return {each.id: each for each in _kept_dates(list(_dates(viewer).filter(pk__in=ids)), lang)} if ids else {}


def kept_date(viewer: Viewer, session_id: SessionId, *, lang: str) -> KeptDate:
    """One date; NotFound where it is another organisation's."""
    found = dates_by_id(viewer, [session_id], lang=lang).get(session_id)
    if found is None:
        raise NotFound("session")
    return found


def rooms_taken(
    viewer: Viewer,
    venue_id: VenueId | None,
    room: str,
    times: Sequence[tuple[datetime, datetime]],
    *,
    apart_from: Collection[int] = (),
    lang: str = "en",
) -> list[RoomTaken]:
    """The dates of any organisation that have this room at one of these times. One statement."""
    access.require(viewer, Permission.MANAGE_SESSIONS)
    if not (venue_id and room and times):
        return []
    first, last = min(each[0] for each in times), max(each[1] for each in times)
    rows = (
        Session.objects.filter(cancelled_at=None, venue_id=venue_id, room__iexact=room)
        .filter(starts_at__lt=last, ends_at__gt=first)
        .exclude(pk__in=apart_from)
        .select_related("series")
        .order_by("starts_at")
    )
    return [
        RoomTaken(row.starts_at, row.ends_at, in_language(row.series.title, lang))
        for row in rows
        if any(row.starts_at < ends and row.ends_at > starts for starts, ends in times)
    ]


def _own(viewer: Viewer) -> Any:
    rows = Series.objects.all()
    return rows if viewer.kind is ViewerKind.SYSTEM else rows.filter(organisation_id__in=viewer.organisation_ids)


def _dates(viewer: Viewer) -> SessionQuerySet:
    return access.visible(viewer, Session.objects.select_related("series"))


def _kept(row: Series, lang: str) -> KeptSeries:
    return KeptSeries(
        id=row.pk,
        code=row.code,
        service_id=ServiceId(row.service_id),
        titles=dict(row.title),
        summaries=dict(row.summary),
        audience=row.audience,
        is_ended=row.ended_on is not None,
        title=in_language(row.title, lang),
    )


def _kept_dates(rows: Sequence[Session], lang: str) -> list[KeptDate]:
    counts = counts_of([SessionId(row.pk) for row in rows])
    return [_date(row, counts[SessionId(row.pk)], lang) for row in rows]


def _date(row: Session, booked: BookedCounts, lang: str) -> KeptDate:
    return KeptDate(
        id=SessionId(row.pk),
        series_id=row.series_id,
        title=in_language(row.series.title, lang),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        venue_id=VenueId(row.venue_id) if row.venue_id else None,
        room=row.room,
        online=row.online,
        joining=row.joining,
        capacity=row.capacity,
        language=row.language,
        interpreter_possible=row.interpreter_possible,
        has_creche=row.has_creche,
        creche_places=row.creche_places,
        is_cancelled=row.cancelled_at is not None,
        has_begun=row.starts_at <= clock.now(),
        places_taken=row.places_taken,
        booked=booked,
    )
