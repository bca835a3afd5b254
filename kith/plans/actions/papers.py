"""Noting what services cost, and writing the chapters of the case study."""

from datetime import date
from uuid import UUID

from kith.directory.queries.search import services_by_id
from kith.kernel import clock
from kith.kernel.ids import ServiceId
from kith.kernel.languages import ENGLISH
from kith.kernel.plan import WRITTEN, Chapter
from kith.plans.models.costs import ServiceCost
from kith.plans.models.papers import CaseText
from kith.plans.rules.codes import ServiceCostId, Strand
from kith.plans.rules.quotes import may_print
from kith.plans.rules.steps import may_cost
from kith.plans.voices import known_names, released_words
from kith.platform import access, audit
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.ui.marketing import keep_to_the_code


@action
def cost_service(
    *,
    by: Actor,
    service_id: ServiceId,
    strand: Strand,
    yearly_pounds: int,
    from_on: date,
    source: str,
    request_key: UUID,
) -> ServiceCostId:
    """Note what a service costs in a year and which money pays it; a later note takes its place."""
    member = _member(by)
    if before := ServiceCost.objects.filter(request_key=request_key).first():
        return ServiceCostId(before.pk)
    if service_id not in services_by_id(by, [service_id], lang=ENGLISH.code):
        raise NotFound("service")
    if refusal := may_cost(yearly_pounds, source):
        raise refusal
    row = ServiceCost.objects.create(
        service_id=service_id,
        strand=strand,
        yearly_pounds=yearly_pounds,
        from_on=from_on,
        source=source.strip(),
        noted_by_id=member,
        noted_on=clock.today(),
        request_key=request_key,
    )
    audit.record(by, "plans.service_costed", row, service=service_id, strand=strand)
    return ServiceCostId(row.pk)


@action
def write_case_text(*, by: Actor, chapter: Chapter, language: str, words: str, request_key: UUID) -> None:
    """Write a chapter anew; refused where it names or reaches a person, or quotes what no moderator released."""
    member = _member(by)
    if chapter not in WRITTEN:
        raise NotFound("chapter")
    keep_to_the_code(words)
    if CaseText.objects.filter(request_key=request_key).exists():
        return
    refusal = may_print(
        words, released=released_words(by, language), known=known_names(), is_english=language == ENGLISH.code
    )
    if refusal:
        raise refusal
    row = CaseText.objects.create(
        chapter=chapter,
        language=language,
        words=words.strip(),
        written_by_id=member,
        written_on=clock.today(),
        request_key=request_key,
    )
    audit.record(by, "plans.case_text_written", row, chapter=chapter)


def _member(by: Actor) -> int:
    access.require(by, Permission.MANAGE_MEETINGS)
    if by.membership_id is None:
        raise Forbidden("member")
    return by.membership_id
