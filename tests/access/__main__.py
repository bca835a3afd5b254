"""`python -m tests.access`: ask every cell of the table in an empty database and say what was counted."""

from importlib import import_module

import django

django.setup()
import_module("tests.access.report").main()
