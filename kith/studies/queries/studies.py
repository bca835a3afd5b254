"""Studies of what keeps families away, for those who run them, and the questions behind a link."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from kith.kernel import clock
from kith.kernel.barriers import Barrier
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.studies.models import BarrierAnswer, BarrierStudy, InterviewNote, StudyInvitation
from kith.studies.rules.asking import reasons_of
from kith.studies.rules.barriers import Barriers, Counted, barriers_shown
from kith.studies.rules.codes import About, StudyId
from kith.walls.saying import beyond


@dataclass(frozen=True)
class StudyRow:
    """A study: what it asks about, until when, and how many have answered (None where they are few)."""

    id: StudyId
    title: str
    about: About
    token: str
    begun_on: date
    until_on: date
    answers: int | None

    @property
    def is_over(self) -> bool:
        """Whether it is too late to answer."""
        return self.until_on < clock.today()


@dataclass(frozen=True)
class Note:
    """What was said in an interview, with the reasons it was coded by."""

    words: str
    reasons: tuple[Barrier, ...]
    language: str


@dataclass(frozen=True)
class StudyPage:
    """A study, its reasons by the way they came, and the notes of interviews for those who may read them."""

    row: StudyRow
    by_way: Barriers
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Questions:
    """What a link asks about; ``is_over`` where it is too late."""

    about: About
    is_over: bool


def open_studies(_viewer: Viewer) -> tuple[StudyRow, ...]:
    """The questions that the public may answer now, at most three."""
    return tuple(_row(row) for row in _counted().filter(until_on__gte=clock.today())[:3])


def studies(viewer: Viewer, asked: ListAsked) -> Paged[StudyRow]:
    """All studies, the latest first."""
    access.require(viewer, Permission.SEE_THEMES)
    page = paged(_counted(), asked)
    return page.with_rows(_row(row) for row in page.rows)


def study(viewer: Viewer, study_id: StudyId) -> StudyPage:
    """One study; the notes of interviews are for those who gather what parents say."""
    access.require(viewer, Permission.SEE_THEMES)
    row = _counted().filter(pk=study_id).first()
    if row is None:
        raise NotFound("study")
    counted: Counted = Counter()
    answers = list(BarrierAnswer.objects.filter(study=row))
    for each in answers:
        for reason in reasons_of(each.reasons):
            counted[str(each.how), reason] += 1
    notes = InterviewNote.objects.filter(answer__study=row).select_related("answer").order_by("pk")
    return StudyPage(
        _row(row),
        barriers_shown(counted, smallest_shown=SMALLEST_COUNT.now),
        tuple(Note(each.words, reasons_of(each.answer.reasons), each.answer.language) for each in notes),
    )


@beyond("the one study of this link")
def questions_of(viewer: Viewer, token: str) -> Questions:
    """What this link asks; NotFound for none of ours, and for a private one that is answered."""
    access.require(viewer, Permission.ANSWER_BY_LINK)
    own = StudyInvitation.objects.filter(token=token).select_related("study").first()
    row = own.study if own else BarrierStudy.objects.filter(token=token).first()
    if row is None:
        raise NotFound("study")
    return Questions(About(row.about), row.until_on < clock.today())


def _counted() -> QuerySet[BarrierStudy]:
    return BarrierStudy.objects.annotate(count=Count("answers")).order_by("-begun_on", "-pk")


def _row(row: BarrierStudy) -> StudyRow:
    count: int = getattr(row, "count", 0)
    shown = count if count == 0 or count >= SMALLEST_COUNT.now else None
    return StudyRow(StudyId(row.pk), row.title, About(row.about), row.token, row.begun_on, row.until_on, shown)
