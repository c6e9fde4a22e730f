"""What the police do or are asked for in traffic: Bestil en betjent. Controls and visits have no more columns."""

from data.demo.columns import Columns, Generator, dates_after, drawn, happens
from data.demo.reports import District, Reports

_TOPICS = {"fart": 0.6, "parkering": 0.09, "kryds": 0.11, "stoej": 0.12, "andet": 0.08}
# Asked for: a reply within 14 days and action within 30. Most are, some are not, some are never answered.
_REPLY_LATE, _NEVER_ANSWERED = 0.08, 0.02
_CARRIED_OUT, _ACTION_LATE = 0.7, 0.15


def requests_for_an_officer(rng: Generator, _: District, reports: Reports) -> Columns:
    """Return the topic of each request, when it was answered and when it was carried out."""
    number = len(reports)
    reply = rng.integers(0, 15, number) + happens(rng, _REPLY_LATE, number) * rng.integers(5, 25, number)
    action = rng.integers(1, 31, number).clip(min=reply) + happens(rng, _ACTION_LATE, number) * rng.integers(
        5, 40, number
    )
    answered = ~happens(rng, _NEVER_ANSWERED, number)
    carried_out = answered & happens(rng, _CARRIED_OUT, number)
    return {
        "emne": drawn(rng, "emne", number, _TOPICS),
        "besvaret": dates_after(reports.minutes, reply, answered),
        "udfoert": dates_after(reports.minutes, action, carried_out),
    }
