"""The one sentence above the initiatives: how many, how many are compared, and what came of them."""

from collections.abc import Sequence

import pytest

from analysis.effect_answer import Finding
from analysis.initiative_headline import initiatives_headline
from data.municipalities import DISTRICT


@pytest.mark.parametrize(
    ("place", "count", "findings", "said"),
    [
        ("217", 0, [], "Ingen indsatser i Helsingør."),
        ("217", 1, [], "1 indsats i Helsingør. Ingen er sammenlignet med andre kommuner."),
        (
            "217",
            13,
            [Finding.NOT_SHOWN],
            "13 indsatser i Helsingør. Én er sammenlignet med andre kommuner: ingen sikker forskel.",
        ),
        (
            DISTRICT,
            20,
            [Finding.NOT_SHOWN, Finding.DESCRIBED, Finding.NOT_SHOWN],
            "20 indsatser i hele kredsen. 3 er sammenlignet med andre kommuner: 2 ingen sikker forskel og 1 kun en "
            "beskrivelse.",
        ),
    ],
)
def test_the_page_is_answered_in_a_sentence(place: str, count: int, findings: Sequence[Finding], said: str) -> None:
    assert initiatives_headline(place, count, findings) == said
