"""A worker asks a family which organisations may see its record, and writes down what it says."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.families.actions.consenting import record_answer, withdraw_consent
from kith.families.forms.consent import HOW, AnswerForm, purpose_of
from kith.families.queries.cards import family_to_change
from kith.families.queries.page import family_page
from kith.families.queries.trust import cards_of, declined
from kith.families.rules.codes import InterpreterNeed
from kith.families.rules.trust import HowSaid, InterpretedBy
from kith.families.views.consents import sure_to_withdraw
from kith.families.views.returning import to_family
from kith.families.wording.records import PURPOSES
from kith.families.wording.trust import HOW_SAID, SPOKEN_IN, consent_words
from kith.kernel.ids import ConsentId, FamilyId
from kith.organisations.queries.people import organisation_cards
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.confirming import asks_first, confirmed
from kith.undoing.editing import sent


def consents(request: Request, family_id: UUID) -> HttpResponse:
    """Who may see the record and what for, which organisations the family declined, and its cards."""
    page = family_page(request.viewer, FamilyId(family_id))
    shown = {
        "page": page,
        "active": [row for row in page.consents if row.is_active],
        "declined": declined(request.viewer, page.id),
        "cards": [card for card in cards_of(request.viewer, page.id) if card.is_readable],
        "purposes": PURPOSES,
        "how_said": HOW_SAID,
        "spoken_in": SPOKEN_IN,
        "ways": [(how.value, HOW_SAID[how]) for how in HOW],
        "done": _done_words(request.GET.get("done", "")),
    }
    return render(request, "families/consents.jinja", shown)


def ask_consent(request: Request, family_id: UUID, purpose: str) -> HttpResponse:
    """Read her the words, in her language beside English, and write down her answer."""
    asked = purpose_of(purpose)
    if asked is None:
        raise Http404("purpose")
    family = family_to_change(request.viewer, FamilyId(family_id))
    needs_interpreter = family.interpreter_need is InterpreterNeed.YES
    first = {
        "language": family.speaks,
        "interpreted_by": InterpretedBy.INTERPRETER if needs_interpreter else InterpretedBy.NOBODY,
        "how": HowSaid.IN_PERSON,
        "interpreter_booking": request.GET.get("interpreter_booking"),
    }
    form = AnswerForm(sent(request), organisations=organisation_cards(), initial=first)

    def act() -> HttpResponse:
        record_answer(by=request.viewer, family_id=family.id, purpose=asked, **form.answer)
        return to_family(request, family.id, "answer", page="consents")

    page = {"family": family, "purpose_name": PURPOSES[asked], "words": consent_words(asked, family.reads)}
    return question(request, "families/ask_consent.jinja", form, act, page)


@asks_first()
def withdraw_on_her_word(request: Request, family_id: UUID, consent_id: UUID) -> HttpResponse:
    """Withdraw a consent that the parent has asked a worker to take back, once both know what ends with it."""
    how, record = request.POST.get("how", ""), FamilyId(family_id)
    said = HowSaid(how) if how in HOW else HowSaid.NOT_NOTED

    def act(_said: object) -> HttpResponse:
        withdraw_consent(by=request.viewer, family_id=record, consent_id=ConsentId(consent_id), how=said)
        return to_family(request, record, "withdrawn", page="consents")

    sure = sure_to_withdraw(request, family_id, consent_id, back=reverse("consents", args=[family_id]))
    return confirmed(request, sure, act)


def _done_words(code: str) -> str:
    return {
        "answer": _("Her answer is written down."),
        "withdrawn": _("Done. They can no longer see the record."),
        "card_ended": _("The card can no longer be read."),
    }.get(code, "")
