"""`python -m tests.histories KIND COUNT SEED`: count one kind in an empty database and say what was found."""

import logging
import sys

import django

django.setup()
logging.disable(logging.ERROR)

from tests.histories.counting import main  # noqa: E402  # it stands on a Django that is set up

main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
