"""Following a family: leading it, recording contacts and feeding, next steps, and telling people what is due."""

from kith.care.actions.assessment_forms import (
    begin_draft,
    begin_form,
    change_draft,
    drop_draft,
    publish_draft,
    withdraw_form,
)
from kith.care.actions.assessments import record_assessment
from kith.care.actions.birth_days import follow_birth_day
from kith.care.actions.concerns import move_concern, raise_concern
from kith.care.actions.contacts import correct_contact, record_contact
from kith.care.actions.cover import call_off_absence, plan_absence, tell_of_cover
from kith.care.actions.emergencies import tell_of_emergency, tell_of_searches
from kith.care.actions.erasing import erase_referral_words
from kith.care.actions.feeding import record_feeding
from kith.care.actions.goals import record_feeding_end, say_goal
from kith.care.actions.handover import (
    accept_handover,
    close_handover_for_bereavement,
    complete_handover,
    decline_handover,
    propose_handover,
    withdraw_handover,
)
from kith.care.actions.interpreter_telling import (
    ask_interpreter,
    release_interpreter,
    tell_interpreter_booked,
    warn_of_declined_interpreter,
    warn_of_late_interpreter,
    warn_of_unconfirmed_interpreter,
)
from kith.care.actions.leading import end_lead_without_consent, name_deputy, take_lead
from kith.care.actions.leaving import reassign_leavers_work, reassign_strays
from kith.care.actions.next_steps import add_next_step, drop_step, finish_step, hand_on_step
from kith.care.actions.notices import mark_notice_seen, raise_notice
from kith.care.actions.plans import agree_plan
from kith.care.actions.programmes import (
    end_enrolment,
    end_enrolments_without_consent,
    enrol_family,
    found_programme,
    name_workers,
)
from kith.care.actions.receivers import NewReceiver, add_receiver, set_receiver
from kith.care.actions.referral_chasing import chase_referrals
from kith.care.actions.referral_endings import close_for_bereavement, release_for_leaver, withdraw_without_consent
from kith.care.actions.referral_links import open_link, send_link_code
from kith.care.actions.referrals import Agreement, NewReferral, move_referral, refer
from kith.care.actions.routes import change_route, remove_step
from kith.care.actions.safety import alert_of_overdue_visits, come_back, end_precautions, note_precautions, set_out
from kith.care.actions.steps_kept import (
    close_steps_for_bereavement,
    end_steps_without_consent,
    escalate_notices_of_leavers,
    tell_of_late_steps,
)
from kith.care.actions.watching import warn_of_move, watch_breaks
from kith.care.actions.weights import correct_weight, look_at_weight_again, record_weight, take_back_weight

__all__ = [
    "Agreement",
    "NewReceiver",
    "NewReferral",
    "accept_handover",
    "add_next_step",
    "add_receiver",
    "agree_plan",
    "alert_of_overdue_visits",
    "ask_interpreter",
    "begin_draft",
    "begin_form",
    "call_off_absence",
    "change_draft",
    "change_route",
    "chase_referrals",
    "close_for_bereavement",
    "close_handover_for_bereavement",
    "close_steps_for_bereavement",
    "come_back",
    "complete_handover",
    "correct_contact",
    "correct_weight",
    "decline_handover",
    "drop_draft",
    "drop_step",
    "end_enrolment",
    "end_enrolments_without_consent",
    "end_lead_without_consent",
    "end_precautions",
    "end_steps_without_consent",
    "enrol_family",
    "erase_referral_words",
    "escalate_notices_of_leavers",
    "finish_step",
    "follow_birth_day",
    "found_programme",
    "hand_on_step",
    "look_at_weight_again",
    "mark_notice_seen",
    "move_concern",
    "move_referral",
    "name_deputy",
    "name_workers",
    "note_precautions",
    "open_link",
    "plan_absence",
    "propose_handover",
    "publish_draft",
    "raise_concern",
    "raise_notice",
    "reassign_leavers_work",
    "reassign_strays",
    "record_assessment",
    "record_contact",
    "record_feeding",
    "record_feeding_end",
    "record_weight",
    "refer",
    "release_for_leaver",
    "release_interpreter",
    "remove_step",
    "say_goal",
    "send_link_code",
    "set_out",
    "set_receiver",
    "take_back_weight",
    "take_lead",
    "tell_interpreter_booked",
    "tell_of_cover",
    "tell_of_emergency",
    "tell_of_late_steps",
    "tell_of_searches",
    "warn_of_declined_interpreter",
    "warn_of_late_interpreter",
    "warn_of_move",
    "warn_of_unconfirmed_interpreter",
    "watch_breaks",
    "withdraw_form",
    "withdraw_handover",
    "withdraw_without_consent",
]
