"""What the parts and the columns of a copy are called, and what its codes mean."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, Promise] = {
    "families_family": _("My record"),
    "families_parent": _("About me"),
    "families_baby": _("My babies"),
    "families_pregnancy": _("My pregnancies"),
    "families_address": _("Where I live"),
    "families_householdmember": _("Who lives with me"),
    "families_crisisflag": _("Trouble that changes what is offered"),
    "families_consent": _("Who may see my record"),
    "families_declinedconsent": _("What I said no to"),
    "families_bereavement": _("A death in the family"),
    "families_card": _("My cards"),
    "families_cardreading": _("Who has read my cards"),
    "families_daycorrection": _("Days that were put right"),
    "families_emergencyopening": _("Opened in an emergency"),
    "tasks_nextstep": _("What people at work do for me"),
    "messages_message": _("Messages to me"),
    "messages_messagestate": _("What became of the messages"),
    "interpreting_interpreterbooking": _("Interpreters booked for me"),
    "interpreting_interpreterbookingstate": _("What became of the interpreters"),
    "caseloads_namedlead": _("Who has led"),
    "caseloads_deputy": _("Who has been the deputy"),
    "caseloads_handover": _("Handed over"),
    "caseloads_handoverstate": _("Steps of a handover"),
    "contacts_contact": _("Conversations with me"),
    "feeding_assessment": _("Feeding assessed"),
    "feeding_feedinggoal": _("What I hope for in feeding"),
    "feeding_feedingend": _("When breastfeeding ended"),
    "feeding_feedingplan": _("Feeding plans"),
    "feeding_feedingstatus": _("How my baby is fed"),
    "feeding_weight": _("My baby's weights"),
    "feeding_feedingalert": _("What was looked at more closely"),
    "programmes_enrolment": _("Programmes beside me"),
    "referrals_referral": _("Referrals"),
    "referrals_referralstep": _("Steps of a referral"),
    "referrals_referralreading": _("When a referral was read by its link"),
    "groups_booking": _("My bookings"),
    "courses_courseplace": _("My courses"),
    "courses_courseinvitation": _("Courses I was invited to"),
    "courses_followup": _("After my courses"),
    "cafes_turn": _("My one-to-one times"),
    "cafes_walkin": _("Where I came without booking"),
    "missed_misseddate": _("Dates that I could not come to"),
    "equipment_pumprequest": _("Pumps I asked for"),
    "equipment_pumprequeststep": _("What became of it"),
    "equipment_loan": _("Pumps lent to me"),
    "bundles_bundlerequest": _("Safer-sleep bundles"),
    "bundles_bundlerequeststep": _("What became of it"),
    "bundles_sleepingrecheck": _("Where my baby sleeps, looked at again"),
    "bundles_housingnotice": _("What housing told about me"),
    "stores_stockmove": _("What I was given to keep"),
    "stores_recallholder": _("What was called back"),
    "panels_panelmember": _("Panels I take part in"),
    "panels_panelmemberstep": _("How I came to a panel"),
    "panels_panelattendance": _("Sessions of my panel"),
    "panels_sessionpayment": _("Payments offered to me"),
    "panels_panelexpense": _("Money I asked back"),
    "panels_panelexpensestep": _("What became of it"),
    "panels_credit": _("What I helped to make"),
    "peers_peerwish": _("What matters to me in a supporter"),
    "peers_peerveto": _("Supporters I did not want"),
    "peers_peermatch": _("Supporters I chose"),
    "peers_peermatchstep": _("What became of it"),
    "peers_peerlog": _("When my supporter and I were in touch"),
    "ways_wayproposal": _("Changes of my phone or e-mail"),
    "ways_wayproposalstep": _("What became of such a change"),
    "platform_account": _("How I sign in"),
    "account_emailaddress": _("E-mail addresses that I have proved"),
    "rights_datarequest": _("What I have asked about my data"),
    "rights_datarequeststep": _("Answers about my data"),
}

_BY_LABEL: Iterable[tuple[Promise, str]] = (
    (
        _("When"),
        (
            "at asked_on said_at agreed_at assessed_at weighed_at enrolled_at made_at opened_at declined_at granted_at"
            " queued_at booked_at proposed_at received_on last_login corrected_at raised_at sent_at told_at"
            " stopped_on died_on decided_at arrived_at handed_over_at asked_at invited_at"
        ),
    ),
    (_("Written down on"), "recorded_at registered_at added_at"),
    (_("From"), "from_on from_at begun_at starts_at held_from"),
    (_("Until"), "until_on until_at ends_at offered_until hold_until held_until"),
    (_("Ended on"), "ended_on ended_at closed_at withdrawn_at left_early_at"),
    (_("Changed on"), "changed_at renewed_at undone_at taken_back_at phone_verified_at"),
    (_("Came at"), "came_at came_on"),
    (_("Cancelled late"), "cancelled_late"),
    (_("How many babies"), "babies"),
    (_("How many older children"), "older_children"),
    (_("A place in the crèche"), "wants_creche"),
    (_("Waits for a place in the crèche"), "creche_waits"),
    (_("The other parent comes too"), "co_parent"),
    (_("Reminders"), "reminders"),
    (_("Children in the crèche"), "creche_children"),
    (_("In pence"), "pence"),
    (_("Paid for sessions"), "paying"),
    (_("Paid on"), "paid_on"),
    (_("Spent on"), "spent_on"),
    (_("Came"), "has_come"),
    (_("How I am shown"), "naming named_as"),
    (_("Due"), "due_on due_at call_by review_on acknowledge_by"),
    (_("Answered on"), "answered_at answered_on"),
    (
        _("By whom"),
        (
            "membership withdrawn_by caller recorded_by undone_by owner added_by ended_by from_membership to_membership"
            " accepted_by owner_membership noted_by begun_by handed_over_by told_by asked_by paid_by"
            " taken_by arranged_by"
        ),
    ),
    (_("Organisation"), "organisation from_organisation"),
    (_("Name"), "name contact_name title known_as"),
    (_("First name"), "given_name"),
    (_("Family name"), "family_name"),
    (_("Born on"), "born_on baby_born_on"),
    (_("Time of birth"), "birth_time"),
    (_("Place of birth"), "birth_place"),
    (_("Weight at birth, in grams"), "birth_weight_g"),
    (_("Days of pregnancy"), "gestation_days"),
    (_("Phone"), "phone contact_phone"),
    (_("E-mail"), "email contact_email"),
    (_("Languages"), "speaks reads language interpreter_language dialect"),
    (_("Interpreter"), "interpreter_need interpreted_by how_we_talked"),
    (_("Ethnicity"), "ethnicity"),
    (_("First parent of the record"), "is_main"),
    (_("Relation"), "relation"),
    (_("NHS number"), "nhs_number"),
    (_("Needs"), "access_needs helps parts offered"),
    (_("Not safe"), "unsafe_channels may_leave_voicemail"),
    (_("Safe times to call"), "safe_times"),
    (_("Code word"), "code_word"),
    (_("How many"), "expected_count places age_days minutes late_minutes above_percent"),
    (_("Address"), "street postcode address"),
    (_("Area"), "ward_code lsoa_code deprivation_decile deprivation_edition"),
    (_("Temporary home"), "is_temporary"),
    (_("Under five"), "is_under_five"),
    (_("What"), "what kind purpose loss need milestone hope status service first_feed skin_to_skin held number tag"),
    (
        _("How"),
        "how channel mode way source withdrawn_how came_by is_doubled gender family_wish urgency talked",
    ),
    (_("Where"), "place where"),
    (_("Status"), "state step ended_as outcome attendance answer is_active verified as_wanted condition"),
    (_("Why"), "reason why drop_reason talk_reason why_ended undone_why needs criteria no_room"),
    (_("In words"), "words note access_words goal agreed agreed_in_her_words answers until"),
    (_("Weight in grams"), "grams"),
    (_("Before"), "before_on old"),
    (_("Shown how it is used"), "shown_how"),
    (_("Shown again on"), "second_showing_on"),
    (_("Reminders agreed"), "agrees_to_reminders"),
    (_("How it comes"), "arrives"),
    (_("How it comes back"), "collection taken_back"),
    (_("On which day"), "collection_on"),
    (_("Did it help?"), "helped"),
    (_("After"), "after_on new"),
    (_("Is there room for one cot for each child under two?"), "has_room"),
    (_("Is the cot put up at this place?"), "cot_is_up"),
    (_("What did you find?"), "found"),
    (_("Packed on"), "packed_at"),
    (_("Given on"), "given_at"),
    (_("Moved on"), "moved_on"),
    (_("There since"), "placed_on"),
    (_("Who agreed that we are told"), "agreed_by"),
    (_("Housing authority"), "authority"),
    (_("Must be so"), "must"),
    (_("Must not be"), "must_not"),
    (_("Would be good"), "wishes"),
)
LABELS: Mapping[str, Promise] = {column: label for label, columns in _BY_LABEL for column in columns.split()}
LANGUAGES = frozenset({"speaks", "reads", "language", "interpreter_language"})
PHONES = frozenset({"phone", "contact_phone"})
_codes: dict[str, Mapping[Any, object]] = {}


def register_code_words(words: Mapping[str, Mapping[Any, object]]) -> None:
    """Say what the codes of columns mean: ``{"table.column": {code: words}}``."""
    _codes.update(words)


def code_words(table: str, column: str, code: str) -> str:
    """The words for this code; nothing where none are registered."""
    return str(_codes.get(f"{table}.{column}", {}).get(code, ""))
