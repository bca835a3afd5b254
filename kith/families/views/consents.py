"""A parent gives, refuses and takes back her word."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from kith.families.actions import consenting
from kith.families.actions.consenting import Said, record_answer
from kith.families.forms.consent import ConsentForm, PurposeForm, purpose_of
from kith.families.queries.reach import may_open
from kith.families.rules.trust import HowSaid
from kith.families.views.asking import sent
from kith.families.views.returning import to_my_page
from kith.families.wording.records import PURPOSES
from kith.families.wording.trust import consent_words
from kith.kernel.ids import ConsentId, FamilyId
from kith.kernel.languages import ENGLISH
from kith.organisations.queries.people import organisation_cards
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question


def give_consent(request: Request, family_id: UUID) -> HttpResponse:
    """What for, first; then the words she agrees to, in the language of the page and in English, and her answer."""
    if not may_open(request.viewer, FamilyId(family_id)):
        raise NotFound("family")
    is_sent = request.method == "POST"
    purpose = purpose_of((request.POST if is_sent else request.GET).get("purpose"))
    if purpose is None:
        asked = PurposeForm(sent(request))
        return render(request, "families/choose_purpose.jinja", {"form": asked}, status=422 if is_sent else 200)
    form = ConsentForm(sent(request), organisations=organisation_cards())
    lang = get_language() or ENGLISH.code

    def act() -> HttpResponse:
        agrees = request.POST.get("answer") != "no"
        record_answer(
            by=request.viewer,
            family_id=FamilyId(family_id),
            organisation_ids=[form.organisation_id],
            purpose=purpose,
            said=Said(lang, HowSaid.OWN_PAGE),
            agrees=agrees,
            until=form.cleaned_data["until"] if agrees else None,
        )
        return to_my_page("given" if agrees else "declined")

    page = {"purpose": purpose, "purposes": PURPOSES, "words": consent_words(purpose, lang)}
    return question(request, "families/give_consent.jinja", form, act, page)


def withdraw_consent(request: Request, family_id: UUID, consent_id: UUID) -> HttpResponse:
    """Take the word back, at once."""
    consenting.withdraw_consent(by=request.viewer, family_id=FamilyId(family_id), consent_id=ConsentId(consent_id))
    return to_my_page("withdrawn")
