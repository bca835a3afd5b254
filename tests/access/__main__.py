"""`python -m tests.access report|reading`: ask the house in an empty database and say what was counted."""

import sys
from importlib import import_module

import django

django.setup()
import_module(f"tests.access.{sys.argv[1]}").main()
