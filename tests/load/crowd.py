"""A crowd: people who sign in, look around with pauses for thought, and come again when their process is gone."""

import asyncio
import random
import ssl
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME, XSRF_COOKIE_NAME
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.bench.client import Reader, session
from tests.harness.council_room import Room
from tests.harness.nginx import COUNCIL
from tests.harness.server import HOST
from tests.harness.sign_in import claims, cookie_of
from tests.load.wishes import Answers, Wish, fingerprint, is_told_as

PATIENCE = 60.0  # seconds for one answer: whoever waits longer has had none
BREAK = 0.5  # a browser too waits a little before it knocks again


@dataclass
class Tally:
    """What a crowd went through: seconds of each look, and what was wrong, in words.

    `returns`: sessions that were broken off and begun anew. `answered`: when each person last had an answer.
    """

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    returns: int = 0
    answered: dict[int, float] = field(default_factory=dict)

    def add(self, other: "Tally") -> None:
        """Take over what another crowd went through."""
        self.seconds += other.seconds
        self.errors += other.errors
        self.mixed += other.mixed
        self.returns += other.returns
        self.answered |= other.answered


@asynccontextmanager
async def signed_in(room: Room, number: int) -> AsyncIterator[Reader]:
    """Open the session of person number so-and-so, by TLS through the proxy, at the process that her cookie names."""
    told = claims("borgmester", sub=f"person-{number}", name=person(number))
    # A cookie that a session is opened with counts when a page of the same server holds this token too.
    token = generate_xsrf_token_string()
    own = {
        USER_COOKIE_NAME: cookie_of(told, room.url("")),
        XSRF_COOKIE_NAME: token,
        "kredsblik_plads": f"load-{number}",
    }
    cookies = "; ".join(f"{name}={value}" for name, value in own.items())
    options = {"host": HOST, "port": room.proxy.tls, "ssl": ssl._create_unverified_context()}
    headers = {"Cookie": cookies, "Origin": room.url("")}
    address = f"wss://{COUNCIL}:{room.proxy.tls}/_stcore/stream"
    async with session(address, token, additional_headers=headers, **options) as reader:
        yield reader


def person(number: int) -> str:
    return f"Person {number}"


async def crowd(
    room: Room, answers: Answers, people: int, until: float, think: float, looks: int | None = None
) -> Tally:
    """Let so many people look around until the moment (of `time.monotonic`), and return what they went through.

    `looks`: after how many a person leaves and comes again; None: she stays.
    """
    tally = Tally()
    wanted = list(answers)
    await asyncio.gather(
        *(_visits(room, number, answers, wanted, until, think, looks, tally) for number in range(people))
    )
    return tally


async def _visits(
    room: Room,
    number: int,
    answers: Answers,
    wanted: Sequence[Wish],
    until: float,
    think: float,
    looks: int | None,
    tally: Tally,
) -> None:
    mind = random.Random(number)
    while time.monotonic() < until:
        try:
            async with signed_in(room, number) as reader:
                left = looks
                while time.monotonic() < until and (left is None or left > 0):
                    await asyncio.sleep(think * mind.uniform(0.5, 1.5))
                    await _look(reader, number, mind.choice(wanted), answers, tally)
                    left = None if left is None else left - 1
        except (ConnectionClosed, InvalidHandshake, OSError):
            tally.returns += 1
            await asyncio.sleep(BREAK)


async def _look(reader: Reader, number: int, wish: Wish, answers: Answers, tally: Tally) -> None:
    try:
        tally.seconds.append(await asyncio.wait_for(reader.look(wish.page, wish.choice), PATIENCE))
    except (RuntimeError, TimeoutError) as error:
        tally.errors.append(f"{wish}: {error or 'no answer'}")
        return
    tally.answered[number] = time.monotonic()
    if fingerprint(reader) != answers[wish] or not is_told_as(reader, person(number)):
        tally.mixed.append(f"{person(number)}, {wish}")
