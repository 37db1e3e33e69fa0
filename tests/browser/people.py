"""Who acts in the journeys: a patient and the front desk."""

from tests.running_site import wait_until

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
        page.locator("[name=email]").fill("patient@example.net")
        page.locator("[name=patient_status][value=new]").check()
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

    def signs_in(self, user=None, password=None):
        """With the account that the start printed, if no other is named."""
        if user is None:
            user, password = self.site.staff
        self.page.goto("/admin/")
        self.page.fill("[name=username]", user)
        self.page.fill("[name=password]", password)
        self.page.click("[type=submit]")

    def opens(self, reference):
        self.page.goto("/admin/consultations/consultationrequest/")
        self.page.click(f"text={reference}")

    def mails_about(self, reference):
        def arrived():
            mails = [mail for mail in self.site.mail_server.mails if reference in mail.get_content()]
            return mails if len(mails) == 2 else None

        return wait_until(arrived, seconds=30, what=f"two mails about {reference}")
