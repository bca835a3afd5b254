"""The addresses of families."""

from collections.abc import Callable
from functools import partial

from django.http import HttpResponseBase
from django.urls import URLPattern

from kith.families.views import (
    answers,
    bereavement,
    births,
    cards,
    consents,
    duplicates,
    emergency,
    record,
    splitting,
)
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

ALL = "families/"
FAMILY = f"{ALL}<uuid:family_id>/"
PARENT = f"{FAMILY}parents/<uuid:parent_id>/"
READ, ASK, DO = ("GET",), ("GET", "POST"), ("POST",)


def _page(
    audience: Audience,
    needs: Permission,
    route: str,
    view: Callable[..., HttpResponseBase],
    name: str,
    *,
    methods: tuple[str, ...] = ASK,
) -> URLPattern:
    return page(route, view, audience=audience, name=name, methods=methods, needs=needs)


_her_word = partial(_page, Audience.PARENT, Permission.GIVE_CONSENT)
_her_record = partial(_page, Audience.PARENT, Permission.SEE_OWN_RECORD)
_on_her_word = partial(_page, Audience.STAFF, Permission.GIVE_CONSENT)
_begin = partial(_page, Audience.STAFF, Permission.REGISTER_FAMILY)
_change = partial(_page, Audience.STAFF, Permission.CHANGE_RECORD)
_merge = partial(_page, Audience.STAFF, Permission.MERGE_FAMILIES)
_death = partial(_page, Audience.STAFF, Permission.RECORD_BEREAVEMENT)

public = [page("card/<str:token>/", cards.read_card, audience=Audience.PUBLIC, name="read-card", methods=ASK)]
my = [
    _her_word(f"{FAMILY}card/", cards.make_card, "make-card"),
    _her_record("card/<uuid:card_id>/", cards.my_card, "my-card", methods=READ),
    _her_word(f"{FAMILY}card/<uuid:card_id>/end/", cards.end_card, "end-card", methods=DO),
    _her_word(f"{FAMILY}consents/", consents.give_consent, "give-consent"),
    _her_word(
        f"{FAMILY}consents/<uuid:consent_id>/withdraw/", consents.withdraw_consent, "withdraw-consent", methods=DO
    ),
]
desk = [
    _change(f"{FAMILY}record/", record.family_record, "family-record", methods=READ),
    _change(f"{FAMILY}parents/new/", record.add_parent, "add-parent"),
    _change(PARENT, record.change_parent, "change-parent"),
    _change(f"{PARENT}needs/", record.change_needs, "change-needs"),
    _change(f"{PARENT}contact/", record.change_safe_contact, "change-safe-contact"),
    _change(f"{FAMILY}household/", record.change_household, "change-household"),
    _change(f"{FAMILY}babies/<uuid:baby_id>/birth/", record.change_birth, "change-birth"),
    _change(f"{FAMILY}days/<slug:what>/<uuid:of>/", record.correct_day, "correct-day"),
    _change(f"{FAMILY}pregnancy/", record.change_pregnancy, "change-pregnancy"),
    _change(f"{FAMILY}move/", record.move_home, "move-home"),
    _change(f"{FAMILY}crises/", record.change_crises, "change-crises"),
    _merge(f"{ALL}duplicates/", duplicates.duplicates, "duplicates", methods=READ),
    _merge(f"{FAMILY}duplicates/", duplicates.family_duplicates, "family-duplicates", methods=READ),
    _merge(f"{FAMILY}merge/<uuid:other_id>/", duplicates.merge_families, "merge-families"),
    _merge(f"{FAMILY}merges/<uuid:merge_id>/undo/", duplicates.undo_merge, "undo-merge"),
    _page(Audience.STAFF, Permission.SPLIT_RECORD, f"{FAMILY}split/", splitting.split_record, "split-record"),
    _on_her_word(f"{FAMILY}consents/", answers.consents, "consents", methods=READ),
    _on_her_word(f"{FAMILY}consents/ask/<slug:purpose>/", answers.ask_consent, "ask-consent"),
    _on_her_word(
        f"{FAMILY}consents/<uuid:consent_id>/withdraw/",
        answers.withdraw_on_her_word,
        "withdraw-on-her-word",
        methods=DO,
    ),
    _on_her_word(f"{FAMILY}card/", cards.make_card_with_her, "make-card-with-her"),
    _on_her_word(f"{FAMILY}card/<uuid:card_id>/end/", cards.end_card_on_her_word, "end-card-on-her-word", methods=DO),
    _death(f"{FAMILY}bereavement/", bereavement.bereavement, "bereavement"),
    _death(f"{FAMILY}bereavement/<int:bereavement_id>/undo/", bereavement.undo_bereavement, "undo-bereavement"),
    _page(
        Audience.STAFF, Permission.BREAK_GLASS, "open-in-emergency/", emergency.open_in_emergency, "open-in-emergency"
    ),
    _begin(f"{FAMILY}birth/", births.record_birth, "record-birth"),
]
