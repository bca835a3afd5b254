"""The web server's entry."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
# Before the settings are read: the web server comes to the database in its own, narrow role.
os.environ["KITH_PART"] = "web"
application = get_wsgi_application()
# Not plain imports: they need Django, which the line above has set up.
import_module("kith.config.apart").refuse_mixed()
import_module("kith.config.gaps").tell_gaps()
import_module("kith.library.queries.danger").danger_words()
import_module("kith.families.actions.cards").nobodys_digest()
# Web workers are forked from here: what stands now stands in all of them, and no collector need look through it.
gc.collect()
gc.freeze()
