"""The family page, one module for each of its sections: what it reads, and its moments in the timeline.

A new section is a module here, a template ``front/family/<topic>.jinja`` and one line in ``table``.
"""
