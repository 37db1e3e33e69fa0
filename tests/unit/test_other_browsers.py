"""The browsers of the tests are found, or asked for, and one that ends is noticed."""

import socket
import threading

import pytest

from tests import other_browsers
from tests.browser.engines import Marionette


@pytest.mark.parametrize(
    "folder",
    [
        "usr/lib/x86_64-linux-gnu/webkit2gtk-4.1",  # Debian
        "usr/libexec/webkit2gtk-4.1",  # Fedora
        "usr/lib/webkit2gtk-4.1",  # Arch
    ],
)
def test_mini_browser_is_found_where_each_distribution_has_it(tmp_path, folder):
    program = tmp_path / folder / "MiniBrowser"
    program.parent.mkdir(parents=True)
    program.touch()
    assert other_browsers.find_mini_browser(tmp_path) == str(program)


def test_missing_mini_browser_is_asked_for(monkeypatch):
    monkeypatch.setattr(other_browsers, "find", lambda program: "/usr/bin/" + program)
    monkeypatch.setattr(other_browsers, "find_mini_browser", lambda: None)
    assert other_browsers.find_missing_packages() == ["webkit2gtk-driver"]


def test_firefox_that_ends_fails_the_test_at_once():
    with socket.create_server(("127.0.0.1", 0)) as server:

        def greet_and_end():
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"2:{}")

        ending = threading.Thread(target=greet_and_end)
        ending.start()
        marionette = Marionette(server.getsockname()[1])
        ending.join()
        with pytest.raises(ConnectionError, match="Firefox has ended"):
            marionette._read()
