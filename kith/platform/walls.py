"""Who sees the platform's own tables, and those by which people sign in; other packages': ``kith.config.walls``."""

from kith.walls.shapes import Shape, added_by_all, by_nobody, by_session_key, own_account, while_signing_in

# A request is recognised by the key of its session, and by the account that the session names; an account is looked
# for by an address on the pages of signing in alone. What allauth could keep and is told not to keep, nobody reads.
SIGN_IN: dict[str, Shape] = {
    "django_session": by_session_key("session_key"),
    "platform_account": own_account("id") | while_signing_in(),
    "account_emailaddress": own_account("user_id") | while_signing_in(),
    "account_emailconfirmation": by_nobody(),
    "mfa_authenticator": own_account("user_id") | while_signing_in(),
    "socialaccount_socialaccount": own_account("user_id") | while_signing_in(),
    "socialaccount_socialtoken": by_nobody(),
}
WALLS: dict[str, Shape] = {"platform_auditentry": added_by_all(), "platform_outboxevent": by_nobody()} | SIGN_IN
NO_PERSON = {
    "platform_auditcheck": "counts, and ids of entries of the audit",
    "platform_auditseal": "digests",
    "platform_outboxdelivery": "which listener has heard of which event",
}
