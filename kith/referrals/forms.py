"""Referring a family, moving a referral on, and what a receiver promises."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.rules.trust import HowSaid
from kith.families.wording.trust import HOW_SAID
from kith.kernel.ids import OrganisationId, TeamId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.places.codes.languages import SPOKEN
from kith.platform.ui import formats
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.platform.ui.reaching import MailField, PhoneField
from kith.platform.ui.refusals import RefusableForm, refusal_words
from kith.referrals.actions.receivers import NewReceiver
from kith.referrals.actions.referring import Agreement
from kith.referrals.queries.receivers import ReceiverCard
from kith.referrals.queries.referrals import ReferralPage
from kith.referrals.rules.clocks import Promise, Urgency
from kith.referrals.rules.needs import ReferralNeed
from kith.referrals.rules.referrals import REFERRAL_REASONS, Move, ReferralReason, ReferralState
from kith.referrals.wording.referrals import REFERRAL_NEEDS, REFERRAL_REASON_WORDS, URGENCIES

NOT_FOR_STAFF = frozenset({ReferralReason.CONSENT_WITHDRAWN, ReferralReason.BEREAVEMENT})
AGREEMENT = ("agreed", "how", "language", "with_interpreter")
# What a move to this state asks beside a note, and a reason where there are several.
ASKED: Mapping[ReferralState, tuple[str, ...]] = {
    ReferralState.WAITING: ("until_on",),
    ReferralState.DECLINED: ("receiver",),
    ReferralState.TRANSFERRED: ("receiver", *AGREEMENT),
    ReferralState.SENT: AGREEMENT,
}


class AgreementFields(RefusableForm):
    """How the parent gave their word to a worker."""

    agreed = forms.BooleanField(label=_("She agrees that they see this"), required=False)
    how = forms.TypedChoiceField(
        label=_("How did she say so?"),
        choices=[("", "–"), *((each, HOW_SAID[each]) for each in (HowSaid.IN_PERSON, HowSaid.CALL, HowSaid.WRITING))],
        coerce=HowSaid,
        empty_value=HowSaid.NOT_NOTED,
        required=False,
    )
    language = forms.ChoiceField(
        label=_("In which language did you ask her?"),
        choices=lambda: [(each.code, formats.language(each.code)) for each in SPOKEN],
        required=False,
    )
    with_interpreter = forms.BooleanField(label=_("With an interpreter"), required=False)

    @property
    def agreement(self) -> Agreement | None:
        """The parent's word as they gave it to a worker; None where they have not given it."""
        given = self.cleaned_data
        if not given.get("agreed"):
            return None
        return Agreement(
            given.get("language") or ENGLISH.code,
            with_interpreter=bool(given.get("with_interpreter")),
            how=given.get("how", HowSaid.NOT_NOTED),
        )


class ReferForm(AgreementFields):
    """How soon, why, and her word; a parent is asked neither how she was asked nor for more than two urgencies."""

    urgency = forms.TypedChoiceField(
        label=_("How soon?"),
        coerce=Urgency,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how soon")},
    )
    why = forms.CharField(
        label=_("What would help? A few words are enough"), widget=forms.Textarea, required=False, max_length=600
    )
    field_order = ("urgency", "why", *AGREEMENT)

    def __init__(self, data: Any = None, *, is_own: bool, **options: Any) -> None:
        super().__init__(data, **options)
        self.is_own = is_own
        offered = [each for each in Urgency if not (is_own and each is Urgency.URGENT)]
        choice_field(self, "urgency").choices = [(each, URGENCIES[each]) for each in offered]
        if is_own:
            del self.fields["how"], self.fields["language"], self.fields["with_interpreter"]
            self.fields["agreed"].label = _("I agree that they see this")


class MoveForm(AgreementFields):
    """What a move of this kind needs to say, and no more."""

    reason = forms.TypedChoiceField(
        label=_("Why?"),
        coerce=ReferralReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason")},
    )
    until_on = DatePartsField(label=_("Until which day? Only if the parent asked to wait"), required=False)
    receiver = forms.TypedChoiceField(label=_("Who could help instead?"), required=False, coerce=int, empty_value=None)
    note = forms.CharField(label=_("Anything they should know"), widget=forms.Textarea, required=False, max_length=600)
    field_order = ("reason", "until_on", "receiver", "note", *AGREEMENT)

    def __init__(self, data: Any, page: ReferralPage, to: ReferralState) -> None:
        speaks = page.shared.speaks if page.shared else None
        super().__init__(data, initial={"language": speaks or ENGLISH.code})
        self.to = to
        reasons = [each for each in REFERRAL_REASONS.get(to, ()) if each not in NOT_FOR_STAFF]
        choice_field(self, "reason").choices = [(each, REFERRAL_REASON_WORDS[each]) for each in reasons]
        offers = [("", _("Nobody named")), *((each.id, receiver_name(each)) for each in page.others)]
        choice_field(self, "receiver").choices = offers
        wanted = {"note", *ASKED.get(to, ()), *(("reason",) if len(reasons) > 1 else ())}
        for name in self.fields.keys() - wanted:
            del self.fields[name]

    @property
    def move(self) -> Move:
        """The wish, as it was filled in."""
        given = self.cleaned_data
        default = ReferralReason.PARENT_CHOSE if self.to is ReferralState.WITHDRAWN else None
        return Move(
            self.to,
            reason=given.get("reason", default),
            note=given.get("note", ""),
            receiver_id=given.get("receiver"),
            until_on=given.get("until_on"),
        )


class ReceiverForm(RefusableForm):
    """Until when a receiver takes no referrals, and what it promises."""

    closed_until = DatePartsField(label=_("We take no referrals until (leave empty if you do)"), required=False)

    def __init__(self, data: Any, card: ReceiverCard) -> None:
        super().__init__(data, initial={"closed_until": card.closed_until})
        for urgency, promise in card.promises.items():
            for name, label, hours in (
                ("answer", _("%(urgency)s: we answer within how many hours?"), promise.answer_hours),
                ("contact", _("%(urgency)s: we speak with the family within how many hours?"), promise.contact_hours),
            ):
                self.fields[f"{urgency}_{name}"] = forms.IntegerField(
                    label=label % {"urgency": URGENCIES[urgency]}, min_value=1, max_value=2160, initial=hours
                )

    @property
    def answer(self) -> dict[str, Any]:
        """The day and the hours promised, by the names of the action."""
        given = self.cleaned_data
        promises = {each: Promise(given[f"{each}_answer"], given[f"{each}_contact"]) for each in Urgency}
        return {"closed_until": given["closed_until"], "promises": promises}

    def refuse(self, refusal: Refusal) -> None:
        """Show an impossible promise beside the urgency it was made for."""
        if refusal.code == "receiver_promise_impossible":
            self.add_error(f"{refusal.facts['urgency']}_contact", refusal_words(refusal))
        else:
            super().refuse(refusal)


class NewReceiverForm(RefusableForm):
    """A new referral service: for which need, of which team, and how it is reached."""

    need = forms.TypedChoiceField(
        label=_("What does it take referrals for?"),
        coerce=ReferralNeed,
        widget=forms.RadioSelect,
        choices=[(need.value, words) for need, words in REFERRAL_NEEDS.items()],
        error_messages={"required": _("Choose what it takes referrals for")},
    )
    team_id = forms.TypedChoiceField(label=_("Team"), coerce=int, required=False, empty_value=None)
    answers_by_link = forms.BooleanField(
        label=_("It has no accounts here: it answers by links"), required=False, widget=forms.CheckboxInput
    )
    email = MailField(label=_("E-mail"))
    phone = PhoneField(label=_("Phone"))

    def __init__(self, data: Any, *, teams: Mapping[TeamId, str]) -> None:
        super().__init__(data)
        choice_field(self, "team_id").choices = [("", _("No team")), *teams.items()]

    def receiver(self, organisation_id: OrganisationId) -> NewReceiver:
        """The referral service of this organisation."""
        return NewReceiver(organisation_id, **self.cleaned_data)


def receiver_name(card: ReceiverCard) -> str:
    """The organisation, and its team where it has one."""
    return f"{card.organisation.name}, {card.team}" if card.team else card.organisation.name
