"""Django's settings, made from the one typed object."""

from kith.config.database import database_settings
from kith.config.env import ROOT, read_settings
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.platform.sign_in.provider import single_sign_on_apps, single_sign_on_origins
from kith.platform.ui.compiled import compiled_in

KITH = read_settings()

SECRET_KEY = KITH.secret_key.get_secret_value()
DEBUG = False
ALLOWED_HOSTS = list(KITH.allowed_hosts) or ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "procrastinate.contrib.django",
    "kith.migrating",
    "kith.walls",
    "kith.platform",
    "kith.undoing",
    "kith.files",
    "kith.places",
    "kith.ways",
    "kith.organisations",
    "kith.families",
    "kith.finding",
    "kith.tasks",
    "kith.directory",
    "kith.messages",
    "kith.interpreting",
    "kith.caseloads",
    "kith.education",
    "kith.stores",
    "kith.contacts",
    "kith.feeding",
    "kith.programmes",
    "kith.referrals",
    "kith.rights",
    "kith.safeguarding",
    "kith.whats_on",
    "kith.groups",
    "kith.listening",
    "kith.alliance",
    "kith.studies",
    "kith.panels",
    "kith.peers",
    "kith.rotas",
    "kith.plans",
    "kith.awareness",
    "kith.welcome",
    "kith.timetables",
    "kith.courses",
    "kith.cafes",
    "kith.missed",
    "kith.equipment",
    "kith.bundles",
    "kith.hub_days",
    "kith.library",
    "kith.insight",
    "kith.front",
    "kith.founding",
    "kith.demonstration",
    "kith.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kith.platform.web.content_policy.ContentPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kith.platform.web.reader_language.ReaderLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "kith.platform.web.same_origin.SameOriginMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "kith.config.urls"
WSGI_APPLICATION = "kith.config.wsgi.application"

_ROOMS = sorted([*(ROOT / "kith").glob("*/templates"), *(ROOT / "kith/platform").glob("*/templates")])
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "pages",
        "DIRS": _ROOMS,
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "kith.platform.ui.environment.environment",
            "bytecode_cache": compiled_in(ROOT / "var/templates"),
            "context_processors": ["kith.platform.ui.context.page_context", "kith.undoing.offering.undo_bar"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

DATABASES = {"default": database_settings(KITH.own_database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    # Counts attempts to sign in. Kept in the database, for every web worker must see the same count.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "platform_attempts",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
    "asked": {
        # Network addresses, and how often they asked for something lately: in memory alone.
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "asked",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}

AUTH_USER_MODEL = "platform.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

LOGIN_URL = "staff-sign-in"
ACCOUNT_ADAPTER = "kith.platform.sign_in.adapter.AccountAdapter"
ACCOUNT_TEMPLATE_EXTENSION = "jinja"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # reading a code proves an address; nobody signs up with another's
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 10 * 60
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ALLAUTH_TRUSTED_PROXY_COUNT = int(KITH.behind_tls_proxy)
# A hub's staff share one address, so the limit that bites is per account; per address only a flood is stopped.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "5/5m/key,100/m/ip",
    "reset_password": "60/m/ip,3/10m/key",
    "request_login_code": "60/m/ip,3/10m/key",
}
MFA_ADAPTER = "kith.platform.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = KITH.demonstration
SOCIALACCOUNT_ADAPTER = "kith.platform.sign_in.single_sign_on.SingleSignOnAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True  # the one provider is the alliance's own choice: env.py, KITH_OIDC_ISSUER
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": single_sign_on_apps(KITH)}}

# The prefix has the browser refuse the cookie from any other host or over http.
SESSION_COOKIE_NAME = "kith" if KITH.demonstration else "__Host-kith"
SESSION_ENGINE = "kith.walls.sessions"
SESSION_COOKIE_SECURE = not KITH.demonstration
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
# Writing requests are checked by where they come from, not by a cookie: docs/decisions/0003-no-cookie-for-readers.md
SILENCED_SYSTEM_CHECKS = ["security.W003"]
if KITH.behind_tls_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 63_072_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    # Blobs: a note that was just recorded is listened to before it is sent.
    "media-src": ["'self'", "blob:"],
    # Chromium applies this to where a form's answer redirects to as well.
    "form-action": ["'self'", *single_sign_on_origins(KITH)],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}

LANGUAGE_CODE = "en"
LANGUAGES = [(language.code, language.own_name) for language in INTERFACE_LANGUAGES]
LOCALE_PATHS = [ROOT / "kith/locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

STATIC_URL = "/static/"
STATICFILES_DIRS = [path for path in [ROOT / "kith/static/built"] if path.exists()]
WHITENOISE_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
# Built files carry a hash of their content in their name: a browser may keep them for ever.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^.+\.[0-9a-f]{12}\.\w+$"

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_IMPORT_PATHS = ["kith.platform.background"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "kith.platform.web.log_lines.DiscreetFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
