"""`python -m tests.second_wall`: read every table and every page as every role, unscoped; what F13 counts."""

import django

django.setup()

from tests.second_wall.counting import main  # noqa: E402  # it stands on a Django that is set up

main()
