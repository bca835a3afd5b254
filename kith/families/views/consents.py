"""A parent gives, refuses and takes back her word."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.families.actions import consenting
from kith.families.actions.consenting import Said, record_answer
from kith.families.events import ConsentWithdrawn
from kith.families.forms.consent import ConsentForm, PurposeForm, purpose_of
from kith.families.queries.page import family_page
from kith.families.queries.reach import may_open
from kith.families.rules.trust import HowSaid
from kith.families.views.returning import to_my_page
from kith.families.wording.records import PURPOSES, may_words
from kith.families.wording.trust import consent_words
from kith.kernel.ids import ConsentId, FamilyId
from kith.kernel.languages import ENGLISH
from kith.organisations.queries.people import organisation_cards
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.consequences import consequences
from kith.undoing.editing import sent


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


@asks_first()
def withdraw_consent(request: Request, family_id: UUID, consent_id: UUID) -> HttpResponse:
    """Take the word back, once the parent has read what ends with it."""
    sure = sure_to_withdraw(request, family_id, consent_id, back=reverse("my-page"), layout="layouts/public.jinja")

    def act(_said: object) -> HttpResponse:
        consenting.withdraw_consent(by=request.viewer, family_id=FamilyId(family_id), consent_id=ConsentId(consent_id))
        return to_my_page("withdrawn")

    return confirmed(request, sure, act)


def sure_to_withdraw(
    request: Request, family_id: UUID, consent_id: UUID, *, back: str, layout: str = "layouts/desk.jinja"
) -> Sure:
    """What a consent carries, and what ends with it where nothing else opens the record to that organisation."""
    page = family_page(request.viewer, FamilyId(family_id))
    row = next((each for each in page.consents if each.id == consent_id), None)
    if row is None:
        raise NotFound("consent")
    others = [each for each in page.consents if each.is_active and each.opens_record and each.id != row.id]
    closes = row.opens_record and row.organisation_id not in {each.organisation_id for each in others}
    about = {"family_id": page.id, "organisation_id": row.organisation_id, "purpose": row.purpose, "closes": closes}
    ends = consequences(ConsentWithdrawn, request.viewer, **about)
    lost = may_words(row.purpose)[1] % {"organisation": row.organisation}
    return Sure(
        _("Withdraw this consent?"),
        f"{row.organisation}: {PURPOSES[row.purpose]}",
        (lost, *ends, _("Everybody named here is told."), _("It can be given again at any time.")),
        _("Withdraw"),
        back,
        layout,
    )
