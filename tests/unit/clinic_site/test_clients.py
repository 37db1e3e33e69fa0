import pytest

from clinic_site.clients import client_address, client_network


@pytest.fixture(autouse=True)
def _two_proxies(settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1", "10.0.0.0/8", "::1"]


def address(rf, peer, forwarded=None):
    headers = {} if forwarded is None else {"x-forwarded-for": forwarded}
    return client_address(rf.get("/", REMOTE_ADDR=peer, headers=headers))


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("203.0.113.5", None, "203.0.113.5"),
        ("203.0.113.5", "6.6.6.6", "203.0.113.5"),  # nobody we trust said so
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.7", "198.51.100.7"),  # the first one the visitor made up
        ("127.0.0.1", "6.6.6.6, 198.51.100.7, 10.1.2.3", "198.51.100.7"),
        ("::1", "2001:db8::7", "2001:db8::7"),
        ("::ffff:127.0.0.1", "::ffff:198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.7, nonsense", "127.0.0.1"),
        ("127.0.0.1", "10.1.1.1, 10.2.2.2", "10.1.1.1"),
        ("", "198.51.100.7", ""),
        ("127.0.0.1", "198.51.100.7:4321", "198.51.100.7"),
        ("127.0.0.1", "[2001:db8::7]:4321", "2001:db8::7"),
    ],
)
def test_the_visitor_is_who_the_last_trusted_proxy_saw(rf, peer, forwarded, expected):
    assert address(rf, peer, forwarded) == expected


@pytest.mark.parametrize(
    ("peer", "network"),
    [
        ("203.0.113.5", "203.0.113.5"),
        ("2001:db8:1:2:3::9", "2001:db8:1:2::"),
        ("2001:db8:1:2::", "2001:db8:1:2::"),
        ("", ""),
    ],
)
def test_a_household_is_one_client(rf, peer, network):
    assert client_network(rf.get("/", REMOTE_ADDR=peer)) == network
    assert client_network(rf.get("/", REMOTE_ADDR="")) == ""
