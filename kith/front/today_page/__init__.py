"""Today, one module for each of its lists.

A new list is a module here, a template ``front/today/<topic>.jinja`` and one line in ``table``. A list reads rows that
name a family by ``family_id`` (or None); who that is, is looked up once for all lists together, in ``cards``.
"""
