"""`python -m tests.own_copy`: a hundred families take their copies; what F21 counts."""

import django

django.setup()

from tests.own_copy.counting import main  # noqa: E402  # it stands on a Django that is set up

main()
