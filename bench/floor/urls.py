"""The addresses of the floor."""

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

ROWS = [(f"Session {number}", f"Tuesday {number} March", number % 7) for number in range(20)]

TABLES = """
DROP TABLE IF EXISTS floor_booking, floor_session;
CREATE TABLE floor_session (id bigint PRIMARY KEY, places_taken integer NOT NULL DEFAULT 0);
CREATE TABLE floor_booking (id bigserial PRIMARY KEY, session_id bigint NOT NULL REFERENCES floor_session, name text);
ALTER TABLE floor_booking ENABLE ROW LEVEL SECURITY;
CREATE POLICY floor_wall ON floor_booking USING ((SELECT current_setting('kith.viewer', true) = 'open'));
GRANT SELECT, INSERT, UPDATE ON floor_session, floor_booking TO kith_web;
GRANT USAGE ON SEQUENCE floor_booking_id_seq TO kith_web;
"""
# The bare write goes through the same wall: in the same role, with the same words in its first message.
BEHIND_THE_WALL = "SET LOCAL ROLE kith_web; SET LOCAL kith.viewer = 'open'; "


def page(request: HttpRequest) -> HttpResponse:
    """A list of twenty rows in a layout, with no question to the database."""
    return render(request, "page.jinja", {"title": "Sessions", "rows": ROWS})


def look_up(request: HttpRequest, phone: str) -> HttpResponse:
    """The same page, drawn with what one look-up by an index finds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT given_name, family_name FROM families_parent WHERE phone = %s AND phone <> ''", [phone])
        found = cursor.fetchone()
    return render(request, "page.jinja", {"title": found[0] if found else "", "rows": ROWS})


@csrf_exempt
def book(request: HttpRequest, session_id: int) -> HttpResponse:
    """Lock one row, insert another, commit."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            BEHIND_THE_WALL + "SELECT places_taken FROM floor_session WHERE id = %s FOR UPDATE", [session_id]
        )
        cursor.execute(
            "INSERT INTO floor_booking (session_id, name) VALUES (%s, %s)", [session_id, request.POST["name"]]
        )
    return HttpResponseRedirect("/")


urlpatterns = [path("", page), path("book/<int:session_id>/", book), path("by-phone/<str:phone>/", look_up)]
