"""The addresses of families."""

from kith.families.urls import record, trust
from kith.families.views import consents, records
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

my = [
    *record.my,
    *trust.my,
    page(
        "families/<uuid:family_id>/consents/",
        consents.give_consent,
        audience=Audience.PARENT,
        name="give-consent",
        methods=("GET", "POST"),
        needs=Permission.GIVE_CONSENT,
    ),
    page(
        "families/<uuid:family_id>/consents/<uuid:consent_id>/withdraw/",
        consents.withdraw_consent,
        audience=Audience.PARENT,
        name="withdraw-consent",
        methods=("POST",),
        needs=Permission.GIVE_CONSENT,
    ),
]
public = trust.public
desk = [
    *record.desk,
    *trust.desk,
    page(
        "families/new/",
        records.register_family,
        audience=Audience.STAFF,
        name="register-family",
        methods=("GET", "POST"),
        needs=Permission.REGISTER_FAMILY,
    ),
    page(
        "families/<uuid:family_id>/birth/",
        records.record_birth,
        audience=Audience.STAFF,
        name="record-birth",
        methods=("GET", "POST"),
        needs=Permission.REGISTER_FAMILY,
    ),
]
