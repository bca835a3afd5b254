"""`python -m tests.equal_times booking|sign-in PAIRS SEED`: time pairs in an empty place, and print the result."""

import logging
import sys

import django

django.setup()
logging.disable(logging.ERROR)

from tests.equal_times.counting import main  # noqa: E402  # it stands on a Django that is set up

main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
