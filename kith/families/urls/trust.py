"""The addresses of trust: consent on her word, cards, bereavement, records opened in an emergency."""

from kith.families.views import answers, bereavement, cards, emergency
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

my = [
    page(
        "families/<uuid:family_id>/card/",
        cards.make_card,
        audience=Audience.PARENT,
        name="make-card",
        methods=("GET", "POST"),
        needs=Permission.GIVE_CONSENT,
    ),
    page(
        "card/<uuid:card_id>/",
        cards.my_card,
        audience=Audience.PARENT,
        name="my-card",
        needs=Permission.SEE_OWN_RECORD,
    ),
    page(
        "families/<uuid:family_id>/card/<uuid:card_id>/end/",
        cards.end_card,
        audience=Audience.PARENT,
        name="end-card",
        methods=("POST",),
        needs=Permission.GIVE_CONSENT,
    ),
]
public = [
    page("card/<str:token>/", cards.read_card, audience=Audience.PUBLIC, name="read-card", methods=("GET", "POST")),
]
desk = [
    page(
        "families/<uuid:family_id>/consents/",
        answers.consents,
        audience=Audience.STAFF,
        name="consents",
        needs=Permission.GIVE_CONSENT,
    ),
    page(
        "families/<uuid:family_id>/consents/ask/<slug:purpose>/",
        answers.ask_consent,
        audience=Audience.STAFF,
        name="ask-consent",
        methods=("GET", "POST"),
        needs=Permission.GIVE_CONSENT,
    ),
    page(
        "families/<uuid:family_id>/consents/<uuid:consent_id>/withdraw/",
        answers.withdraw_on_her_word,
        audience=Audience.STAFF,
        name="withdraw-on-her-word",
        methods=("POST",),
        needs=Permission.GIVE_CONSENT,
    ),
    page(
        "families/<uuid:family_id>/card/",
        cards.make_card_with_her,
        audience=Audience.STAFF,
        name="make-card-with-her",
        methods=("GET", "POST"),
        needs=Permission.GIVE_CONSENT,
    ),
    page(
        "families/<uuid:family_id>/card/<uuid:card_id>/end/",
        cards.end_card_on_her_word,
        audience=Audience.STAFF,
        name="end-card-on-her-word",
        methods=("POST",),
        needs=Permission.GIVE_CONSENT,
    ),
    page(
        "families/<uuid:family_id>/bereavement/",
        bereavement.bereavement,
        audience=Audience.STAFF,
        name="bereavement",
        methods=("GET", "POST"),
        needs=Permission.RECORD_BEREAVEMENT,
    ),
    page(
        "families/<uuid:family_id>/bereavement/<int:bereavement_id>/undo/",
        bereavement.undo_bereavement,
        audience=Audience.STAFF,
        name="undo-bereavement",
        methods=("GET", "POST"),
        needs=Permission.RECORD_BEREAVEMENT,
    ),
    page(
        "open-in-emergency/",
        emergency.open_in_emergency,
        audience=Audience.STAFF,
        name="open-in-emergency",
        methods=("GET", "POST"),
        needs=Permission.BREAK_GLASS,
    ),
]
