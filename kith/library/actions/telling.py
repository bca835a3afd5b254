"""Letting owners know what has become of their answers, by e-mail to the library's editors in their organisation."""

from enum import StrEnum

from django.conf import settings
from django.urls import reverse

from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.library.models.statements import Statement, Wording
from kith.library.rules.status import Answer, contradictions
from kith.messages.actions.queueing import queue_message
from kith.organisations.queries.people import people_who, whom_to_tell, work_emails
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action

TELLER = system_actor("library")


class Word(StrEnum):
    """What there is to tell; each is a message of its own kind."""

    PAST_REVIEW = "advice_past_review"
    CONTRADICTS = "advice_contradicts"
    TRANSLATIONS_OLDER = "advice_translations_older"
    WITHDRAWN = "advice_withdrawn"
    TO_APPROVE = "advice_to_approve"


@action
def look_through_library(*, by: Actor) -> int:
    """Tell owners of answers that are past their day or contradict another; safe to run twice. Returns how many."""
    access.require(by, Permission.MANAGE_LIBRARY)
    rows = {row.key: row for row in Statement.objects.filter(withdrawn_at__isnull=True)}
    told = 0
    for row in rows.values():
        if row.review_by < clock.today():
            told += tell_owner(row, Word.PAST_REVIEW, which=row.review_by.isoformat())
    for answers in contradictions(_answers()):
        told += _tell_of(answers, rows)
    if told:
        audit.record(by, "library.owners_told", Statement(), told=told)
    return told


def tell_of_contradiction(row: Statement) -> None:
    """Tell every owner whose answer to the same question is put in other words than this one."""
    rows = {each.key: each for each in Statement.objects.filter(question=row.question, withdrawn_at__isnull=True)}
    for answers in contradictions(_answers(question=row.question)):
        _tell_of(answers, rows)


def tell_of_older_translations(row: Statement, wording: Wording) -> None:
    """Tell the owner in how many languages the answer now says something older than its English."""
    older = row.translations.exclude(of_wording=wording).count()
    if older:
        tell_owner(row, Word.TRANSLATIONS_OLDER, which=f"{wording.number}", count=older)


def tell_approvers(row: Statement, number: int, *, but: Actor) -> None:
    """Let every library editor know that words wait for a yes, apart from the one who proposed them."""
    if but.is_signed_in:
        people = [card.id for card in people_who(Permission.MANAGE_LIBRARY) if card.id != but.membership_id]
        _write(row, Word.TO_APPROVE, f"{number}", [address for _, address in sorted(work_emails(people).items())])


def tell_owner(row: Statement, word: Word, *, which: str, **facts: object) -> int:
    """Write to the library's editors in the owner's organisation, or else its managers; returns to how many."""
    owner = OrganisationId(row.owner_id)
    people = people_who(Permission.MANAGE_LIBRARY, organisation_ids=[owner]) or whom_to_tell(owner)
    addresses = [address for _, address in sorted(work_emails(card.id for card in people).items())]
    return _write(row, word, which, addresses, **facts)


def _tell_of(answers: tuple[Answer, ...], rows: dict[str, Statement]) -> int:
    newest = int(answers[0].approved_at.timestamp()) if answers[0].approved_at else 0
    return sum(tell_owner(rows[each.key], Word.CONTRADICTS, which=f"{newest}") for each in answers)


def _answers(**of: str) -> list[Answer]:
    rows = Wording.objects.current().filter(**{f"statement__{name}": value for name, value in of.items()})
    return [row.statement.as_answer(row) for row in rows.select_related("statement")]


def _write(row: Statement, word: Word, which: str, addresses: list[str], **facts: object) -> int:
    link = f"{settings.KITH.site_url}{reverse('statement', args=[row.key])}"
    for address in dict.fromkeys(addresses):
        queue_message(
            by=TELLER,
            kind=word.value,
            language="en",
            facts={"link": link, "statement": row.key, **facts},
            dedupe_key=f"{word}:{row.pk}:{which}:{address}"[:120],
            to_email=address,
        )
    return len(set(addresses))
