"""Kith's settings for tools that read them and need no place: the type checker, the check for missing migrations."""

import os
from pathlib import Path

from testing.database import environment

for _name, _value in environment("postgresql://nobody@/none?host=/nowhere", Path("var/workshop")).items():
    os.environ.setdefault(_name, _value)

from kith.config.settings import *  # noqa: E402, F403  # they are read from the environment as they are imported
