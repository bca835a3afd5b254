"""Referring a family, moving a referral on, and what a receiver promises."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.families.rules.trust import HowSaid
from kith.families.wording.trust import HOW_SAID
from kith.kernel.ids import ReceiverId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.places.codes.languages import SPOKEN
from kith.platform.ui import formats
from kith.platform.ui.choices import choice_field
from kith.platform.ui.fields import DatePartsField
from kith.referrals.actions.referring import Agreement
from kith.referrals.queries.receivers import ReceiverCard
from kith.referrals.rules.clocks import Promise, Urgency
from kith.referrals.rules.referrals import REFERRAL_REASONS, Move, ReferralReason, ReferralState
from kith.referrals.wording.referrals import REFERRAL_REASON_WORDS, URGENCIES, refused_referral

NOT_FOR_STAFF = frozenset({ReferralReason.CONSENT_WITHDRAWN, ReferralReason.BEREAVEMENT})


class AgreementFields(forms.Form):
    """How the parent gave their word to a worker."""

    agreed = forms.BooleanField(label=_("She agrees that they see this"), required=False)
    how = forms.ChoiceField(
        label=_("How did she say so?"),
        choices=[(each.value, HOW_SAID[each]) for each in (HowSaid.IN_PERSON, HowSaid.CALL, HowSaid.WRITING)],
        required=False,
    )
    language = forms.ChoiceField(label=_("In which language did you ask her?"), required=False)
    with_interpreter = forms.BooleanField(label=_("With an interpreter"), required=False)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        choices = [(each.code, formats.language(each.code)) for each in SPOKEN]
        choice_field(self, "language").choices = choices

    @property
    def agreement(self) -> Agreement | None:
        """The parent's word as they gave it to a worker; None where they have not given it."""
        given = self.cleaned_data
        if not given.get("agreed"):
            return None
        return Agreement(
            given.get("language") or ENGLISH.code,
            with_interpreter=bool(given.get("with_interpreter")),
            how=HowSaid(given["how"]) if given.get("how") else HowSaid.NOT_NOTED,
        )


class ReferForm(AgreementFields):
    """How soon, why, and her word; a parent is asked neither how she was asked nor for more than two urgencies."""

    urgency = forms.ChoiceField(
        label=_("How soon?"), widget=forms.RadioSelect, error_messages={"required": _("Choose how soon")}
    )
    why = forms.CharField(
        label=_("What would help? A few words are enough"), widget=forms.Textarea, required=False, max_length=600
    )
    field_order = ("urgency", "why", "agreed", "how", "language", "with_interpreter")

    def __init__(self, data: Any = None, *, is_own: bool, **options: Any) -> None:
        super().__init__(data, **options)
        offered = [each for each in Urgency if not (is_own and each is Urgency.URGENT)]
        choice_field(self, "urgency").choices = [(each.value, URGENCIES[each]) for each in offered]
        if is_own:
            del self.fields["how"], self.fields["language"], self.fields["with_interpreter"]
            self.fields["agreed"].label = _("I agree that they see this")

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused."""
        self.add_error("agreed" if refusal.code == "referral_needs_consent" else None, refused_referral(refusal))


class MoveForm(AgreementFields):
    """What a move of this kind needs to say, and no more."""

    reason = forms.ChoiceField(
        label=_("Why?"), widget=forms.RadioSelect, error_messages={"required": _("Choose a reason")}
    )
    until_on = DatePartsField(label=_("Until which day? Only if the parent asked to wait"), required=False)
    receiver = forms.ChoiceField(label=_("Who could help instead?"), required=False)
    note = forms.CharField(label=_("Anything they should know"), widget=forms.Textarea, required=False, max_length=600)
    field_order = ("reason", "until_on", "receiver", "note", "agreed", "how", "language", "with_interpreter")

    def __init__(self, data: Any = None, *, to: ReferralState, others: Iterable[ReceiverCard], **options: Any) -> None:
        super().__init__(data, **options)
        self.to = to
        reasons = [each for each in REFERRAL_REASONS.get(to, ()) if each not in NOT_FOR_STAFF]
        choice_field(self, "reason").choices = [(each.value, REFERRAL_REASON_WORDS[each]) for each in reasons]
        offers = [("", _("Nobody named")), *((str(each.id), receiver_name(each)) for each in others)]
        choice_field(self, "receiver").choices = offers
        for name in self._unneeded(has_reasons=len(reasons) > 1):
            del self.fields[name]

    @property
    def move(self) -> Move:
        """The wish, as it was filled in."""
        given = self.cleaned_data
        default = ReferralReason.PARENT_CHOSE if self.to is ReferralState.WITHDRAWN else None
        return Move(
            self.to,
            reason=ReferralReason(given["reason"]) if given.get("reason") else default,
            note=given.get("note", ""),
            receiver_id=ReceiverId(int(given["receiver"])) if given.get("receiver") else None,
            until_on=given.get("until_on"),
        )

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused, beside what would mend it."""
        beside = {
            "referral_needs_consent": "agreed",
            "referral_wait_needs_a_day": "until_on",
            "referral_receiver_missing": "receiver",
        }.get(refusal.code)
        self.add_error(beside if beside in self.fields else None, refused_referral(refusal))

    def _unneeded(self, *, has_reasons: bool) -> Iterable[str]:
        wanted = {"note"}
        if has_reasons:
            wanted.add("reason")
        if self.to is ReferralState.WAITING:
            wanted.add("until_on")
        if self.to in (ReferralState.DECLINED, ReferralState.TRANSFERRED):
            wanted.add("receiver")
        if self.to in (ReferralState.SENT, ReferralState.TRANSFERRED):
            wanted |= {"agreed", "how", "language", "with_interpreter"}
        return [name for name in self.fields if name not in wanted]


class ReceiverForm(forms.Form):
    """Until when a receiver takes no referrals, and what it promises."""

    closed_until = DatePartsField(label=_("We take no referrals until (leave empty if you do)"), required=False)

    def __init__(self, data: Any = None, *, promises: Mapping[Urgency, Promise], **options: Any) -> None:
        super().__init__(data, **options)
        for urgency, promise in promises.items():
            for name, label, hours in (
                ("answer", _("%(urgency)s: we answer within how many hours?"), promise.answer_hours),
                ("contact", _("%(urgency)s: we speak with the family within how many hours?"), promise.contact_hours),
            ):
                self.fields[f"{urgency}_{name}"] = forms.IntegerField(
                    label=label % {"urgency": URGENCIES[urgency]}, min_value=1, max_value=2160, initial=hours
                )

    @property
    def promises(self) -> dict[Urgency, Promise]:
        """The hours filled in."""
        given = self.cleaned_data
        return {each: Promise(given[f"{each}_answer"], given[f"{each}_contact"]) for each in Urgency}

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused beside what is wrong."""
        if refusal.code == "receiver_promise_impossible":
            words = _("Speaking with the family cannot be promised sooner than the answer")
            self.add_error(f"{refusal.facts['urgency']}_contact", words)
            return
        self.add_error("closed_until", refused_referral(refusal))


def receiver_name(card: ReceiverCard) -> str:
    """The organisation, and its team where it has one."""
    return f"{card.organisation.name}, {card.team}" if card.team else card.organisation.name
