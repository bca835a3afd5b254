"""A parent changes her own languages and needs, and says how we may reach her."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.families.actions.people import change_needs, change_safe_contact
from kith.families.forms.needs import NeedsForm, SafeContactForm
from kith.families.queries.record import own_parent
from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import Request
from kith.platform.ui.choices import choice_field
from kith.undoing.editing import Asking, Page, ask, sent
from kith.undoing.meanwhile import in_turn


@in_turn("family_id")
def own_needs(request: Request, family_id: UUID) -> HttpResponse:
    """Her languages, an interpreter, and what else she needs."""
    parent = own_parent(request.viewer, FamilyId(family_id))
    form = NeedsForm(sent(request), initial=vars(parent.needs))
    labels = {
        "speaks": _("Which language do you speak best?"),
        "reads": _("Which language do you read best?"),
        "interpreter_need": _("Do you need an interpreter?"),
        "access_needs": _("What else do you need?"),
        "access_words": _("In your own words"),
    }
    _ask_her(form, labels, unsure="interpreter_need")
    page = _page(_("My languages and needs"), parent.name, _("An interpreter is free for you."))
    return ask(request, form, page, change_needs, family_id=FamilyId(family_id), parent_id=parent.id)


@in_turn("family_id")
def own_contact(request: Request, family_id: UUID) -> HttpResponse:
    """Which ways to reach her are not safe, and which are."""
    parent = own_parent(request.viewer, FamilyId(family_id))
    form = SafeContactForm(sent(request), known=parent.safe_contact)
    labels = {
        "unsafe_channels": _("Which of these are not safe for you?"),
        "safe_times": _("When is it safe to call you?"),
    }
    _ask_her(form, labels, unsure="voicemail")
    intro = _("Tell us if somebody else may read your messages or answer your phone.")
    page = _page(_("How to reach me safely"), parent.name, intro)
    return ask(request, form, page, change_safe_contact, family_id=FamilyId(family_id), parent_id=parent.id)


def _ask_her(form: Asking, labels: dict[str, str], *, unsure: str) -> None:
    """Ask in words for herself; to one of the questions she may not know the answer yet."""
    for name, label in labels.items():
        form.fields[name].label = label
    choice_field(form, unsure).choices = [("yes", _("Yes")), ("no", _("No")), ("not_asked", _("I do not know yet"))]


def _page(title: str, about: str, intro: str) -> Page:
    return Page(title, about, reverse("my-page"), done="saved", intro=intro, layout="layouts/public.jinja")
