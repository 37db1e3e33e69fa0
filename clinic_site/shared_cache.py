"""A cache in Redis that every web host shares and no page depends on.

While Redis is away, hangs or refuses, nothing is in the cache and nothing is stored; a page waits a quarter of a second
at most, and only now and then.
"""

import glob
import logging
import threading
from contextlib import suppress
from functools import cache
from time import monotonic

from django.core import signing
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from django.utils.encoding import force_str
from redis.exceptions import RedisError

PATIENCE = 0.25  # seconds for a connection, and for an answer
PAUSE = 5  # seconds for which a Redis that failed is left alone; then one thread tries, and no other until it knows
SALT = "clinic_site.shared_cache"
TOLD_EVERY = 60  # seconds between two lines in the log about failures

logger = logging.getLogger(__name__)


class SharedCache(RedisCache):
    @property
    def _cache(self):
        return client_of(*self._servers)

    def clear(self):
        """Only what is this site's, since others may use the same Redis. Looks at every key there."""
        self._cache.delete_all(f"{self.key_prefix}:")


@cache
def client_of(url):
    """One for all threads of a process: what one of them found out about Redis spares the others the wait."""
    return CarefulClient([url])


class SignedJson:
    """Not Django's own serializer: with pickle, whoever can write to the Redis could run code here.

    What this site has not signed it does not read, or they could put another telephone number on every page.
    """

    def dumps(self, value):
        return value if type(value) is int else signing.dumps(value, salt=SALT)  # Redis counts plain numbers

    def loads(self, data):
        """Raises ValueError for what is not this site's."""
        with suppress(ValueError):
            return int(data)
        try:
            return signing.loads(force_str(data), salt=SALT)
        except signing.BadSignature as problem:
            raise ValueError("not signed by this site") from problem


class CarefulClient(RedisCacheClient):
    """Every operation of Django's client, tried if Redis may be asked, with an answer for when it fails."""

    def __init__(self, servers):
        # Protocol 2: with 3, what a server says of its maintenance makes the timeouts longer.
        super().__init__(
            servers,
            serializer=SignedJson,
            socket_connect_timeout=PATIENCE,
            socket_timeout=PATIENCE,
            protocol=2,
        )
        self.lock = threading.Lock()
        self.left_alone_until = None  # by monotonic(); None while Redis answers
        self.told_at = None
        self.is_told = False

    def add(self, key, value, timeout):
        return self.attempt(super().add, key, value, timeout, otherwise=False)

    def get(self, key, default):
        try:
            return self.attempt(super().get, key, default, otherwise=default)
        except ValueError:  # what is stored is not this site's
            return default

    def set(self, key, value, timeout):
        self.attempt(super().set, key, value, timeout)

    def touch(self, key, timeout):
        return self.attempt(super().touch, key, timeout, otherwise=False)

    def delete(self, key):
        return self.attempt(super().delete, key, otherwise=False)

    def get_many(self, keys):
        try:
            return self.attempt(super().get_many, keys, otherwise={})
        except ValueError:
            return {}

    def has_key(self, key):
        return self.attempt(super().has_key, key, otherwise=False)

    def incr(self, key, delta):
        """Raises ValueError as for a key that is not there."""
        value = self.attempt(super().incr, key, delta)
        if value is None:
            raise ValueError("The shared cache cannot be asked.")
        return value

    def set_many(self, data, timeout):
        self.attempt(super().set_many, data, timeout)

    def delete_many(self, keys):
        self.attempt(super().delete_many, keys)

    def delete_all(self, beginning):
        client = self.get_client(write=True)
        self.attempt(lambda: [client.delete(key) for key in client.scan_iter(match=f"{glob.escape(beginning)}*")])

    def attempt(self, operation, *arguments, otherwise=None):
        """What the operation returns; `otherwise` when Redis is left alone, or does not do it."""
        if not self.may_ask():
            return otherwise
        try:
            result = operation(*arguments)
        except (RedisError, OSError) as error:
            self.note_failure(error)
            return otherwise
        except ValueError:  # about what is stored, so Redis answers
            self.note_success()
            raise
        self.note_success()
        return result

    def may_ask(self):
        if self.left_alone_until is None:
            return True
        with self.lock:
            now = monotonic()
            if self.left_alone_until is not None:
                if now < self.left_alone_until:
                    return False
                self.left_alone_until = now + PAUSE
        return True

    def note_failure(self, error):
        with self.lock:
            now = monotonic()
            self.left_alone_until = now + PAUSE
            if self.told_at is None or now - self.told_at >= TOLD_EVERY:
                self.told_at, self.is_told = now, True
                logger.warning("The shared cache cannot be used (%s); pages do without it", type(error).__name__)
        self._get_connection_pool(write=True).disconnect(inuse_connections=False)  # the idle ones are as dead

    def note_success(self):
        if self.left_alone_until is None:
            return
        with self.lock:
            self.left_alone_until = None
            if self.is_told:
                self.is_told = False
                logger.info("The shared cache is used again")
