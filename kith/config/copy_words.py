"""What the codes in a parent's copy mean: the words that the rooms have for them, by table and column."""

from collections.abc import Mapping
from typing import Any

from kith.bundles.wording import codes as bundles
from kith.cafes import wording as cafes
from kith.caseloads.wording import leading
from kith.contacts.wording import contacts
from kith.courses.wording import codes as courses
from kith.equipment.wording import codes as equipment
from kith.families.wording import record, records, trust
from kith.feeding.wording import first_feed, goals, statuses, weights
from kith.groups import words as groups
from kith.interpreting import wording as interpreting
from kith.missed import wording as missed
from kith.panels.wording import codes as panels
from kith.peers.wording import codes as peers
from kith.peers.wording import supporting as supporting
from kith.places.wording import ETHNICITIES
from kith.referrals.wording import referrals
from kith.rights.wording import requests
from kith.stores import wording as stores
from kith.tasks.wording import next_steps
from kith.ways.wording import WAYS

_INTERPRETING, _REFERRAL = "interpreting_interpreterbooking", "referrals_referral"
_HOW: Mapping[str, Mapping[Any, object]] = {
    "how": trust.HOW_SAID,
    "interpreted_by": trust.INTERPRETED_BY,
    "purpose": records.PURPOSES,
}
_FEEDING = {key: meaning.name for key, meaning in statuses.FEEDING.items()}
_BY_TABLE: Mapping[str, Mapping[str, Mapping[Any, object]]] = {
    "families_family": {"came_by": records.CAME_BY},
    "families_parent": {
        "relation": record.RELATIONS,
        "access_needs": record.ACCESS_NEEDS,
        "unsafe_channels": record.UNSAFE,
        "interpreter_need": records.INTERPRETER_NEEDS,
        "ethnicity": ETHNICITIES,
    },
    "families_baby": {"birth_place": record.BIRTH_PLACES},
    "families_pregnancy": {"outcome": record.OUTCOMES},
    "families_householdmember": {"relation": record.HOUSEHOLD_RELATIONS},
    "families_crisisflag": {"kind": record.CRISES},
    "families_consent": {**_HOW, "withdrawn_how": trust.HOW_SAID},
    "families_declinedconsent": _HOW,
    "families_bereavement": {"loss": trust.LOSSES},
    "families_card": {"parts": trust.CARD_PARTS},
    "families_daycorrection": {"what": record.DAYS, "reason": record.DAY_REASONS},
    "families_emergencyopening": {"reason": trust.EMERGENCY_REASONS},
    "tasks_nextstep": {"ended_as": next_steps.STEP_ENDS, "drop_reason": next_steps.DROP_REASONS},
    _INTERPRETING: {
        "what": interpreting.WHATS,
        "mode": interpreting.MODES,
        "gender": interpreting.GENDERS,
        "state": interpreting.STATES,
        "why": interpreting.WHYS,
        "family_wish": interpreting.WISHES,
    },
    f"{_INTERPRETING}state": {"state": interpreting.STATES},
    "caseloads_handover": {"reason": leading.HANDOVER_REASONS},
    "caseloads_handoverstate": {"step": leading.HANDOVER_STEPS},
    "contacts_contact": {
        "kind": contacts.CONTACT_KINDS,
        "place": contacts.CONTACT_PLACES,
        "how_we_talked": contacts.HOW_WE_TALKED,
        "talk_reason": contacts.TALK_REASONS,
        "offered": contacts.OFFERS,
        "interpreter_need": records.INTERPRETER_NEEDS,
    },
    "feeding_feedinggoal": {"hope": goals.HOPES, "until": goals.UNTIL, "source": goals.SOURCES},
    "feeding_feedingend": {"as_wanted": goals.AS_WANTED, "source": goals.SOURCES},
    "feeding_feedingstatus": {
        "milestone": statuses.MILESTONES,
        "status": _FEEDING,
        "source": goals.SOURCES,
        "first_feed": first_feed.FIRST_FEEDS,
        "skin_to_skin": first_feed.SKIN_TO_SKIN,
    },
    "feeding_weight": {"where": weights.WHERE},
    "feeding_feedingalert": {"reason": weights.REASONS},
    _REFERRAL: {
        "need": referrals.REFERRAL_NEEDS,
        "state": referrals.TO_A_PARENT,
        "urgency": referrals.URGENCIES,
    },
    f"{_REFERRAL}step": {"state": referrals.TO_A_PARENT, "reason": referrals.REFERRAL_REASON_WORDS},
    "groups_booking": {
        "attendance": groups.ATTENDANCE_WORDS,
        "interpreter_need": records.INTERPRETER_NEEDS,
        "reminders": groups.REMINDER_WORDS,
    },
    "cafes_turn": {"state": cafes.TURN_WORDS},
    "missed_misseddate": {"reason": missed.BUTTONS},
    "panels_panelmember": {"kind": panels.MEMBER_KINDS, "state": panels.MEMBER_STATES, "paying": panels.PAYING},
    "panels_panelmemberstep": {"state": panels.MEMBER_STATES},
    "panels_sessionpayment": {"answer": panels.PAYING},
    "panels_panelexpense": {"kind": panels.EXPENSE_KINDS, "state": panels.EXPENSE_STATES},
    "panels_panelexpensestep": {"state": panels.EXPENSE_STATES},
    "panels_credit": {"naming": panels.NAMINGS},
    "peers_peerwish": {
        "state": peers.WISHES,
        **dict.fromkeys(("must", "must_not", "wishes"), peers.TraitWords()),
    },
    "peers_peerlog": {"how": supporting.HOW},
    "peers_peermatch": {"state": peers.MATCHES},
    "peers_peermatchstep": {"state": peers.MATCHES, "why": peers.WHYS},
    "courses_courseplace": {
        "state": courses.PLACE_STATES,
        "interpreter_need": records.INTERPRETER_NEEDS,
        "reminders": groups.REMINDER_WORDS,
    },
    "courses_courseinvitation": {"how": courses.HOW_INVITED, "answer": courses.ANSWERS},
    "courses_followup": {"ended_as": courses.FOLLOW_UP_ENDS},
    "equipment_pumprequest": {
        "asked_by": equipment.ASKED_BY,
        "needs": equipment.NEEDS,
        "state": equipment.REQUESTS,
        "ended_as": equipment.ENDS,
    },
    "equipment_pumprequeststep": {"state": equipment.REQUESTS, "why": equipment.ENDS},
    "equipment_loan": {
        "talked": equipment.TALKED,
        "collection": equipment.COLLECTIONS,
        "ended_as": equipment.LOAN_ENDS,
        "condition": equipment.CONDITIONS,
        "helped": equipment.HELPED,
    },
    "bundles_bundlerequest": {
        "criteria": bundles.CRITERIA,
        "place": bundles.PLACES,
        "no_room": bundles.NO_ROOM,
        "state": bundles.STATES,
        "why": bundles.WHY_NOT,
        "arrives": bundles.ARRIVES,
        "talked": bundles.TALKED,
        "taken_back": bundles.TAKEN_BACK,
    },
    "bundles_bundlerequeststep": {"state": bundles.STATES, "why": bundles.WHY_NOT},
    "bundles_sleepingrecheck": {"found": bundles.FOUND, "place": bundles.PLACES, "why": bundles.WHY_NOT},
    "bundles_housingnotice": {"place": bundles.PLACES},
    "stores_recallholder": {"how": stores.HOW_TOLD},
    "ways_wayproposal": {"way": WAYS},
    "rights_datarequest": {"kind": requests.KINDS, "state": requests.STATES},
    "rights_datarequeststep": {"state": requests.STATES},
}
CODE_WORDS = {f"{table}.{column}": words for table, columns in _BY_TABLE.items() for column, words in columns.items()}
