"""The shared cache on a real Redis, which is killed, stopped, and filled with what is not the site's."""

import pickle
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import signing

from clinic_site import shared_cache
from clinic_site.shared_cache import PAUSE, SALT, TOLD_EVERY, SharedCache
from tests.redis import RedisServer

A_MOMENT = 0.7  # seconds: the quarter of one that is waited for Redis, on a slow machine
AWAY = "The shared cache cannot be used (ConnectionError); pages do without it"


@pytest.fixture(scope="module")
def server():
    server = RedisServer()
    yield server
    server.kill()


@pytest.fixture
def redis(server):
    """A Redis that is up, empty and as it comes."""
    if server.process is None:
        server.start()
    server.client().flushall()
    shared_cache.client_of.cache_clear()  # what this process knows of it
    return server


def cache_of(server, prefix="www.clinic.example", **changes):
    return SharedCache([changes.get("url", server.url)], {"KEY_PREFIX": prefix})


@pytest.fixture
def cache(redis):
    return cache_of(redis)


class Clock:
    now = 1000.0

    def shift(self, seconds):
        self.now += seconds


@pytest.fixture
def clock(monkeypatch):
    """The clock of the pauses, which goes on when it is told to."""
    clock = Clock()
    monkeypatch.setattr(shared_cache, "monotonic", lambda: clock.now)
    return clock


def logged(caplog):
    return [record.getMessage() for record in caplog.records]


# While Redis answers


def test_what_one_host_stores_another_finds(redis, cache):
    cache.set("clinic", [1.5, "Orland Park"], 60)
    shared_cache.client_of.cache_clear()
    assert cache_of(redis).get("clinic") == [1.5, "Orland Park"]


def test_it_does_what_a_cache_of_django_does(cache):
    assert cache.add("a", 1) is True
    assert cache.add("a", 2) is False
    assert cache.incr("a") == 2
    cache.set_many({"b": "x", "c": None})
    assert cache.get_many(["a", "b", "c", "d"]) == {"a": 2, "b": "x", "c": None}
    assert (cache.has_key("b"), cache.touch("b", 60)) == (True, True)
    assert (cache.delete("b"), cache.delete("b")) == (True, False)
    cache.delete_many(["c"])
    assert (cache.get("c", "nothing"), cache.get("a", "nothing")) == ("nothing", 2)
    with pytest.raises(ValueError, match="not found"):
        cache.incr("unknown")


def test_it_is_over_when_its_time_is(redis, cache):
    cache.set("clinic", "facts", 2)
    assert 0 < redis.client().ttl("www.clinic.example:1:clinic") <= 2


def test_two_sites_share_a_redis(redis, cache):
    other = cache_of(redis, prefix="[::1]:8000")
    cache.set("clinic", "ours")
    other.set("clinic", "theirs")
    assert (cache.get("clinic"), other.get("clinic")) == ("ours", "theirs")
    other.clear()
    assert (cache.get("clinic"), other.get("clinic")) == ("ours", None)


class Program:
    """Writes a file when it is unpickled."""

    def __init__(self, file):
        self.file = file

    def __reduce__(self):
        return open, (str(self.file), "w")


def test_a_program_that_somebody_put_there_is_not_run(redis, cache, tmp_path):
    program = pickle.dumps(Program(tmp_path / "ran"))
    pickle.loads(program)
    (tmp_path / "ran").unlink()  # so it is one
    redis.client().set("www.clinic.example:1:clinic", program)
    assert cache.get("clinic", "nothing") == "nothing"
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "value",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'"facts"',
        b"ImZhY3RzIg:1vNq5k:c2lnbmF0dXJl",
        signing.dumps("facts", key="of another site", salt=SALT),
        signing.dumps("facts", salt="of something else that this site signs"),
    ],
    ids=["empty", "cut off", "no text", "unsigned", "made up", "of another site", "of another page"],
)
def test_what_is_not_this_sites_is_not_in_the_cache_and_can_be_stored_anew(redis, cache, value):
    redis.client().set("www.clinic.example:1:clinic", value)
    assert cache.get("clinic", "nothing") == "nothing"
    assert cache.get_many(["clinic"]) == {}
    cache.set("clinic", "facts")
    assert cache.get("clinic") == "facts"


# While it does not


def nothing_is_kept(cache):
    cache.set("clinic", "facts")
    cache.set_many({"clinic": "facts"})
    cache.delete_many(["clinic"])
    cache.clear()
    with pytest.raises(ValueError, match="cannot be asked"):
        cache.incr("clinic")
    return (
        cache.get("clinic", "nothing"), cache.get_many(["clinic"]), cache.add("clinic", "facts"),
        cache.touch("clinic"), cache.delete("clinic"), cache.has_key("clinic"),
    ) == ("nothing", {}, False, False, False, False)  # fmt: skip


def test_while_redis_is_away_nothing_is_in_the_cache(redis, cache):
    cache.set("clinic", "facts")
    redis.kill()
    assert nothing_is_kept(cache)


@pytest.mark.parametrize("connected", [True, False])
def test_a_redis_that_hangs_is_waited_for_once(redis, cache, connected):
    if connected:
        cache.set("clinic", "facts")
    redis.hang()
    try:
        began = time.monotonic()
        assert nothing_is_kept(cache)
        assert time.monotonic() - began < A_MOMENT
    finally:
        redis.go_on()


def test_threads_wait_for_a_redis_that_hangs_at_the_same_time_and_no_more(redis, cache):
    cache.set("clinic", "facts")
    redis.hang()
    try:
        began = time.monotonic()
        with ThreadPoolExecutor(16) as pool:
            found = list(pool.map(lambda _: cache_of(redis).get("clinic"), range(200)))
        assert found == [None] * 200
        assert time.monotonic() - began < A_MOMENT
    finally:
        redis.go_on()


def test_a_redis_that_is_back_is_used_again_after_a_pause(redis, cache, clock):
    redis.kill()
    assert cache.get("clinic") is None
    redis.start()
    cache.set("clinic", "facts")
    assert redis.client().keys() == []
    clock.shift(PAUSE)
    cache.set("clinic", "facts")
    assert cache.get("clinic") == "facts"


def test_a_restart_between_two_questions_is_not_even_noticed(redis, cache):
    cache.set("clinic", "facts")
    redis.kill()
    redis.start()
    assert cache.get("clinic", "nothing") == "nothing"
    cache.set("clinic", "facts")
    assert cache.get("clinic") == "facts"


def test_after_the_pause_one_thread_tries_and_the_others_wait_for_no_redis(redis, cache, clock):
    redis.kill()
    assert cache.get("clinic") is None
    clock.shift(PAUSE)
    client = shared_cache.client_of(redis.url)
    assert [client.may_ask() for _ in range(3)] == [True, False, False]


# A Redis that answers, but not as one should


@pytest.fixture
def says():
    """Starts a server that answers whatever it is sent with some bytes; returns its CACHE_URL."""
    servers = []

    def start(answer):
        server = socket.create_server(("127.0.0.1", 0))
        servers.append(server)
        threading.Thread(target=serve, args=(server, answer), daemon=True).start()
        return f"redis://127.0.0.1:{server.getsockname()[1]}/0"

    yield start
    for server in servers:
        server.shutdown(socket.SHUT_RDWR)
        server.close()


def serve(server, answer):
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection:
            while connection.recv(65536):
                connection.sendall(answer)


@pytest.mark.parametrize(
    "answer",
    [
        b"-LOADING Redis is loading the dataset in memory\r\n",
        b"-READONLY You can't write against a read only replica.\r\n",
        b"-NOAUTH Authentication required.\r\n",
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"$1000\r\ncut off",
    ],
)
def test_a_redis_that_refuses_or_is_none_is_no_cache(redis, says, answer):
    assert nothing_is_kept(cache_of(redis, url=says(answer)))


def test_a_redis_that_is_full_is_no_cache(redis, cache):
    redis.client().config_set("maxmemory", 1)
    try:
        cache.set("clinic", "facts")
        assert redis.client().keys() == []
        assert nothing_is_kept(cache)
    finally:
        redis.client().config_set("maxmemory", 0)


def test_what_is_there_is_of_another_kind(redis, cache):
    redis.client().lpush("www.clinic.example:1:clinic", "a list")
    assert cache.get("clinic", "nothing") == "nothing"


# The log


def test_log_tells_once_a_minute_and_when_it_is_over(redis, cache, clock, caplog):
    caplog.set_level("INFO")
    redis.kill()
    for _ in range(TOLD_EVERY // PAUSE):
        cache.get("clinic")
        cache.get("clinic")
        clock.shift(PAUSE)
    assert logged(caplog) == [AWAY]
    cache.get("clinic")
    assert logged(caplog) == [AWAY, AWAY]
    redis.start()
    clock.shift(PAUSE)
    cache.get("clinic")
    cache.get("clinic")
    assert logged(caplog) == [AWAY, AWAY, "The shared cache is used again"]


def test_log_holds_no_password(redis, caplog):
    assert cache_of(redis, url=redis.url.replace("a%20password", "another")).get("clinic") is None
    assert logged(caplog) == ["The shared cache cannot be used (AuthenticationError); pages do without it"]


def test_a_value_that_is_no_json_is_a_mistake_of_ours(cache):
    with pytest.raises(TypeError):
        cache.set("clinic", object())
