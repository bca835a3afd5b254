"""`python -m tests.equal_times PAIRS SEED`: time pairs of bookings in an empty place and say what their times tell."""

import logging
import sys

import django

django.setup()
logging.disable(logging.ERROR)

from tests.equal_times.counting import main  # noqa: E402  # it stands on a Django that is set up

main(int(sys.argv[1]), int(sys.argv[2]))
