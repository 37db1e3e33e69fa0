import pytest

from clinic_site.web_worker import LARGEST_HEAD, LARGEST_REQUEST, Arrival

POST = b"POST /consultation/ HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        (b"", False),
        (b"GET / HTTP/1.1\r\nHost: a\r\n", False),
        (b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", True),
        (POST % 5 + b"four", False),
        (POST % 5 + b"fives", True),
        (POST % 5 + b"fives and the next one", True),
        ((POST % 5).replace(b"Content-Length: ", b"content-length:") + b"four", False),
        (POST % 0, True),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n", True),
        (b"x" * LARGEST_HEAD, False),
        (b"x" * (LARGEST_HEAD + 1), True),
        (POST % 10**17 + b"x" * 1000, False),
        (POST % 10**17 + b"x" * LARGEST_REQUEST, True),
        (b"GET /?a=\r\nContent-Length: nonsense\r\n\r\n", True),
    ],
)
def test_a_request_is_whole_once_waiting_for_more_changes_nothing(received, expected):
    assert Arrival(received).is_whole() is expected


def test_a_request_may_come_byte_by_byte():
    arrival, whole = Arrival(), []
    for byte in POST % 5 + b"fives":
        arrival.received.append(byte)
        whole.append(arrival.is_whole())
    assert whole == [False] * (len(whole) - 1) + [True]
