"""Every setting of the site, read from the environment.

DJANGO_SECRET_KEY set means a real site. Not set, a demo: it listens on 127.0.0.1 only, makes keys of its own and,
without EMAIL_HOST, writes mails to files. docs/install-and-operate.md lists all settings.
"""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django_prose_editor.config import html_tags, process_link
from js_asset import static_lazy

from clinic_site import demo, environment
from clinic_site.http.stylesheet import STYLESHEET_HASH

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = environment.folder("DATA_DIR", default=BASE_DIR / "var")

# Demo or real

SECRET_KEY = environment.text("DJANGO_SECRET_KEY")
DEMO = not SECRET_KEY
DEBUG = False

PORT = environment.number("PORT", default=8000, minimum=1, maximum=65535)
BIND = environment.address("BIND", environment.text("BIND", "127.0.0.1"))
TRUSTED_PROXIES = environment.networks("TRUSTED_PROXIES", environment.text("TRUSTED_PROXIES", "127.0.0.1,::1"))

if DEMO:
    if BIND not in ("127.0.0.1", "localhost", "::1"):
        raise ImproperlyConfigured(
            f"BIND is {BIND}, but a demo listens on 127.0.0.1 only. Set DJANGO_SECRET_KEY to start a real site."
        )
    _keys = demo.read_or_create_keys(DATA_DIR)
    SECRET_KEY = _keys["secret_key"]
    ALLOWED_HOSTS = environment.hosts("ALLOWED_HOSTS", environment.text("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]"))
    _site_url = environment.text("SITE_URL", f"http://127.0.0.1:{PORT}")
    _encryption_keys = environment.text("FIELD_ENCRYPTION_KEYS", _keys["field_encryption_key"])
    LOOKUP_HASH_KEY = environment.text("LOOKUP_HASH_KEY", _keys["lookup_hash_key"])
    _staff_emails = environment.text("STAFF_EMAILS", "front-desk@clinic.example")
    _backup_dir = environment.text("BACKUP_DIR", str(DATA_DIR / "backups"))
    _backup_key = environment.text("BACKUP_KEY", _keys["backup_key"])
else:
    if len(SECRET_KEY) < 50:
        raise ImproperlyConfigured("DJANGO_SECRET_KEY is shorter than 50 characters. Set it to a long random text.")
    ALLOWED_HOSTS = environment.hosts(
        "ALLOWED_HOSTS",
        environment.required("ALLOWED_HOSTS", instruction="Set it to the host names of the site, separated by commas."),
    )
    _site_url = environment.required(
        "SITE_URL", instruction="Set it to the address of the site, like https://www.example.org"
    )
    _encryption_keys = environment.required(
        "FIELD_ENCRYPTION_KEYS",
        instruction="Set it to Fernet keys, newest first, separated by commas, and keep a copy off this machine.",
    )
    LOOKUP_HASH_KEY = environment.required(
        "LOOKUP_HASH_KEY", instruction="Set it to a long random text that differs from DJANGO_SECRET_KEY."
    )
    if len(LOOKUP_HASH_KEY) < 32:
        raise ImproperlyConfigured("LOOKUP_HASH_KEY is shorter than 32 characters. Set it to a long random text.")
    _staff_emails = environment.required(
        "STAFF_EMAILS", instruction="Set it to the addresses that get mail about new requests, separated by commas."
    )
    _backup_dir = environment.text("BACKUP_DIR")
    _backup_key = environment.text("BACKUP_KEY")

SITE_URL = environment.site_url(_site_url, allowed_hosts=ALLOWED_HOSTS)
FIELD_ENCRYPTION_KEYS = environment.fernet_keys("FIELD_ENCRYPTION_KEYS", _encryption_keys)
STAFF_EMAILS = environment.emails("STAFF_EMAILS", _staff_emails)

# Backups. A real site starts without them, and `check --deploy` says so.

BACKUP_DIR = environment.absolute_path("BACKUP_DIR", _backup_dir)
BACKUP_KEY = environment.age_identity("BACKUP_KEY", _backup_key)

# Applications

INSTALLED_APPS = [
    "clinic_site",
    "articles",
    "consultations",
    "csp",
    "django_prose_editor",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "clinic_site.staff.apps.StaffSiteConfig",  # Django's admin
    "clinic_site.staff.apps.AccountsConfig",  # Django's users and groups
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.redirects",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.sites",  # redirects ask for it; the site's address is SITE_URL
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "clinic_site.operations.request_log.RequestLogMiddleware",  # first: its id is in every line that the others log
    "clinic_site.http.headers.EmptyBodyForHeadMiddleware",
    "clinic_site.http.headers.FixedHeadersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "clinic_site.http.headers.ContentSecurityPolicyMiddleware",
    "clinic_site.operations.health.HealthMiddleware",  # before anything that may refuse a request or query the database
    "clinic_site.http.headers.CacheControlMiddleware",
    "clinic_site.http.request_facts.LanguageByPathMiddleware",  # before anything that may answer with an error page
    "clinic_site.http.request_facts.ClinicMiddleware",
    "clinic_site.statistics.counting.PageNameMiddleware",  # by the clinic's clock, so after its facts
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "clinic_site.http.headers.GZipTextMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
    "clinic_site.staff.long_forms.LongFormsOfStaffMiddleware",
    "clinic_site.staff.gate.SignInGateMiddleware",
    "clinic_site.http.search_limit.SearchLimitMiddleware",
    "clinic_site.redirects.middleware.RedirectMiddleware",  # last: for addresses that no view has
]

TEXT_RULES = "clinic_site.text_rules"  # the apps, which do not import clinic_site, find it here
SITE_ID = 1
ROOT_URLCONF = "clinic_site.urls"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "clinic_site.context_processors.every_page",
            ],
        },
    },
]


# Database

DATABASE_DIRECT = None  # the database itself, if DATABASE_URL leads to a connection pool
if environment.text("DATABASE_DIRECT_URL"):
    DATABASE_DIRECT = environment.database("DATABASE_DIRECT_URL", default="")
DATABASES = {
    "default": environment.database(
        "DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'site.sqlite3'}", is_pooled=bool(DATABASE_DIRECT)
    )
}
if DATABASE_DIRECT and any(each["ENGINE"].endswith("sqlite3") for each in (DATABASE_DIRECT, DATABASES["default"])):
    raise ImproperlyConfigured(
        "DATABASE_DIRECT_URL is for PostgreSQL behind a connection pool. Set it and DATABASE_URL to URLs like "
        "postgres://user:password@host:5432/name, or remove it."
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Mail

EMAIL_HOST = environment.mail_server("EMAIL_HOST", environment.text("EMAIL_HOST"))
EMAIL_PORT = environment.number("EMAIL_PORT", default=25, minimum=1, maximum=65535)
EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD")
environment.mail_login(EMAIL_HOST_USER, EMAIL_HOST_PASSWORD)
EMAIL_USE_TLS = environment.flag("EMAIL_USE_TLS", default=False)
EMAIL_USE_SSL = environment.flag("EMAIL_USE_SSL", default=False)
# For one answer; twice as long after the text of a mail. RFC 5321, 4.5.3.2: five and ten minutes.
EMAIL_TIMEOUT = environment.number("EMAIL_TIMEOUT", default=300, minimum=1, maximum=3600)
if EMAIL_USE_TLS and EMAIL_USE_SSL:
    raise ImproperlyConfigured("EMAIL_USE_TLS and EMAIL_USE_SSL are both on. Keep the one your mail server asks for.")
if EMAIL_HOST:
    EMAIL_BACKEND = "consultations.mail.smtp.EmailBackend"
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA_DIR / "mail"
if EMAIL_HOST and not DEMO:
    DEFAULT_FROM_EMAIL = environment.required(
        "DEFAULT_FROM_EMAIL", instruction="Set it to the sender of the site's mails, like website@example.org"
    )
else:
    DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "website@clinic.example")
DEFAULT_FROM_EMAIL = environment.sender("DEFAULT_FROM_EMAIL", DEFAULT_FROM_EMAIL)
EMAIL_DOMAIN = environment.mail_domain(DEFAULT_FROM_EMAIL)
EMAIL_HELO_NAME = environment.helo_name("EMAIL_HELO_NAME", environment.text("EMAIL_HELO_NAME", EMAIL_DOMAIN))
EMAIL_REPLY_TO = environment.text("EMAIL_REPLY_TO")
if EMAIL_REPLY_TO:
    EMAIL_REPLY_TO = environment.sender("EMAIL_REPLY_TO", EMAIL_REPLY_TO)

MAIL_LEASE_SECONDS = environment.number("MAIL_LEASE_SECONDS", default=300, minimum=1, maximum=86400)
MAIL_RETRY_SECONDS = environment.number("MAIL_RETRY_SECONDS", default=30, minimum=1, maximum=600)
MAIL_RETRY_LONGEST_SECONDS = environment.number("MAIL_RETRY_LONGEST_SECONDS", default=600, minimum=1, maximum=86400)
MAIL_RETRY_REFUSED_SECONDS = environment.number("MAIL_RETRY_REFUSED_SECONDS", default=3600, minimum=1, maximum=86400)

# How many requests are taken, and how long they are kept

RATE_LIMIT_PER_CLIENT = environment.number("RATE_LIMIT_PER_CLIENT", default=30, minimum=1, maximum=1_000_000)
RATE_LIMIT_OVERALL = environment.number("RATE_LIMIT_OVERALL", default=200, minimum=1, maximum=1_000_000)
RETENTION_MONTHS = environment.number("RETENTION_MONTHS", default=24, minimum=1, maximum=1200)

# Languages and time. The path alone chooses the language. The clinic's time zone is one of its facts: requests, and
# tasks of the worker that need its day, switch to it.

LANGUAGE_CODE = "en"
LANGUAGES = [("ar", "العربية"), ("en", "English"), ("es", "Español"), ("pl", "Polski")]  # by own name
FORMAT_MODULE_PATH = "clinic_site.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"  # Django's own default is Chicago

# Static files

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"allow_overwrite": True}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_MIMETYPES = {".svg": "image/svg+xml; charset=utf-8"}
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site needs these files

# Pictures that staff upload: served by a view, since WhiteNoise serves only files that existed at the start

MEDIA_ROOT = DATA_DIR / "media"
FILE_UPLOAD_HANDLERS = [
    "articles.pictures.StaffUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
]
FILE_UPLOAD_MAX_MEMORY_SIZE = 2**40  # bytes, which is no limit: the first handler has one

# What our editor has beside the prose editor's own

DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy("admin/js/pictures-in-text.js")],
        "extensions": {"Picture": html_tags([])},  # articles.body_pictures keeps its elements, and no others
    },
    {"js": [static_lazy("admin/js/terms.js")], "extensions": {"Term": html_tags(["dfn"])}},
    {"js": [static_lazy("admin/js/link-picker.js")], "extensions": {"Link": process_link}},
]

# Sign-in of staff

SECOND_FACTOR_REQUIRED = not DEMO
LOGIN_URL, LOGIN_REDIRECT_URL = "admin:login", "admin:index"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "clinic_site.staff.gate.StaffBackend"]
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True  # the access records have it
AXES_CLIENT_IP_CALLABLE = "clinic_site.http.client_address.client_network"
AXES_USERNAME_CALLABLE = "clinic_site.staff.lockout.hash_username"
AXES_CLIENT_STR_CALLABLE = "clinic_site.staff.lockout.describe_client"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # so that the wait that the page names stays true
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "clinic_site.staff.lockout.answer_locked_out"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "clinic_site.staff.passwords.ClinicWordsValidator"},
]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # not in a cookie

# Security. With an http:// SITE_URL (a trial) nothing requires TLS.

_HTTPS = urlsplit(SITE_URL).scheme == "https"
SECURE_SSL_REDIRECT = _HTTPS
SECURE_HSTS_SECONDS = 63072000 if _HTTPS else 0  # two years
SECURE_HSTS_INCLUDE_SUBDOMAINS = _HTTPS
SECURE_REFERRER_POLICY = "same-origin"  # not no-referrer: browsers would then send "Origin: null" with the form
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_NAME = "__Host-session" if _HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if _HTTPS else "csrf"
SECOND_FACTOR_COOKIE_NAME = "__Host-second-factor" if _HTTPS else "second-factor"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds without a page, after which the server forgets a session
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "clinic_site.views.forbidden_without_token"
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # HSTS preloading binds all subdomains for good: the owner's decision
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024  # bytes; the form's longest answer is a twentieth of it
LONGEST_FORM_OF_STAFF = 4 * 1024 * 1024  # bytes; an Arabic letter is sent as six, and an article has four languages

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [f"'{STYLESHEET_HASH}'"],
        "img-src": [SELF],
        "connect-src": [SELF],  # no script of ours connects; auditors such as Lighthouse read robots.txt from the page
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": [NONE],
        "upgrade-insecure-requests": _HTTPS,
    }
}
# The first hash is for error pages, the second for the <style> that the prose editor inserts, the nonce for its import
# map. The admin's own scripts write innerHTML, so no Trusted Types here.
ADMIN_CONTENT_SECURITY_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF, NONCE],
    "style-src": [SELF, f"'{STYLESHEET_HASH}'", "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"],
    "img-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
    "upgrade-insecure-requests": _HTTPS,
}

# Logs: to the console, where systemd or a container keeps them. No patient data is ever logged, and no access log is
# written: a list of who read which page about health is patient data too. operations/request_log.py writes a line only
# about a request that sent something, failed or was slow, and names the kind of page, not which one.

SLOW_QUERY_MS = environment.number("SLOW_QUERY_MS", default=200, minimum=0, maximum=1_000_000)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"private": {"()": "clinic_site.operations.log_format.PrivateFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "private"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "axes": {"level": "WARNING"},
        "django": {"handlers": [], "level": "WARNING"},  # instead of Django's own handlers, which mail tracebacks
        # django.request logs these errors too, without a traceback and without the sent data.
        "django.security": {"level": "CRITICAL"},
    },
}
