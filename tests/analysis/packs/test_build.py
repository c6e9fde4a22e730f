"""Which sections a pack has, and what it may name."""

import datetime as dt

import pytest

from analysis.meetings import parse_meeting
from analysis.packs.agenda import agenda
from analysis.packs.build import MOST_TEAMS_SLIDES, build_pack, subject_of
from analysis.packs.content import Pack, TableContent
from analysis.packs.freezing import freeze_pack
from analysis.packs.others_section import others_section
from analysis.packs.slide_figures import parts_of
from analysis.packs.statements import Claim
from analysis.packs.texts import LONGEST_TITLE, with_texts
from analysis.tables import written
from data.errors import UserError
from data.municipalities import municipalities
from data.periods import Quarter
from data.register.meeting import Meeting, save_meeting
from data.release import open_release
from tests.analysis.packs.conftest import MakePack, everything_answered


def keys(pack: Pack) -> list[str]:
    return [section.key for section in pack.sections]


def developments(pack: Pack) -> list[str]:
    return [key.removesuffix(".udvikling") for key in keys(pack) if key.endswith(".udvikling")]


def words(pack: Pack) -> str:
    """Return everything that a reader of the pack meets."""
    texts = [pack.title, pack.subtitle, *(text.shown for text in pack.texts)]
    for section in pack.sections:
        texts += [section.kicker, *section.notes.say, *section.notes.caveats, section.notes.source]
        if section.content is not None:
            table = section.content.table
            texts += [table.title, *(column.title for column in table.columns)]
            texts += [
                written(cell, column) for row in table.rows for cell, column in zip(row, table.columns, strict=True)
            ]
    return "\n".join(texts)


def test_a_bilateral_pack_has_the_municipalitys_areas_guarantees_and_initiatives(bilateral: Pack) -> None:
    assert developments(bilateral)[:3] == ["indbrud", "faerdsel", "digital"]
    assert {"overblik", "oevrige", "garantier", "indsatser"} <= set(keys(bilateral))
    assert bilateral.choice.period.code == "2025K4"
    assert bilateral.title == "Helsingør"


def test_a_lokalraads_own_areas_follow_the_plans_in_its_own_pack_alone(make: MakePack) -> None:
    assert developments(make("2026K1", "217"))[3:] == ["utryghed", "narkotika_skole"]
    assert developments(make("2026K1", "260")) == ["indbrud", "faerdsel", "digital"]


def test_a_bilateral_pack_names_no_other_municipality(bilateral: Pack) -> None:
    others = [each.name for each in municipalities() if each.code != "217"]
    assert not [name for name in others if name in words(bilateral)]


def test_the_others_are_a_band_from_their_lowest_to_their_highest(bilateral: Pack) -> None:
    section = others_section(bilateral.choice)
    assert isinstance(section.content, TableContent)
    columns = [column.title for column in section.content.table.columns]
    assert columns[2:] == ["Helsingør", "De øvrige, fra", "De øvrige, til", "Hele kredsen"]
    for row in section.content.table.rows:
        low, high, district = (float(cell or 0) for cell in row[3:])
        assert low < district < high


def test_a_theme_pack_has_the_thirteen_beside_each_other_and_room_for_the_guest(make: MakePack) -> None:
    pack = make("2025K4", theme="digital")
    assert keys(pack)[:4] == ["digital.udvikling", "digital.kommuner", "digital.tragt", "digital.kurver"]
    assert keys(pack)[-1] == "gaest" and pack.sections[-1].room_for_guest
    names = [name for name in (each.name for each in municipalities()) if name in words(pack)]
    assert len(names) == len(municipalities())


@pytest.mark.parametrize("theme", ["indbrud", "faerdsel", "digital", "utryghed", "naere_relationer"])
def test_every_area_can_be_a_theme(make: MakePack, theme: str) -> None:
    assert len(make("2025K4", theme=theme).sections) >= 4


def test_a_teams_pack_has_at_most_six_slides_also_when_much_was_said_last_time(make: MakePack) -> None:
    freeze_pack(make("2025K2", theme="digital"), everything_answered())
    pack = make("2025K3")
    assert "sidst" in keys(pack)
    slides = 1 + sum(len(parts_of(section, 4_000_000)) for section in pack.sections)
    assert slides <= MOST_TEAMS_SLIDES


def test_the_claims_are_the_verdicts_and_forecasts_that_are_shown(bilateral: Pack) -> None:
    said = [(claim.claim, claim.area, claim.period) for claim in bilateral.statements]
    assert (Claim.VERDICT, "indbrud", "2025K4") in said
    assert (Claim.FORECAST, "indbrud", "2026K1") in said


@pytest.mark.parametrize(
    ("meeting", "place", "theme", "told"),
    [
        ("2026K1", "999", None, "ikke en kommune"),
        ("2026K1", "kreds", None, "ikke en kommune"),
        ("2025K4", "217", None, "hele kredsen"),
        ("2025K3", "217", None, "hele kredsen"),
        ("2025K4", "kreds", "vejret", "ikke et tema"),
    ],
)
def test_a_choice_that_the_meeting_does_not_have_is_refused(meeting: str, place: str, theme: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        subject_of(parse_meeting(meeting), place, theme)


def test_a_quarter_that_the_release_lacks_is_refused() -> None:
    with pytest.raises(UserError, match="4. kvartal 2031"):
        build_pack(open_release(), subject_of(parse_meeting("2032K1"), "217"))


def test_the_generated_sentence_stays_beside_the_edit(bilateral: Pack) -> None:
    edited = with_texts(bilateral, {"indbrud.udvikling.budskab": "Mange  indbrud\ni kvartalet."})
    text = next(text for text in edited.texts if text.key == "indbrud.udvikling.budskab")
    assert (text.generated, text.shown) == ("163 indbrud i Helsingør. Ventet var 48–155.", "Mange indbrud i kvartalet.")


@pytest.mark.parametrize("sign", ["\x02", "\x1b", "\x7f", "\ufffe", "\ud800", "\u202e", "\N{SOFT HYPHEN}"])
def test_what_is_copied_with_signs_that_nobody_sees_can_be_made_into_files(bilateral: Pack, sign: str) -> None:
    """A PDF divides words by one; Office files may hold none, and the pack could not be made."""
    edited = with_texts(bilateral, {"indbrud.udvikling.budskab": f"Mange ind{sign}brud."})
    assert next(text.shown for text in edited.texts if text.edited) == "Mange indbrud."


def test_a_text_that_is_not_in_the_pack_and_one_that_has_no_room_are_refused(bilateral: Pack) -> None:
    with pytest.raises(UserError, match="indbrud.udvikling.budskab"):
        with_texts(bilateral, {"indbrud.vejret": "Sol."})
    with pytest.raises(UserError, match=f"plads til {LONGEST_TITLE}"):
        with_texts(bilateral, {"indbrud.udvikling.budskab": "x" * (LONGEST_TITLE + 1)})


def test_a_teams_pack_in_which_nothing_is_outside_says_how_many_were_judged(make: MakePack) -> None:
    section = next(section for section in make("2025K3").sections if section.key == "aendret")
    assert section.title.shown == "Alle vurderede tal er inden for det forventede."
    assert isinstance(section.content, TableContent)
    # 13 municipalities and the district; one has too few killed and injured to be judged.
    assert [(row[0], *row[2:]) for row in section.content.table.rows] == [
        ("Indbrud", 14, 0),
        ("Færdsel", 13, 1),
        ("Digital kriminalitet", 14, 0),
    ]


def test_a_theme_that_is_never_judged_shows_its_counts_and_says_why_once(make: MakePack) -> None:
    section = next(each for each in make("2025K4", theme="naere_relationer").sections if each.key.endswith("kommuner"))
    assert isinstance(section.content, TableContent)
    assert [column.title for column in section.content.table.columns] == ["Kommune", "Antal", "Året før"]
    assert section.title.shown == "Antallet i hver kommune i 2025, uden vurdering."
    assert section.body[0].shown == "Der gives vurderinger for kvartaler, ikke for hele år."


def test_a_municipalitys_own_initiatives_stand_before_the_districts(make: MakePack) -> None:
    section = next(section for section in make("2026K1", "223").sections if section.key == "indsatser")
    assert isinstance(section.content, TableContent)
    places = [row[1] for row in section.content.table.rows]
    assert places == sorted(places, key=lambda place: place != "Hørsholm") and places[0] == "Hørsholm"


def test_the_day_stands_on_the_front_page_when_it_is_planned(make: MakePack) -> None:
    assert make("2026K1", "217").subtitle == "Bilateralt møde, 1. kvartal 2026 · tal for 4. kvartal 2025"
    save_meeting(None, Meeting(Quarter(2026, 1), "217", dt.date(2026, 2, 3)), "AB")
    assert "· 3. februar 2026 ·" in make("2026K1", "217").subtitle


def test_many_curves_are_the_slides_alone_and_a_remark_on_paper_has_its_note(make: MakePack) -> None:
    pack = make("2025K4", theme="faerdsel")
    items = agenda(pack).items
    assert len(items) == len(pack.sections) - 1
    (first, *_) = items
    assert first.table is not None and "se note 1" in first.table.rows[-1]
    assert [note.partition(":")[0] for note in first.notes] == ["Note 1"] and "COVID-19" in first.notes[0]
