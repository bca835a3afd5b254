"""`python -m tests.canary`: plant, crawl and count in an empty database; what F12 counts."""

import django

django.setup()

from tests.canary.counting import main  # noqa: E402  # it stands on a Django that is set up

main()
