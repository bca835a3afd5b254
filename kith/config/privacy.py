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
}
