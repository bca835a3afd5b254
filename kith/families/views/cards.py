"""The card to say it once: made, shown, ended by the parent or with them, and read by those they give it to."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.families.actions import cards
from kith.families.actions.cards import MadeCard
from kith.families.forms.card import CardForm, ReadCardForm
from kith.families.queries.cards import FamilyCard, family_to_change
from kith.families.queries.trust import card_just_read, card_page
from kith.families.views.returning import to_family, to_my_page
from kith.families.wording.cards import card_texts
from kith.families.wording.trust import CARD_PARTS
from kith.files.qr import qr_code
from kith.kernel.ids import CardId, FamilyId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.platform.private_links import address, unkept
from kith.platform.ui import formats
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, asks_first, confirmed
from kith.undoing.editing import sent


def make_card(request: Request, family_id: UUID) -> HttpResponse:
    """She makes a card on her own page."""
    return _make(request, FamilyId(family_id), "families/make_card.jinja")


def make_card_with_her(request: Request, family_id: UUID) -> HttpResponse:
    """Let a worker make a card with the parent beside them."""
    return _make(request, FamilyId(family_id), "families/make_card_with_her.jinja")


def my_card(request: Request, card_id: UUID) -> HttpResponse:
    """One of her cards: its code, how long it can be read, and who has read it."""
    card, readings = card_page(request.viewer, CardId(card_id))
    page = {"card": card, "readings": readings, "part_names": CARD_PARTS, **_code(card.token)}
    return render(request, "families/my_card.jinja", page)


@asks_first()
def end_card(request: Request, family_id: UUID, card_id: UUID) -> HttpResponse:
    """End this card, once she has said so twice: from then on it cannot be read."""
    back, layout = reverse("my-page"), "layouts/public.jinja"
    return _end(request, family_id, card_id, lambda: to_my_page("card_ended"), back, layout)


@asks_first()
def end_card_on_her_word(request: Request, family_id: UUID, card_id: UUID) -> HttpResponse:
    """End a card for a parent who has asked a worker to."""
    back = reverse("consents", args=[family_id])
    done = partial(to_family, request, FamilyId(family_id), "card_ended", page="consents")
    return _end(request, family_id, card_id, done, back)


def _end(
    request: Request, family_id: UUID, card_id: UUID, done: Callable[[], HttpResponse], back: str, *layout: str
) -> HttpResponse:
    card, _readings = card_page(request.viewer, CardId(card_id))

    def act(_said: object) -> HttpResponse:
        cards.end_card(by=request.viewer, family_id=FamilyId(family_id), card_id=card.id)
        return done()

    happens = (
        _("Nobody can read it any more, not even those who hold its code now."),
        _("A new card can be made at any time."),
    )
    made = _("Card of %(day)s") % {"day": formats.date(card.made_at, "medium")}
    return confirmed(request, Sure(_("End this card?"), made, happens, _("End this card"), back, *layout), act)


@unkept
def read_card(request: Request, token: str) -> HttpResponse:
    """The number first. What is wrong, if anything is, is never said: a card and no card look the same."""
    form = ReadCardForm(sent(request))

    def act() -> HttpResponse:
        reading = cards.read_card(by=request.viewer, token=token, **form.cleaned_data)
        if isinstance(reading, Refusal):
            raise reading
        texts = card_texts(card_just_read(request.viewer, reading))
        return render(request, "families/card.jinja", {"texts": texts})

    return question(request, "families/read_card.jinja", form, act)


def _make(request: Request, family_id: FamilyId, template: str) -> HttpResponse:
    family = family_to_change(request.viewer, family_id)
    form = CardForm(sent(request))

    def act() -> HttpResponse:
        made = cards.make_card(by=request.viewer, family_id=family_id, language=family.reads, **form.answer)
        return _made(request, family, made)

    return question(request, template, form, act, {"family": family})


def _made(request: Request, family: FamilyCard, made: MadeCard) -> HttpResponse:
    """The number stands on this answer and nowhere else, so that it is not followed by a redirect."""
    card, _readings = card_page(request.viewer, made.id)
    if request.viewer.is_staff:
        template, back = "families/card_made_with_her.jinja", reverse("consents", args=[family.id])
    else:
        template, back = "families/card_made.jinja", reverse("my-page")
    if made.pin is None:
        return HttpResponseRedirect(back)
    page = {"card": card, "pin": made.pin, "family": family, "part_names": CARD_PARTS, "back": back}
    return render(request, template, page | _code(card.token))


def _code(token: str) -> dict[str, object]:
    """The address of the card, in English for its reader, and its code to scan."""
    link = address("read-card", token, ENGLISH.code)
    return {"address": link, "code": qr_code(link, label=_("Code that leads to this card"))}
