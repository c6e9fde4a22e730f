"""The verdicts as people read them: an icon and words, never a colour alone."""

from analysis.signal import Verdict

VERDICT_TEXTS = {
    Verdict.MARKEDLY_MORE: "Markant flere end ventet",
    Verdict.MORE: "Flere end ventet",
    Verdict.EXPECTED: "Inden for det forventede",
    Verdict.FEWER: "Færre end ventet",
    Verdict.MARKEDLY_FEWER: "Markant færre end ventet",
    Verdict.TOO_FEW: "For få til at vurdere",
    Verdict.NOT_COMPARABLE: "Kan ikke sammenlignes",
}

VERDICT_ICONS = {
    Verdict.MARKEDLY_MORE: "▲",
    Verdict.MORE: "△",
    Verdict.EXPECTED: "●",
    Verdict.FEWER: "▽",
    Verdict.MARKEDLY_FEWER: "▼",
    Verdict.TOO_FEW: "○",
    Verdict.NOT_COMPARABLE: "⊘",
}
