"""The one table of the environment's variables: docs/hosting.md prints it, and a name that is not in it is refused."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

OWN = "KITH_"
NAMES: dict[str, str] = {
    "DATABASE_URL": "the address of the place's PostgreSQL, as its owner; unset: Kith runs one of its own",
    "PLACE": "the short name of the place, which its folder bears: lower-case letters, digits and hyphens",
    "PORT": "the port that `kith up` listens on; unset: 8000",
    "KITH_ALLOWED_HOSTS": 'the hosts of the site, as JSON: `["feeding.example.org"]`',
    "KITH_AUDIT_KEY": "the key that seals the audit, at least 32 random characters; kept apart from the database",
    "KITH_BEHIND_TLS_PROXY": "`1` where a proxy in front speaks https and sets X-Forwarded-Proto and X-Forwarded-For",
    "KITH_BIND": "the address that the web server listens on; unset: 127.0.0.1",
    "KITH_CHROMIUM": "for tests: which Chromium drives the pages",
    "KITH_DEMONSTRATION": "`0` for a real place; `1`, or unset without keys, for a demonstration on this machine",
    "KITH_EMAIL_FROM": "the sender of e-mails: `Feeding support <kith@feeding.example.org>`",
    "KITH_EMAIL_URL": "the mail server: `smtps://user:password@mail.example.org:465`",
    "KITH_EVEN_ANSWER_SECONDS": "how long asking for a code takes, known or not; unset: 0.3",
    "KITH_LOCAL_ETHNICITIES": 'signs of the place\'s own behind a national letter, as JSON: `{"CR": "Roma"}`',
    "KITH_NOTIFY_KEY": "the key of GOV.UK Notify, where texts leave by it",
    "KITH_NOTIFY_TEXT_TEMPLATE": "the number of the template in Notify, which holds nothing but ((text))",
    "KITH_NOTIFY_URL": "the address of Notify; unset: GOV.UK's",
    "KITH_OIDC_ASSURANCE_CLAIM": "single sign-on: the claim that says how strongly a person has signed in; unset: acr",
    "KITH_OIDC_ASSURANCE_VALUES": "single sign-on: the values of it that count as a second factor, as JSON",
    "KITH_OIDC_CLIENT_ID": "single sign-on: our name with the provider",
    "KITH_OIDC_CLIENT_SECRET": "single sign-on: our secret with the provider",
    "KITH_OIDC_ISSUER": "single sign-on: the provider's address, which begins with https://",
    "KITH_OIDC_NAME": "single sign-on: what its button says",
    "KITH_PART": "which part this process is; the web server and the worker set it themselves",
    "KITH_PG_BIN": "the folder of PostgreSQL's programs, where they are not found",
    "KITH_PUBLIC_CACHE_SECONDS": "how old a public page may be on another machine; unset: 60",
    "KITH_SECRET_KEY": "the key of sessions and links, at least 32 random characters",
    "KITH_SITE_URL": "the address of the site, which messages link to: `https://feeding.example.org`",
    "KITH_TEST_DATABASE_URL": "for tests: a PostgreSQL of one's own",
    "KITH_VAR": "the folder of the place's data; unset: `var` beside the program",
    "KITH_WEB_DATABASE_URL": "the same database by the web server's own login (behind a pooler it must have one)",
    "KITH_WORKER_DATABASE_URL": "the same database by the worker's own login",
}
# What was a variable once and is chosen by the place itself now: kith.kernel.choices, the page Settings at the desk.
CHOSEN_AT_THE_DESK = {
    "KITH_BREAKS_SEEN_DAYS_AHEAD",
    "KITH_COVER_TOLD_AFTER_DAYS",
    "KITH_EMERGENCY_FAILED_SEARCHES",
    "KITH_EMERGENCY_HOURS",
    "KITH_FEEDING_BIRTHS_WITHIN",
    "KITH_FEEDING_KNOWN_AT_LEAST",
    "KITH_INTERPRETER_LATE_HOURS",
    "KITH_INTERPRETER_LENGTH_FACTOR",
    "KITH_INTERPRETER_REMINDER_HOURS",
    "KITH_INTERPRETER_TRAVEL_MINUTES",
    "KITH_MATERNITY_FROM_WEEK",
    "KITH_MATERNITY_NAME",
    "KITH_MATERNITY_PAGE",
    "KITH_MATERNITY_PHONE",
    "KITH_NEW_FACES",
    "KITH_NEW_FACES_WITHIN_DAYS",
    "KITH_PLACE_NAME",
    "KITH_SAFEGUARDING_NAME",
    "KITH_SAFEGUARDING_PHONE",
    "KITH_SERVICE_ENDS_AFTER_DAYS",
    "KITH_SMALLEST_COUNT_SHOWN",
    "KITH_USUAL_CASELOAD",
}


def unknown_names(given: Iterable[str]) -> Iterator[str]:
    """One sentence for each variable of ours that is none: what was meant, or where it is chosen now."""
    for name in sorted(each for each in given if each.startswith(OWN) and each not in NAMES):
        if name in CHOSEN_AT_THE_DESK:
            yield f"{name} is no variable any more: the place chooses it at the desk (Settings). Unset it."
        else:
            close = get_close_matches(name, [each for each in NAMES if each.startswith(OWN)], n=1, cutoff=0.0)
            yield f"{name} is no setting of Kith. Did you mean {close[0]}? Correct it or unset it."
