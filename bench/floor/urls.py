"""The two addresses of the floor."""

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
"""


def page(request: HttpRequest) -> HttpResponse:
    """A list of twenty rows in a layout, with no question to the database."""
    return render(request, "page.jinja", {"title": "Sessions", "rows": ROWS})


@csrf_exempt
def book(request: HttpRequest, session_id: int) -> HttpResponse:
    """Lock one row, insert another, commit."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT places_taken FROM floor_session WHERE id = %s FOR UPDATE", [session_id])
        cursor.execute(
            "INSERT INTO floor_booking (session_id, name) VALUES (%s, %s)", [session_id, request.POST["name"]]
        )
    return HttpResponseRedirect("/")


urlpatterns = [path("", page), path("book/<int:session_id>/", book)]
