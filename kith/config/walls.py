"""Tables of the packages that Kith stands on which hold no person; walls around the others: kith.platform.walls."""

_FRAMEWORK = "of the framework: names of tables, and what was applied"
_QUEUE = "jobs: ids and codes, which the worker takes"

NO_PERSON = {
    "auth_group": _FRAMEWORK,
    "auth_group_permissions": _FRAMEWORK,
    "auth_permission": _FRAMEWORK,
    "django_content_type": _FRAMEWORK,
    "procrastinate_events": _QUEUE,
    "procrastinate_jobs": _QUEUE,
    "procrastinate_periodic_defers": _QUEUE,
    "procrastinate_workers": _QUEUE,
    "socialaccount_socialapp": "the keys of the single sign-on",
}
