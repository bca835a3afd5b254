"""The addresses of rights."""

from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page
from kith.rights.views import complaints, data, own, signing_in
from kith.rights.views import desk as at_desk

ASK = ("GET", "POST")
public = [
    page(
        "complain-about-data/", complaints.complain, audience=Audience.PUBLIC, name="complain-about-data", methods=ASK
    ),
    page(
        "data-requests/<slug:request_token>/", complaints.status, audience=Audience.PUBLIC, name="data-request-status"
    ),
]
my = [
    page(
        "data/",
        data.my_data,
        audience=Audience.PARENT,
        name="my-data",
        methods=ASK,
        needs=Permission.SEE_OWN_RECORD,
    ),
    page(
        "data/sign-in-again/",
        data.prove_again,
        audience=Audience.PARENT,
        name="prove-again",
        methods=("POST",),
        needs=Permission.SEE_OWN_RECORD,
    ),
    page(
        "sign-in-by/",
        signing_in.ways,
        audience=Audience.PARENT,
        name="my-ways",
        methods=ASK,
        needs=Permission.SEE_OWN_RECORD,
    ),
    page(
        "sign-in-by/code/",
        signing_in.second_way,
        audience=Audience.PARENT,
        name="second-way",
        methods=ASK,
        needs=Permission.SEE_OWN_RECORD,
    ),
    page(
        "data/ask/<slug:data_kind>/",
        data.ask,
        audience=Audience.PARENT,
        name="ask-about-data",
        methods=ASK,
        needs=Permission.SEE_OWN_RECORD,
    ),
    page(
        "families/<uuid:family_id>/needs/",
        own.own_needs,
        audience=Audience.PARENT,
        name="own-needs",
        methods=ASK,
        needs=Permission.SEE_OWN_RECORD,
    ),
    page(
        "families/<uuid:family_id>/contact/",
        own.own_contact,
        audience=Audience.PARENT,
        name="own-contact",
        methods=ASK,
        needs=Permission.SEE_OWN_RECORD,
    ),
    page(
        "families/<uuid:family_id>/readers/",
        data.my_readers,
        audience=Audience.PARENT,
        name="my-readers",
        needs=Permission.SEE_OWN_RECORD,
    ),
]
desk = [
    page(
        "data-requests/",
        at_desk.register,
        audience=Audience.STAFF,
        name="data-requests",
        needs=Permission.ANSWER_DATA_REQUESTS,
    ),
    page(
        "data-requests/<int:data_request_id>/",
        at_desk.one,
        audience=Audience.STAFF,
        name="data-request",
        methods=ASK,
        needs=Permission.ANSWER_DATA_REQUESTS,
    ),
]
