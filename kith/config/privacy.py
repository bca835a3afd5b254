"""What the tables of platform, and of the packages that Kith stands on, hold of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "platform_account": held(
        Keep.ACCOUNT,
        account="pk",
        hers="email phone phone_verified_at last_login is_active",
        opens="password",
    ),
    # Who has looked is told by its own query: a line for each person and day, by role.
    "platform_auditentry": held(
        Keep.AUDIT,
        staff="membership_id",
        inner="at kind actor account_id action subject_kind subject_id family_id facts mac",
    ),
    "platform_outboxevent": held(Keep.AUDIT, inner="at name payload"),
    "account_emailaddress": held(Keep.ACCOUNT, account="user", hers="email verified", inner="user primary"),
    # Second factors and single sign-on are for people at work.
    "mfa_authenticator": held(Keep.ACCOUNT, staff="user type created_at last_used_at", opens="data"),
    "socialaccount_socialaccount": held(Keep.ACCOUNT, staff="user provider uid last_login date_joined extra_data"),
    "socialaccount_socialtoken": held(Keep.LINK, opens="token token_secret", inner="app account expires_at"),
    "account_emailconfirmation": held(Keep.LINK, opens="key", inner="created sent email_address"),
    "django_session": held(Keep.LINK, opens="session_key session_data", inner="expire_date"),
}
