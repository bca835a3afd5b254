"""The page Take part: panels that are open, what is paid, what panels were asked, said and changed."""

from collections import defaultdict
from dataclasses import dataclass

from kith.panels.models.people import Panel
from kith.panels.models.sessions import PanelFinding, PanelSession, PassedFinding
from kith.panels.queries.sessions import SessionRow
from kith.panels.queries.terms import TermsRow, terms_now
from kith.panels.rules.codes import PanelId, PassedAnswer
from kith.panels.rules.findings import Changed, changed_by
from kith.platform.access.viewer import Viewer

MOST = 20


@dataclass(frozen=True)
class OpenPanel:
    """A panel one can join."""

    id: PanelId
    name: str
    about: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class PublicFinding:
    """A finding, what became of it, and what was answered."""

    words: str
    changed: Changed
    answers: tuple[tuple[PassedAnswer, str], ...]


@dataclass(frozen=True)
class PublicSession:
    """What a panel was asked and said, and its findings; no name stands there."""

    row: SessionRow
    findings: tuple[PublicFinding, ...]


@dataclass(frozen=True)
class TakePart:
    """The page."""

    panels: tuple[OpenPanel, ...]
    terms: TermsRow | None
    sessions: tuple[PublicSession, ...]


def open_panels(_viewer: Viewer) -> tuple[OpenPanel, ...]:
    """The panels that take new members, by name."""
    rows = Panel.objects.filter(closed_on=None).order_by("name", "pk")
    return tuple(OpenPanel(PanelId(row.pk), row.name, row.about, tuple(row.languages)) for row in rows)


def take_part(viewer: Viewer) -> TakePart:
    """What the public may read."""
    rows = list(
        PanelSession.objects.exclude(published_on=None).select_related("panel").order_by("-starts_at", "-pk")[:MOST]
    )
    findings: dict[int, list[PublicFinding]] = defaultdict(list)
    passed: dict[int, list[PassedFinding]] = defaultdict(list)
    for each in PassedFinding.objects.filter(finding__session__in=rows).order_by("pk"):
        passed[each.finding_id].append(each)
    for found in PanelFinding.objects.filter(session__in=rows).order_by("pk"):
        findings[found.session_id].append(_finding(found, passed[found.pk]))
    return TakePart(
        open_panels(viewer),
        terms_now(viewer),
        tuple(PublicSession(SessionRow.of(row), tuple(findings[row.pk])) for row in rows),
    )


def _finding(row: PanelFinding, passed: list[PassedFinding]) -> PublicFinding:
    answers = [PassedAnswer(each.answer) if each.answer else None for each in passed]
    said = tuple((answer, each.words) for answer, each in zip(answers, passed, strict=True) if answer)
    return PublicFinding(row.words, changed_by(answers), said)
