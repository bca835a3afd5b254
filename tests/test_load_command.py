"""``kith load`` as it is typed."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kith.config.management.commands.load import Bar
from kith.places.actions.founding import found_place
from kith.places.models import Postcode
from kith.platform.access.viewer import system_actor

HEADINGS = "postcode,laua,lat,long\n"


@pytest.fixture
def file(db, tmp_path):
    found_place(by=system_actor("test"))
    return tmp_path / "postcodes.csv"


def test_it_says_in_numbers_what_it_found(file):
    file.write_text(HEADINGS + "MK9 3EJ,E06000042,52.04,-0.76\n")
    out = StringIO()
    call_command("load", "postcodes", str(file), stdout=out)
    assert out.getvalue().split() == ["1", "postcodes", "Loaded", "postcodes", "from", "postcodes.csv."]


def test_it_refuses_with_the_row_and_loads_nothing(file):
    file.write_text(HEADINGS + "MK9 3EJ,E06000042,52.04,-0.76\nMK9,E06000042,52.04,-0.76\n")
    with pytest.raises(CommandError, match='row 3: postcode "MK9" is not a full postcode'):
        call_command("load", "postcodes", str(file), stdout=StringIO())
    assert not Postcode.objects.exists()


def test_the_bar_draws_on_a_terminal_only():
    class Terminal(StringIO):
        def isatty(self):
            return True

    watched, piped = Terminal(), StringIO()
    for out in (watched, piped):
        bar = Bar(out)
        bar(5, 10)
        bar(10, 10)
        bar.clear()
    assert "100 %" in watched.getvalue()
    assert piped.getvalue() == ""
