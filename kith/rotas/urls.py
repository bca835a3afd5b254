"""The addresses of rotas."""

from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page
from kith.rotas import views

ASK = ("GET", "POST")
LEAD, OWN = Permission.MANAGE_PEERS, Permission.SEE_PEER_TODAY

desk = [
    page("rota/", views.all_days, audience=Audience.STAFF, name="rota", methods=ASK, needs=LEAD),
    page("rota/new/", views.note, audience=Audience.STAFF, name="note-rota-day", methods=ASK, needs=LEAD),
    page("rota/mine/", views.own_days, audience=Audience.STAFF, name="my-rota", methods=ASK, needs=OWN),
    page("rota/mine/new/", views.note_own, audience=Audience.STAFF, name="note-my-day", methods=ASK, needs=OWN),
]
