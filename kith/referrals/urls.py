"""The addresses of referrals."""

from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page
from kith.referrals.views import answers, erasing, referrals, referring

public = [
    page(
        "referral-answers/<slug:token>/",
        answers.answer_referral,
        audience=Audience.PUBLIC,
        name="answer-referral",
        methods=("GET", "POST"),
    ),
]
my = [
    page(
        "families/<uuid:family_id>/ask/",
        referring.refer,
        audience=Audience.PARENT,
        name="ask-for-help",
        methods=("GET", "POST"),
        needs=Permission.REFER,
    ),
    page(
        "referrals/<uuid:referral_id>/withdraw/",
        referrals.withdraw,
        audience=Audience.PARENT,
        name="withdraw-referral",
        methods=("POST",),
        needs=Permission.REFER,
    ),
]
desk = [
    page(
        "families/<uuid:family_id>/refer/",
        referring.refer,
        audience=Audience.STAFF,
        name="refer",
        methods=("GET", "POST"),
        needs=Permission.REFER,
    ),
    page(
        "families/<uuid:family_id>/erase-referral-words/",
        erasing.erase_referral_words,
        audience=Audience.STAFF,
        name="erase-referral-words",
        methods=("GET", "POST"),
        needs=Permission.MERGE_FAMILIES,
    ),
    page(
        "referrals/",
        referrals.referrals,
        audience=Audience.STAFF,
        name="referrals",
        needs=Permission.ANSWER_REFERRAL,
    ),
    page(
        "referrals/<uuid:referral_id>/",
        referrals.referral,
        audience=Audience.STAFF,
        name="referral",
        methods=("GET", "POST"),
        needs=Permission.ANSWER_REFERRAL,
    ),
    page(
        "organisations/<int:organisation_id>/receivers/add/",
        referrals.add_receiver,
        audience=Audience.STAFF,
        name="add-receiver",
        methods=("GET", "POST"),
        needs=Permission.ADMINISTER,
    ),
    page(
        "referrals/receivers/<int:receiver_id>/",
        referrals.receiver,
        audience=Audience.STAFF,
        name="receiver",
        methods=("GET", "POST"),
        needs=Permission.MANAGE_DIRECTORY,
    ),
]
