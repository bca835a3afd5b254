"""A parent changes her own languages and needs, and says how we may reach her."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.families.actions.people import change_needs, change_safe_contact
from kith.families.forms.needs import NeedsForm, SafeContactForm
from kith.families.queries.record import own_parent
from kith.families.views.asking import Question, ask
from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import Request
from kith.platform.ui.choices import choice_field


def own_needs(request: Request, family_id: UUID) -> HttpResponse:
    """Her languages, an interpreter, and what else she needs."""
    parent = own_parent(request.viewer, FamilyId(family_id))
    form = NeedsForm(request.POST if request.method == "POST" else None, initial=NeedsForm.initial_of(parent.needs))
    form.fields["speaks"].label = _("Which language do you speak best?")
    form.fields["reads"].label = _("Which language do you read best?")
    form.fields["interpreter_need"].label = _("Do you need an interpreter?")
    choices = [("yes", _("Yes")), ("no", _("No")), ("not_asked", _("I do not know yet"))]
    choice_field(form, "interpreter_need").choices = choices
    form.fields["access_needs"].label = _("What else do you need?")
    form.fields["access_words"].label = _("In your own words")
    return ask(
        request,
        form,
        _question(_("My languages and needs"), parent.name, intro=_("An interpreter is free for you.")),
        lambda: change_needs(by=request.viewer, family_id=FamilyId(family_id), parent_id=parent.id, needs=form.needs()),
    )


def own_contact(request: Request, family_id: UUID) -> HttpResponse:
    """Which ways to reach her are not safe, and which are."""
    parent = own_parent(request.viewer, FamilyId(family_id))
    initial = SafeContactForm.initial_of(parent.safe_contact)
    form = SafeContactForm(request.POST if request.method == "POST" else None, initial=initial)
    form.fields["unsafe_channels"].label = _("Which of these are not safe for you?")
    choices = [("yes", _("Yes")), ("no", _("No")), ("not_asked", _("I do not know yet"))]
    choice_field(form, "voicemail").choices = choices
    form.fields["safe_times"].label = _("When is it safe to call you?")
    intro = _("Tell us if somebody else may read your messages or answer your phone.")
    return ask(
        request,
        form,
        _question(_("How to reach me safely"), parent.name, intro=intro),
        lambda: change_safe_contact(
            by=request.viewer, family_id=FamilyId(family_id), parent_id=parent.id, contact=form.contact()
        ),
    )


def _question(title: str, about: str, *, intro: str) -> Question:
    back = reverse("my-page")
    return Question(
        title=title,
        about=about,
        back=back,
        then=f"{back}?{urlencode({'done': 'saved'})}",
        intro=intro,
        button=_("Save"),
        layout="layouts/public.jinja",
    )
