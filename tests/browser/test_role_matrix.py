"""Role × page × municipality × export, asked of both rooms' servers as a program would: docs/adgang.md is what is true.

And the attempts to step over it, by an address, a cookie, a file's address or a message that was made up.
"""

import re
import time
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from data.room import Room
from pages import ANALYST_VIEWS
from pages.views.handed_packs import ASKED, NOT_THERE
from pages.views.handed_packs import PATH as HANDED
from tests.browser.rooms import PACKS, Rooms, cookie
from tests.harness.session import Shown, session, status_of

ROOT = Path(__file__).resolve().parents[2]
ROLES = ("analytiker", "ledelse", "borgmester", "kommune")
OWN = {"borgmester": "217", "kommune": "210"}
NO = 'kb-title">Siden er for'
# What a page lets one who types do: buttons that save, and places to put a file.
TYPING = {
    "moeder": "Gem mødet",
    "ret-registeret": "Gem",
    "datakvalitet": "Indlæs",
    "moedepakke": "Hvem retter? (initialer)",
    "spoergsmaal": "Marker som besvaret",
}
TOLD = re.findall(
    r"^\| `([\w-]+)` \| (\w+) \| (\w+) \| nej \| nej \|$", (ROOT / "docs" / "adgang.md").read_text(), re.MULTILINE
)
MAY = {(page, role): word for page, *words in TOLD for role, word in zip(("analytiker", "ledelse"), words, strict=True)}
PUBLISHED = {"indbrud", "sammenligning", "indsatser", "politigarantier", "tryghed", "om-tallene"}


@pytest.fixture(scope="module", params=ROLES)
def role(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def seen(rooms: Rooms, room: str, person: str, page: str, **choice: str) -> Shown:
    server = rooms.room(room)
    with session(server, cookie(server, person)) as one:
        return one.look(page, choice)


def test_the_table_names_every_page_of_the_analysts() -> None:
    assert {page for page, _ in MAY} == {*ANALYST_VIEWS, "log"}


def test_in_the_councils_room_every_role_has_the_published_pages_and_no_page_of_the_analysts(
    rooms: Rooms, role: str
) -> None:
    with session(rooms.council, cookie(rooms.council, role)) as one:
        first = one.look()
        assert first.menu >= PUBLISHED | {HANDED}
        assert not first.menu & {*ANALYST_VIEWS, "log"}
        for page in (*ANALYST_VIEWS, "log"):
            assert NO in one.look(page).html, page


@pytest.mark.parametrize("municipality", ["217", "157", "kreds"])
def test_the_published_figures_of_all_are_everybodys_to_see_and_take_out(
    rooms: Rooms, role: str, municipality: str
) -> None:
    with session(rooms.council, cookie(rooms.council, role)) as one:
        shown = one.look("indbrud", {"kommune": municipality, "periode": "2025K4"})
        assert "indbrud i" in shown.html and NO not in shown.html
        address = one.file(shown.files["Hent tal (CSV)"])
    assert status_of(rooms.council, address, cookie(rooms.council, role)) == 200


def test_a_mayor_begins_in_her_own_municipality_and_goes_where_she_likes(rooms: Rooms) -> None:
    with session(rooms.council, cookie(rooms.council, "borgmester")) as one:
        assert "indbrud i Helsingør" in one.look("indbrud").html
        assert "indbrud i Gentofte" in one.look("indbrud", {"kommune": "157", "periode": "2025K4"}).html


def test_in_the_analysts_room_each_role_of_the_police_has_its_pages(rooms: Rooms, role: str) -> None:
    if role in OWN:
        with pytest.raises(InvalidStatus), session(rooms.analysts, cookie(rooms.analysts, role)):
            pass
        assert status_of(rooms.analysts, "/moeder", cookie(rooms.analysts, role)) == 403
        return
    with session(rooms.analysts, cookie(rooms.analysts, role)) as one:
        menu = one.look().menu
        assert menu >= PUBLISHED
        for page, may in ((page, MAY[page, role]) for page, _ in MAY):
            assert (page in menu) == (may != "nej"), page
            assert (NO in one.look(page).html) == (may == "nej"), page


@pytest.mark.parametrize("page", TYPING)
def test_only_who_may_type_is_given_where(rooms: Rooms, page: str) -> None:
    own = seen(rooms, "analyse", "analytiker", page, trin="4", sted="217")
    assert TYPING[page] in own.buttons | own.fields
    looking = seen(rooms, "analyse", "ledelse", page, trin="4", sted="217")
    assert not looking.buttons | looking.fields
    assert not looking.uploaders


def packs_told(shown: Shown) -> set[str]:
    return set(re.findall(rf"{HANDED}\?{ASKED}=([\w-]+)", shown.html))


def test_a_municipalitys_pack_is_its_own_and_the_polices(rooms: Rooms, role: str) -> None:
    theirs = {code for code, (place, _) in PACKS.items() if role not in OWN or place in ("kreds", OWN[role])}
    assert packs_told(seen(rooms, "kredsraad", role, HANDED)) == theirs


@pytest.mark.parametrize("code", ["2026K1-157", "2026K1-210", "2026K1-999", "2026K1-157-1", "../2026K1-157", ""])
@pytest.mark.parametrize("more", [{}, {"kommune": "157"}, {"kommune": "210", "udgave": "ffffff"}])
def test_anothers_pack_and_one_that_is_not_there_are_the_same(rooms: Rooms, code: str, more: dict[str, str]) -> None:
    shown = seen(rooms, "kredsraad", "borgmester", HANDED, **more, **{ASKED: code})
    assert NOT_THERE in shown.html
    assert packs_told(shown) == {"2026K1-217", "2025K4-indbrud", "2025K3"}
    assert "Gentofte" not in re.sub(r"(?s).*kb-title", "", shown.html)


def test_who_follows_a_link_to_a_pack_of_hers_is_told_of_it_first(rooms: Rooms) -> None:
    shown = seen(rooms, "kredsraad", "borgmester", HANDED, **{ASKED: "2025K3"})
    assert NOT_THERE not in shown.html
    assert re.findall(rf"{ASKED}=([\w-]+)", shown.html)[0] == "2025K3"


def test_a_files_address_is_no_way_to_anothers_pack(rooms: Rooms) -> None:
    mine, other = cookie(rooms.council, "borgmester"), cookie(rooms.council, "kommune")
    with session(rooms.council, mine) as one:
        shown = one.look(HANDED, {ASKED: "2026K1-217"})
        name = shown.files["PDF"]
        address = one.file(name)
    assert status_of(rooms.council, address, mine) == 200
    assert status_of(rooms.council, address, other) == 404
    assert status_of(rooms.council, address) == 401
    assert status_of(rooms.council, address.rsplit(".", 1)[0], other) == 404


def test_a_message_that_is_made_up_gets_no_file_and_starts_nothing(rooms: Rooms) -> None:
    with session(rooms.council, cookie(rooms.council, "borgmester")) as one:
        mine = one.look(HANDED).session
        with session(rooms.council, cookie(rooms.council, "kommune")) as other:
            other.look(HANDED)
            other.session = mine
            assert "/media/" not in other.file("a" * 32)


@pytest.mark.parametrize("room", list(Room))
def test_no_session_without_a_cookie_that_counts_here(rooms: Rooms, room: Room) -> None:
    server = rooms.room(room)
    elsewhere = rooms.room("kredsraad" if room == "analyse" else "analyse")
    for made_up in ("", "x", cookie(elsewhere, "analytiker"), cookie(server, "analytiker", exp=1)):
        with pytest.raises(InvalidStatus), session(server, made_up):
            pass


def test_anothers_session_cannot_be_taken_over(rooms: Rooms) -> None:
    with session(rooms.council, cookie(rooms.council, "borgmester")) as one:
        hers = one.look(HANDED).session
        with session(rooms.council, cookie(rooms.council, "kommune"), existing=hers) as other:
            shown = other.look(HANDED)
        assert shown.session != hers
        assert "2026K1-217" not in packs_told(shown)
        assert "2026K1-217" in packs_told(one.look(HANDED))


def test_another_websites_page_gets_no_session_of_mine(rooms: Rooms) -> None:
    own = cookie(rooms.council, "borgmester")
    with pytest.raises(InvalidStatus), session(rooms.council, own, origin="https://evil.example"):
        pass


def test_an_open_session_is_over_when_its_sign_in_is(rooms: Rooms) -> None:
    until = time.time() + 4
    with session(rooms.council, cookie(rooms.council, "borgmester", exp=until)) as one:
        files = one.look(HANDED).files
        with pytest.raises(ConnectionClosed):  # at the latest with the first question after the end
            while time.time() <= until:
                one.look(HANDED)
            one.file(files["PDF"])
        assert time.time() >= until


def test_who_has_signed_out_has_done_so_in_her_open_sessions_and_everywhere(rooms: Rooms) -> None:
    own = cookie(rooms.council, "borgmester")
    with session(rooms.council, own) as one:
        one.look(HANDED)
        assert status_of(rooms.council, "/auth/logout", own) in (302, 307)
        with pytest.raises(ConnectionClosed):
            one.look(HANDED)
    assert status_of(rooms.council, "/", own) == 401
    with pytest.raises(InvalidStatus), session(rooms.council, own):
        pass


@pytest.mark.parametrize("room", list(Room))
@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_nobody_uploads_who_does_not_type(rooms: Rooms, room: Room, method: str) -> None:
    path, server = "/_stcore/upload_file/session/file", rooms.room(room)
    for person in ("", "ledelse", "borgmester"):
        own = cookie(server, person) if person else ""
        assert status_of(server, path, own, method) in (401, 403, 404)
