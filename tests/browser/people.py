"""The people of the journeys: a patient, the front desk, an editor."""

from datetime import datetime, timedelta

from tests.clock import CLINIC
from tests.running_site import wait_until

INBOX = "/admin/consultations/consultationrequest/"
SESSIONS = {}  # cookies, by site and account
ARTICLE = "/articles/knee-pain-after-running-what-to-know/"


class Patient:
    def __init__(self, page, name):
        self.page, self.name = page, name

    def reads(self, address):
        self.page.goto(address)

    def fills_in_the_form(self, *, words):
        page = self.page
        page.locator("[name=full_name]").fill(self.name)
        page.locator("[name=phone]").fill("708.555.0142")
        page.locator("[name=patient_status][value=new]").check()
        if not page.locator("[name=email]").is_visible():
            page.locator("#consultation-form summary").click()
        page.locator("[name=email]").fill("patient@example.net")
        page.locator("[name=voicemail_ok][value=no]").check()
        page.locator("[name=language][value=es]").check()
        page.locator("[name=interpreter]").check()
        page.locator("[name=reason]").fill(words)
        page.locator("[name=consent]").check()

    def sends_it(self):
        self.page.locator("form button[type=submit]").click()
        self.page.wait_for_load_state()

    @property
    def reference(self):
        return self.page.locator(".reference").inner_text()


class FrontDesk:
    def __init__(self, page, site):
        self.page, self.site = page, site

    def signs_in(self, account=None):
        """With the account that the start printed, or with (user name, password).

        The first time by the form; afterwards with the session that began then, since a password takes long to check.
        """
        user, password = account or self.site.staff
        if cookies := SESSIONS.get((self.site.url, user)):
            self.page.context.add_cookies(cookies)
        self.page.goto("/admin/")
        if not cookies:
            self.page.fill("[name=username]", user)
            self.page.fill("[name=password]", password)
            self.page.click("[type=submit]")
            self.page.locator("#user-tools").wait_for()
            SESSIONS[self.site.url, user] = self.page.context.cookies()

    def opens_the_inbox(self, tab=""):
        self.page.goto(f"{INBOX}?tab={tab}" if tab else INBOX)

    def opens(self, reference):
        self.opens_the_inbox("all")
        self.page.get_by_role("link", name=reference).click()
        self.page.get_by_role("heading", level=1, name=f"Request {reference}").wait_for()
        self.page.wait_for_load_state()  # with its styles and scripts

    @property
    def listed(self):
        """The references on the list, from the top."""
        return self.page.locator("#result_list .field-reference").all_inner_texts()

    @property
    def tabs(self):
        return self.page.locator(".tabs a").all_inner_texts()

    def writes(self, note):
        self.page.fill("[name=note]", note)

    def presses(self, button):
        self.page.get_by_role("button", name=button).click()

    def schedules(self, *, days=7):
        """A visit so many days from today."""
        day = datetime.now(CLINIC).date() + timedelta(days=days)
        self.page.fill("[name=visit_on]", day.isoformat())
        self.presses("Scheduled")

    def closes(self, reason):
        self.page.locator(".call-panel summary", has_text="Close").click()
        self.presses(reason)

    @property
    def message(self):
        """The text of the admin's message list."""
        return self.page.locator(".messagelist").inner_text()

    @property
    def step(self):
        """The next step that the request's page shows."""
        return self.page.locator(".call-panel__step").inner_text()

    @property
    def story(self):
        return self.page.locator(".story__entry").all_inner_texts()

    def goes_to_the_next(self):
        self.page.get_by_role("link", name="Next to call").first.click()

    def mails_about(self, reference):
        def arrived():
            mails = [mail for mail in self.site.mail_server.mails if reference in mail.get_content()]
            return mails if len(mails) == 2 else None

        return wait_until(arrived, seconds=30, what=f"two mails about {reference}")


class Editor(FrontDesk):
    """Someone who writes articles. The language names a text, as on the screen."""

    def writes_a_draft(self, title, *, words):
        page = self.page
        page.goto("/admin/articles/article/add/")
        page.select_option("[name=topic]", index=1)
        page.fill("[name=texts-0-title]", title)
        page.fill("[name=texts-0-summary]", "Hips like to move.")
        self.writes("texts-0", words)
        self.saves()

    def shows(self, form):
        """Opens the tab of a language, by the name of its form."""
        name = self.page.locator(f"#{form} .text-form__name").get_attribute("id")
        self.page.locator(f".language-tab a[href='#{name}']").click()

    def writes(self, form, words):
        if not self.page.locator(f"#{form}").is_visible():
            self.shows(form)
        self.page.locator(f"#{form} .tiptap").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def adds_a_reference(self, title):
        """The first one."""
        self.page.locator("#references-group summary").click()
        self.page.get_by_role("button", name="Add another Reference").click()
        for name, value in {"title": title, "publisher": "NIH", "address": "https://www.nih.gov/"}.items():
            self.page.fill(f"[name=references-0-{name}]", value)

    def saves(self):
        self.page.click("[name=_continue]")
        self.page.wait_for_load_state()

    def reviews(self, form, *, who, day=None):
        if not self.page.locator(f"#{form}").is_visible():
            self.shows(form)
        self.page.fill(f"[name={form}-reviewed_by]", who)
        self.page.fill(f"[name={form}-reviewed_on]", (day or datetime.now(CLINIC).date()).isoformat())

    def previews(self, language):
        """The page in the tab that the button opens."""
        with self.page.expect_popup() as popup:
            self.card(language).get_by_role("button", name="Preview").click()
        popup.value.wait_for_url(lambda address: "/preview/" in address)  # a tab begins empty
        return popup.value

    def card(self, language):
        """What is shown of a language, whose tab is opened for it."""
        self.page.locator(".language-tab", has_text=language).get_by_role("link").click()
        return self.page.locator(".text-form:visible")

    def asked_for(self):
        """The problems at the top of a form that was not saved."""
        return [" ".join(text.split()) for text in self.page.locator(".problems li").all_inner_texts()]

    def history(self):
        self.page.goto(self.page.url.split("#")[0].replace("/change/", "/history/"))
        return self.page.locator("#change-history tbody").inner_text()
