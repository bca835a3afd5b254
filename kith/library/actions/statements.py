"""One answer's way: proposed, approved by two organisations, looked at again, withdrawn."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.kernel.refusal import Refusal
from kith.library.actions import telling
from kith.library.events import StatementMoved
from kith.library.models.statements import Approval, Statement, Wording
from kith.library.rules.approving import may_approve, may_propose, stands
from kith.library.rules.words import Evidence
from kith.organisations.queries.people import organisation_cards
from kith.platform import access, audit, freshness, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code


@dataclass(frozen=True)
class ProposedWords:
    """How an answer shall be put, and what it rests on."""

    text: str
    source: str
    source_url: str
    evidence: Evidence
    easy_text: str = ""


@action
def add_statement(
    *, by: Actor, key: str, question: str, owner_id: OrganisationId, review_by: date, words: ProposedWords
) -> None:
    """Take a new answer in; no reader sees it until two organisations have approved its words."""
    access.require(by, Permission.MANAGE_LIBRARY)
    if not organisation_cards([owner_id]):
        raise NotFound("organisation")
    _check(words)
    _check_day(review_by)
    try:
        with transaction.atomic():
            row = Statement.objects.create(key=key, question=question or key, owner_id=owner_id, review_by=review_by)
    except IntegrityError as fault:
        raise Refusal("key_taken" if "library_statement_key" in str(fault) else "key_impossible") from fault
    audit.record(by, "library.statement_added", row, key=key)
    _propose(by, row, words)


@action
def propose_wording(*, by: Actor, key: str, words: ProposedWords) -> None:
    """Propose another way to put the answer; the words that stand stay until the new ones are approved."""
    access.require(by, Permission.MANAGE_LIBRARY)
    row = _locked(key)
    _check(words)
    current, waiting = _current(row), waiting_wording(row)
    refusal = may_propose(
        words=(words.text, words.easy_text),
        current=current.said if current else ("", ""),
        waiting=waiting.said if waiting else ("", ""),
        is_withdrawn=row.withdrawn_at is not None,
    )
    if refusal:
        raise refusal
    _propose(by, row, words)


@action
def approve_wording(*, by: Actor, key: str, number: int, organisation_id: OrganisationId | None = None) -> bool:
    """Give one's organisation's yes; returns whether the words stand now. Twice is the same as once."""
    access.require(by, Permission.MANAGE_LIBRARY)
    row = _locked(key)
    waiting = waiting_wording(row)
    chosen = organisation_id or next(iter(by.organisation_ids), None)
    is_hers = organisation_id is None or organisation_id in by.organisation_ids or not by.is_signed_in
    refusal = may_approve(
        organisation_id=chosen if is_hers else None,
        is_waiting=waiting is not None and waiting.number == number,
        is_withdrawn=row.withdrawn_at is not None,
    )
    if refusal:
        raise refusal
    assert waiting is not None
    assert chosen is not None
    given_by = {"membership_id": by.membership_id, "approved_at": clock.now()}
    _, is_new = Approval.objects.get_or_create(wording=waiting, organisation_id=chosen, defaults=given_by)
    if is_new:
        audit.record(by, "library.wording_approved", row, key=key, number=number, organisation_id=chosen)
    given = [OrganisationId(pk) for pk in waiting.approvals.values_list("organisation_id", flat=True)]
    if is_told := stands(given):
        _let_stand(by, row, waiting)
    return is_told


@action
def confirm_statement(*, by: Actor, key: str, review_by: date) -> None:
    """Say that the answer was looked at and still holds, and by when to look again."""
    access.require(by, Permission.MANAGE_LIBRARY)
    row = _locked(key)
    if row.withdrawn_at:
        raise Refusal("statement_withdrawn")
    _check_day(review_by)
    row.review_by = review_by
    row.save(update_fields=["review_by"])
    audit.record(by, "library.statement_confirmed", row, key=key, review_by=review_by.isoformat())
    freshness.invalidate(Topic.LISTINGS, Topic.DANGER)


@action
def withdraw_statement(*, by: Actor, key: str, why: str) -> None:
    """Withdraw this answer for all readers, on every page and leaflet at once; done twice it is done once."""
    access.require(by, Permission.MANAGE_LIBRARY)
    row = _locked(key)
    if row.withdrawn_at:
        return
    if not why.strip():
        raise Refusal("say_why_withdrawn")
    row.withdrawn_at, row.withdrawn_why = clock.now(), why.strip()
    row.save(update_fields=["withdrawn_at", "withdrawn_why"])
    audit.record(by, "library.statement_withdrawn", row, key=key)
    telling.tell_owner(row, telling.Word.WITHDRAWN, which=f"{int(row.withdrawn_at.timestamp())}", why=row.withdrawn_why)
    outbox.append(StatementMoved(key, told.number if (told := _current(row)) else 0, 0))
    freshness.invalidate(Topic.LISTINGS, Topic.DANGER)


def waiting_wording(row: Statement) -> Wording | None:
    """The newest words, while they wait for approval."""
    newest = row.wordings.order_by("-number").first()
    return newest if newest and newest.approved_at is None else None


def _current(row: Statement) -> Wording | None:
    return row.wordings.current().first()


def _locked(key: str) -> Statement:
    row = Statement.objects.locked(key)
    if row is None:
        raise NotFound("statement")
    return row


def _check(words: ProposedWords) -> None:
    keep_to_the_code(words.text, words.easy_text, words.source, words.source_url)
    if not (words.text.strip() and words.source.strip() and words.source_url.startswith("https://")):
        raise Refusal("words_incomplete")


def _check_day(review_by: date) -> None:
    if review_by <= clock.today():
        raise Refusal("review_day_past")


def _propose(by: Actor, row: Statement, words: ProposedWords) -> None:
    newest = row.wordings.order_by("-number").values_list("number", flat=True).first() or 0
    wording = row.wordings.create(
        number=newest + 1,
        text=words.text,
        easy_text=words.easy_text,
        source=words.source,
        source_url=words.source_url,
        evidence=words.evidence,
        proposed_at=clock.now(),
        proposed_by_id=by.membership_id,
    )
    audit.record(by, "library.wording_proposed", row, key=row.key, number=wording.number)
    telling.tell_approvers(row, wording.number, but=by)


def _let_stand(by: Actor, row: Statement, wording: Wording) -> None:
    """The new words take the old ones' place everywhere; what was translated from those is older from now on."""
    if before := _current(row):
        before.close()
        outbox.append(StatementMoved(row.key, before.number, wording.number))
        if before.text == wording.text:
            # Only the easy words are new: a translation without any says what is told, as before.
            row.translations.filter(of_wording=before, easy_text="").update(of_wording=wording)
    wording.is_current, wording.approved_at = True, clock.now()
    wording.save(update_fields=["is_current", "approved_at"])
    audit.record(by, "library.wording_stands", row, key=row.key, number=wording.number)
    telling.tell_of_older_translations(row, wording)
    telling.tell_of_contradiction(row)
    freshness.invalidate(Topic.LISTINGS, Topic.DANGER)
