"""Tables of the packages that Kith stands on: which of them hold no person, and which are still without a wall."""

_FRAMEWORK = "of the framework: names of tables, and what was applied"
_QUEUE = "jobs: ids and codes, which the worker takes"
_SIGN_IN = "read to find out who signs in, when no viewer is known yet"

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
NOT_YET = dict.fromkeys(
    (
        "account_emailaddress",
        "account_emailconfirmation",
        "django_session",
        "mfa_authenticator",
        "socialaccount_socialaccount",
        "socialaccount_socialtoken",
    ),
    _SIGN_IN,
)
