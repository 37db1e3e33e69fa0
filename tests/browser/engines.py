"""Firefox, WebKitGTK and lynx, each driven as its own makers do it, behind one interface for a patient's journey.

Playwright brings browsers of its own for the first two, which are neither what patients have nor on PyPI. lynx runs in
a terminal of 400 lines, so that a whole page is on the screen.
"""

import base64
import io
import json
import os
import re
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte
from pypdf import PdfReader
from selenium import webdriver
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.options import ArgOptions
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.clock import environment_without_clock
from tests.other_browsers import find, find_mini_browser
from tests.running_site import wait_until
from tests.smtp import free_port

CSS = "css selector"
ARRIVED = "return !('isLeft' in window) && document.readyState === 'complete'"
PATIENCE = 20  # seconds


# The names of Selenium's commands in Firefox, whose own protocol has those of WebDriver but for the transport.
MARIONETTE = {
    "newSession": "NewSession",
    "get": "Navigate",
    "getCurrentUrl": "GetCurrentURL",
    "findElement": "FindElement",
    "findElements": "FindElements",
    "getElementText": "GetElementText",
    "getElementAriaRole": "GetComputedRole",
    "getElementAriaLabel": "GetComputedLabel",
    "clickElement": "ElementClick",
    "clearElement": "ElementClear",
    "sendKeysToElement": "ElementSendKeys",
    "w3cExecuteScript": "ExecuteScript",
    "printPage": "Print",
    "setWindowRect": "SetWindowRect",
    "deleteAllCookies": "DeleteAllCookies",
    "w3cGetWindowHandles": "GetWindowHandles",
    "w3cGetCurrentWindowHandle": "GetWindowHandle",
    "switchToWindow": "SwitchToWindow",
}


class Marionette:
    """Lets Selenium drive a Firefox without geckodriver, which Debian does not package.

    A message is the number of its bytes, a colon and JSON: [0, number, command, parameters] there, [1, number, error,
    result] back. See https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
    """

    def __init__(self, port):
        self.stream = socket.create_connection(("127.0.0.1", port), timeout=60).makefile("rwb")
        self._read()  # a greeting

    def execute(self, command, parameters):
        parameters = {name: value for name, value in parameters.items() if name != "sessionId"}
        message = json.dumps([0, 1, f"WebDriver:{MARIONETTE[command]}", parameters]).encode()
        self.stream.write(b"%d:%s" % (len(message), message))
        self.stream.flush()
        _, _, error, result = self._read()
        if error:
            raise AssertionError(f"{command} {parameters}: {error['error']}, {error['message']}")
        is_bare = command == "newSession" or not isinstance(result, dict) or "value" not in result
        return {"value": result if is_bare else result["value"]}

    def _read(self):
        length = b""
        while not length.endswith(b":"):
            byte = self.stream.read(1)
            if not byte:
                raise ConnectionError("Firefox has ended.")
            length += byte
        return json.loads(self.stream.read(int(length[:-1])))


class Window:
    """A page in Firefox or WebKitGTK."""

    def __init__(self, driver, site):
        self.driver, self.site = driver, site

    def reads(self, address):
        self.driver.get(self.site.url + address)

    def fills_in(self, **answers):
        """Types into lines and text areas; `True` ticks a box; of radio buttons it presses the one with this value."""
        for name, answer in answers.items():
            if answer is True:
                self.presses(f"[name={name}]")
            elif self.driver.find_elements(CSS, f"[name={name}][type=radio]"):
                self.presses(f"[name={name}][value={answer}]")
            else:
                control = self.driver.find_element(CSS, f"[name={name}]")
                # WebKit's driver leaves it where it is in view, be it under the bar at the bottom.
                self.run(f"document.querySelector('[name={name}]').scrollIntoView({{ block: 'center' }})")
                control.clear()
                control.send_keys(answer)

    def pastes(self, html, into):
        """With the keys, from the clipboard: Firefox empties the clipboard of an event that a script makes."""
        self.run(
            "document.addEventListener('copy', (event) => { event.preventDefault();"
            f"event.clipboardData.setData('text/html', {json.dumps(html)}) }}, {{ once: true }})"
        )
        element = self.driver.find_element(CSS, into)
        element.send_keys(Keys.CONTROL + "c")
        element.send_keys(Keys.CONTROL + "v")

    def sends_it(self, button="#consultation-form button"):
        self.run("window.isLeft = false")
        self.presses(button)
        wait_until(lambda: self.run(ARRIVED), seconds=PATIENCE, what="the next page")  # WebKit's click does not wait

    def chooses(self, name, words):
        """Chooses what has these words in a list."""
        chosen = f"[...list.options].find((option) => option.text === {json.dumps(words)})"
        self.run(
            f"const list = document.querySelector('[name={name}]'); {chosen}.selected = true;"
            "list.dispatchEvent(new Event('change', { bubbles: true }))"
        )

    def uploads(self, path, *, at):
        self.driver.file_detector = UselessFileDetector()  # the file is on the browser's machine
        self.driver.find_element(CSS, at).send_keys(str(path))

    @contextmanager
    def pop_up(self, button):
        """The window that a button opens; its page is the one at work until it closes itself."""
        first = self.driver.current_window_handle
        self.presses(button)
        windows = wait_until(lambda: set(self.driver.window_handles) - {first}, seconds=PATIENCE, what="a window")
        self.driver.switch_to.window(windows.pop())
        yield
        wait_until(lambda: self.driver.window_handles == [first], seconds=PATIENCE, what="the window to close")
        self.driver.switch_to.window(first)

    def presses(self, selector):
        self.driver.find_element(CSS, selector).click()

    def types(self, key, at):
        self.driver.find_element(CSS, at).send_keys(key)

    @property
    def address(self):
        return self.driver.current_url

    def texts(self, selector):
        return [element.text for element in self.driver.find_elements(CSS, selector)]

    def run(self, script):
        return self.driver.execute_script(script)

    def hears(self, selector):
        """[(role, name)] of the elements, as screen readers are told."""
        found = self.driver.find_elements(CSS, selector)
        return [(element.aria_role, element.accessible_name) for element in found]

    def print_on(self, paper):
        """The text of each page on paper with the page's own margins; only Firefox prints without being asked."""
        pdf = self.driver.execute("printPage", {"page": paper})["value"]
        return [page.extract_text() for page in PdfReader(io.BytesIO(base64.b64decode(pdf))).pages]


@contextmanager
def open_firefox(site):
    with tempfile.TemporaryDirectory() as profile:
        port = free_port()
        Path(profile, "user.js").write_text(f'user_pref("marionette.port", {port});')
        firefox = subprocess.Popen(
            [find("firefox-esr"), "--marionette", "--headless", "--no-remote", "--profile", profile],
            env={**environment_without_clock(), "HOME": profile},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            marionette = wait_until(lambda: connect(port), seconds=60, what="Firefox")
            yield Window(WebDriver(marionette, options=ArgOptions()), site)
        finally:
            firefox.terminate()
            firefox.wait()


def connect(port):
    try:
        return Marionette(port)
    except ConnectionRefusedError:
        return None


@contextmanager
def open_webkit(site):
    with open_display() as display:
        options = Options()
        options.binary_location = find_mini_browser()
        options.add_argument("--automation")
        environment = {
            **environment_without_clock(),
            "DISPLAY": display,
            "GDK_BACKEND": "x11",
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # as root there is none; it opens only this site
        }
        driver = webdriver.WebKitGTK(options=options, service=Service(find("WebKitWebDriver"), env=environment))
        try:
            yield Window(driver, site)
        finally:
            driver.quit()


@contextmanager
def open_display():
    """A screen that nobody sees, and its number, which the X server chooses."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [find("Xvfb"), "-displayfd", str(write), "-screen", "0", "1280x1000x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
        env=environment_without_clock(),
    )
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


LYNX = """
INCLUDE:/etc/lynx/lynx.cfg
DEFAULT_KEYPAD_MODE:LINKS_AND_FIELDS_ARE_NUMBERED
"""


class LynxWindow:
    """A page in lynx, which shows each link and field behind a number, like `[26]( ) I am a new patient`."""

    columns, lines = 120, 400

    def __init__(self, site, folder):
        self.site, self.folder = site, folder
        self.screen = pyte.Screen(self.columns, self.lines)
        self.stream = pyte.Stream(self.screen)

    def reads(self, address, *, until):
        """Opens a page in a lynx of its own and waits for a text on it."""
        self.close()
        (self.folder / "lynx.cfg").write_text(LYNX)
        self.screen.reset()
        self.program = pexpect.spawn(
            find("lynx"),
            [
                "-cfg",
                str(self.folder / "lynx.cfg"),
                "-tna",
                "-nopause",
                "-display_charset=utf-8",
                self.site.url + address,
            ],
            dimensions=(self.lines, self.columns),
            encoding="utf-8",
            env={
                **environment_without_clock(),
                "TERM": "linux",
                "LINES": str(self.lines),  # the terminal itself gets its size only after the program began
                "COLUMNS": str(self.columns),
                "LANG": "C.UTF-8",
                "HOME": str(self.folder),
            },
        )
        self._wait_for(until)

    def close(self):
        if hasattr(self, "program"):
            self.program.close(force=True)

    @property
    def text(self):
        return "\n".join(line.rstrip() for line in self.screen.display if line.strip())

    def fills_in(self, label, text):
        """Replaces what is in the line behind, or below, this label."""
        self._go_to(label)
        self._press("\r", until="Enter text")
        self._press("\x15" + text, until=text)
        self._press("\t", until=re.compile(r"Inactive|\(Radio Button"))  # what the next field is

    def chooses(self, label):
        """Presses a radio button or ticks a box."""
        number = self._go_to(label)
        self._press("\r", until=re.compile(rf"\[{number}\](\(\*\)|\[X\])"))

    def presses(self, label, *, until):
        """Presses a button, or follows a link, and waits for a text on the next page."""
        self._go_to(label)
        self._press("\r", until=until)

    def _go_to(self, label):
        label = re.escape(label)
        before = re.compile(rf"\[(\d+)\](?:\([ *]\) |\[[ X]\] |BUTTON\) )?{label}")
        after = re.compile(rf"{label}[^\[]*\[(\d+)\]")
        self._wait_for(re.compile(f"{before.pattern}|{after.pattern}"))  # the page comes in pieces
        (number,) = (before.search(self.text) or after.search(self.text)).groups()
        self._press(number, until=f"number: {number}")
        self._press("g\r", until=re.compile(r"\((?:Text|Radio Button|Checkbox Field|Form submit|NORMAL LINK)"))
        return number

    def _press(self, keys, *, until):
        self.program.send(keys)
        self._wait_for(until)

    def _wait_for(self, wanted):
        ends_at = time.monotonic() + PATIENCE
        while not re.search(wanted if isinstance(wanted, re.Pattern) else re.escape(wanted), self.text):
            try:
                assert time.monotonic() < ends_at
                self.stream.feed(self.program.read_nonblocking(65536, timeout=PATIENCE))
            except (AssertionError, pexpect.TIMEOUT, pexpect.EOF):
                raise AssertionError(f"lynx does not show {wanted!r} but: {self.text.strip()}") from None
