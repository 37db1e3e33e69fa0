"""The conversation with the mail server: the name given in it, how long each answer may take, what a failure means."""

import re
import smtplib
import ssl
from email.header import Header
from email.mime.text import MIMEText

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends import smtp
from django.core.mail.message import utf8_charset_qp

from consultations.models import OutgoingMail

Failure = OutgoingMail.Failure
WAIT_FOR_GOODBYE = 10  # seconds; the mail is taken by then, so its answer no longer matters
TOO_MANY_CONNECTIONS = 421  # RFC 5321, 3.8, as a greeting
# Enhanced status codes (RFC 3463) that say something of the recipient; all others are about the site or its mails.
OF_THE_RECIPIENT = re.compile(r"5\.(1\.(1|2|3|6|10)|2\.\d+|4\.1)")
# Words of servers without such codes that refuse the site when it names a recipient.
OF_THE_SITE = re.compile(r"relay|authenti|log ?in|block|sender|client host|helo|limit|verified", re.IGNORECASE)


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
        if not self.subject.isascii():  # Django counts neither the name of the header nor the 75 of RFC 2047
            subject = Header(self.subject, "utf-8", maxlinelen=75, header_name="Subject").encode()
            del message["Subject"]
            MIMEText.__setitem__(message, "Subject", subject)  # Django's own refuses more than one line
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
        return (Failure.UNKNOWN if isinstance(error, FateUnknownError) else Failure.UNREACHED), describe_trouble(error)
    words = f"{code} {join_lines(words)}"
    if not 500 <= code < 600:
        return Failure.PUT_OFF, words
    return (Failure.REFUSED if is_about_recipient(error, words) else Failure.UNWELCOME), words


def is_about_recipient(error, words):
    """Whether a permanent refusal leaves no hope for this recipient. Many servers refuse the site itself that late."""
    if not isinstance(error, smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError):
        return False
    if code := read_enhanced_code(words):
        return bool(OF_THE_RECIPIENT.fullmatch(code))
    names = r"<\S*>|\[\S*\]|\S*@\S*"  # of mailboxes and servers, which may hold any word
    is_naming_recipients = isinstance(error, smtplib.SMTPRecipientsRefused) and "550" <= words[:3] <= "553"
    return is_naming_recipients and not OF_THE_SITE.search(re.sub(names, "", words))


def read_enhanced_code(words):
    """Such as `5.1.1` in `550 5.1.1 unknown user`; empty if the mail server sent none (RFC 2034)."""
    found = re.match(r"\d{3} (5\.\d+\.\d+)\b", words)
    return found[1] if found else ""


def join_lines(words):
    """A reply of several lines in one; each line begins with the same enhanced status code."""
    if isinstance(words, bytes):
        words = words.decode(errors="replace")
    first, *others = words.splitlines() or [""]
    code = re.match(r"[245]\.\d+\.\d+ ", first)
    return " ".join(" ".join([first, *(line.removeprefix(code[0]) if code else line for line in others)]).split())


def describe_trouble(error):
    """Why the mail server could not be spoken with."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return f"no encrypted connection came about: {error.reason}"
    return f"{type(error).__name__}: {error}"


def has_too_many_connections(error):
    return isinstance(error, smtplib.SMTPConnectError) and error.smtp_code == TOO_MANY_CONNECTIONS
