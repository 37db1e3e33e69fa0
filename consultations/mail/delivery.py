"""What staff read about the delivery of a mail."""

from consultations.desk.next_steps import format_moment
from consultations.mail.smtp import read_enhanced_code
from consultations.models import OutgoingMail

Failure = OutgoingMail.Failure
# By the beginning of the code that follows the reply code: RFC 3463 and IANA's registry of enhanced status codes.
EXPLANATIONS = {
    "5.1.1": "This mailbox does not exist.",
    "5.1.2": "The domain after the @ does not exist.",
    "5.1.3": "The address is not well-formed.",
    "5.1.7": "It does not accept the site's own address as a sender.",
    "5.1.8": "It does not accept the site's own address as a sender.",
    "5.1.10": "The domain after the @ does not accept mail.",
    "5.2.1": "This mailbox is switched off.",
    "5.2.2": "This mailbox is full.",
    "5.4.1": "This mailbox does not exist.",
    "5.7.8": "The user name or the password of the site's mail account is wrong.",
    "5.7": "It does not trust mail from this site. Ask the person who runs the site to fix that.",
}
# By the reply code, from servers that send no such code, and for 530, whose further code rarely fits.
REPLIES = {
    "530": "It wants a login or an encrypted connection. Ask the person who runs the site to fix that.",
    "535": EXPLANATIONS["5.7.8"],
}
UNEXPLAINED = "If the address is right, ask the person who runs the site."
NO_MAILBOX = f"Most likely this mailbox does not exist. {UNEXPLAINED}"
UNWELCOME = (
    "It does not accept mail from this site with its current settings. Ask the person who runs the site to fix that."
)


def describe_delivery(mail, now):
    """In a sentence or two that follow the recipient. The mail server's own words are quoted."""
    if mail.sent_at:
        return f"accepted by the mail server at {format_moment(mail.sent_at, now)}"
    quoted, refusal = f"It said: “{mail.last_error}”.", explain_refusal(mail.last_error, mail.last_failure)
    if mail.given_up_at:
        stopped = f"stopped at {format_moment(mail.given_up_at, now)}"
        if mail.last_failure == Failure.REFUSED:
            return f"{stopped}, since the mail server refused it. {refusal} {quoted}"
        return stopped
    if mail.is_claimed and mail.due_at > now:
        return "being sent"
    again = f"Next attempt at {format_moment(mail.due_at, now)}." if mail.due_at > now else "Next attempt now."
    match mail.last_failure:
        case Failure.REFUSED | Failure.UNWELCOME:
            return f"refused by the mail server. {refusal} {quoted} {again}"
        case Failure.PUT_OFF:
            return f"put off by the mail server. {quoted} {again}"
        case Failure.UNKNOWN:
            return f"may have arrived: the connection broke before the mail server confirmed it. {again}"
        case Failure.UNREACHED:
            return f"not sent yet ({mail.last_error}). {again}"
    return "waiting to be sent"


def explain_refusal(words, failure):
    """What the mail server's reply, such as `550 5.1.1 unknown user`, most likely means."""
    if words[:3] in REPLIES:
        return REPLIES[words[:3]]
    code = read_enhanced_code(words)
    if known := EXPLANATIONS.get(code) or EXPLANATIONS.get(code.rpartition(".")[0]):
        return known
    if failure == Failure.UNWELCOME:
        return UNWELCOME
    return NO_MAILBOX if words.startswith("550") and not code else UNEXPLAINED
