"""The conversation with the mail server: the name given in it, how long each answer may take, what a failure means."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends import smtp
from django.core.mail.message import utf8_charset_qp

from consultations.models import OutgoingMail

Failure = OutgoingMail.Failure
WAIT_FOR_GOODBYE = 10  # seconds; the mail is taken by then, so its answer no longer matters


class FateUnknownError(smtplib.SMTPServerDisconnected):
    """The connection broke after the server had asked for the text: it may have taken the mail."""


class _Conversation:
    """What both kinds of connection do beyond `smtplib`."""

    def __init__(self, *args, **options):
        super().__init__(*args, **{**options, "local_hostname": settings.EMAIL_HELO_NAME})

    def data(self, msg):
        self.is_text_asked_for = False
        try:
            return super().data(msg)
        except smtplib.SMTPServerDisconnected as error:
            if self.is_text_asked_for:
                raise FateUnknownError(str(error)) from error
            raise

    def getreply(self):
        code, words = super().getreply()
        if code == 354:
            self.is_text_asked_for = True
            self.sock.settimeout(2 * self.timeout)  # RFC 5321 4.5.3.2.6: ten minutes for what others do in five
        return code, words

    def quit(self):
        if self.sock:
            self.sock.settimeout(WAIT_FOR_GOODBYE)
        return super().quit()


class PlainConversation(_Conversation, smtplib.SMTP):
    pass


class EncryptedConversation(_Conversation, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    @property
    def connection_class(self):
        return EncryptedConversation if self.use_ssl else PlainConversation


class Message(EmailMessage):
    """A text in ASCII and lines of at most 76 characters, quoted-printable if need be: no server has to change it."""

    def message(self):
        message = super().message()
        if not self.body.isascii() or any(len(line) > 76 for line in self.body.splitlines()):
            del message["Content-Transfer-Encoding"]
            message.set_payload(self.body, utf8_charset_qp)  # Django would send 8 bits and not declare them
        return message


def read_failure(error):
    """What a failed attempt means, and the server's own words, if it said any: (Failure, text)."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        ((code, words),) = error.recipients.values()
    elif isinstance(error, smtplib.SMTPResponseException):
        code, words = error.smtp_code, error.smtp_error
    else:
        unknown = isinstance(error, FateUnknownError)
        return (Failure.UNKNOWN if unknown else Failure.UNREACHED), f"{type(error).__name__}: {error}"
    if isinstance(words, bytes):
        words = words.decode(errors="replace")
    return (Failure.REFUSED if 500 <= code < 600 else Failure.PUT_OFF), f"{code} {' '.join(words.split())}"
