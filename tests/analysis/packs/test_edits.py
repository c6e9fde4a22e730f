"""An edited text that says more than the verdict beside it is pointed out."""

import pytest

from analysis.packs.content import Pack
from analysis.packs.edits import contradictions, edit_warnings
from analysis.packs.texts import with_texts
from analysis.signal import Verdict
from tests.analysis.packs.conftest import MakePack


@pytest.mark.parametrize(
    ("edited", "verdict", "told"),
    [
        ("Der er færre indbrud end ventet.", Verdict.MARKEDLY_MORE, "færre"),
        ("Indbruddene falder.", Verdict.MORE, "færre"),
        ("Der er flere indbrud end ventet.", Verdict.FEWER, "flere"),
        ("Indbruddene stiger.", Verdict.MARKEDLY_FEWER, "flere"),
        ("Indbruddene stiger.", Verdict.EXPECTED, "inden for det forventede"),
        ("Der er færre indbrud.", Verdict.EXPECTED, "inden for det forventede"),
        ("Der er markant flere indbrud.", Verdict.MORE, "markant"),
        ("Der er 12 % flere indbrud.", Verdict.MORE, "procent"),
        ("Indbruddene stiger.", Verdict.TOO_FEW, "ikke vurderet"),
        ("Indbruddene stiger.", Verdict.NOT_COMPARABLE, "ikke vurderet"),
        ("Sagerne stiger.", None, "ikke vurderet"),
        ("Flere indbrud på grund af vejret.", Verdict.MARKEDLY_MORE, "årsag"),
        ("Det skyldes vejret.", Verdict.EXPECTED, "årsag"),
        ("Indsatsen virkede.", Verdict.EXPECTED, "årsag"),
        ("Tallet er eksploderet.", Verdict.MARKEDLY_MORE, "bruges ikke"),
        ("Kurven er knækket.", Verdict.MARKEDLY_FEWER, "bruges ikke"),
        ("Det er rekord.", Verdict.MARKEDLY_MORE, "bruges ikke"),
        ("Det er den bedste kommune.", Verdict.EXPECTED, "bruges ikke"),
    ],
)
def test_what_the_numbers_do_not_carry_is_pointed_out(edited: str, verdict: Verdict | None, told: str) -> None:
    assert any(told in warning for warning in contradictions(edited, verdict)), contradictions(edited, verdict)


@pytest.mark.parametrize(
    ("edited", "verdict"),
    [
        ("", Verdict.EXPECTED),
        ("Der er flere indbrud end ventet.", Verdict.MORE),
        ("Der er markant flere indbrud end ventet, 15 % flere end året før.", Verdict.MARKEDLY_MORE),
        ("Der er markant færre indbrud end ventet.", Verdict.MARKEDLY_FEWER),
        ("Tallet er inden for det forventede.", Verdict.EXPECTED),
        ("Der var 7 flere end i samme kvartal året før.", Verdict.EXPECTED),
        ("Vi vender tilbage til tallet på næste møde.", None),
    ],
)
def test_what_they_carry_is_left_alone(edited: str, verdict: Verdict | None) -> None:
    assert contradictions(edited, verdict) == ()


def test_only_edited_texts_are_looked_at_beside_their_own_verdict(bilateral: Pack) -> None:
    assert edit_warnings(bilateral) == {}
    pack = with_texts(bilateral, {"indbrud.udvikling.tekst1": "Indbruddene falder.", "overblik.tekst1": "Se tallene."})
    assert list(edit_warnings(pack)) == ["indbrud.udvikling.tekst1"]


def test_no_generated_text_contradicts_its_own_verdict(make: MakePack) -> None:
    for pack in (make("2026K1", "217"), make("2025K4", theme="digital"), make("2025K3")):
        for section in pack.sections:
            if section.verdict is not None:
                for text in (section.title, *section.body):
                    assert contradictions(text.generated, section.verdict) == (), text.generated
