import pytest

from clinic_site.http.client_address import client_address, client_network, comes_from_a_proxy, truncated_address


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


@pytest.mark.parametrize(
    ("peer", "forwarded", "network"),
    [
        ("203.0.113.5", "", "203.0.113.0/24"),
        ("127.0.0.1", "198.51.100.77", "198.51.100.0/24"),
        ("127.0.0.1", "2001:db8:1:2:3::9", "2001:db8:1::/48"),
        ("::ffff:203.0.113.5", "", "203.0.113.0/24"),
        ("", "", ""),
    ],
)
def test_what_the_log_says_of_an_address_fits_many_people(rf, peer, forwarded, network):
    assert truncated_address(rf.get("/", REMOTE_ADDR=peer, headers={"x-forwarded-for": forwarded})) == network


@pytest.mark.parametrize(
    ("peer", "is_one"), [("127.0.0.1", True), ("::ffff:10.1.2.3", True), ("203.0.113.5", False), ("", False)]
)
def test_a_proxy_is_known_by_its_address(rf, peer, is_one):
    headers = {"x-forwarded-for": "127.0.0.1"}
    assert comes_from_a_proxy(rf.get("/", REMOTE_ADDR=peer, headers=headers)) == is_one
