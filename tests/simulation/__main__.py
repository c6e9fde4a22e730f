"""`python -m tests.simulation [--full]`: the gate as a table; exits with 1 when a limit is broken."""

import argparse
import sys
from collections.abc import Sequence

from analysis.rates import Interval
from tests.simulation.gate import FULL, SMALL, beside, checks

SEED = 20260112


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation")
    parser.add_argument("--full", action="store_true", help="fuld størrelse (nogle minutter)")
    parser.add_argument("--seed", type=int, default=SEED, help="frø til tilfældige tal")
    choice = parser.parse_args(arguments)
    size = FULL if choice.full else SMALL
    broken = 0
    for check in checks(size, choice.seed):
        broken += not check.passed
        limit = f"grænse {check.least:.2f}-{check.most:.2f}"
        print(
            f"{'holdt ' if check.passed else 'BRUDT '} {check.name:<50} {_shown(check.measured)}  {limit}", flush=True
        )
    print("\nVed siden af, uden grænse (pr. kvartal med 39 tal, hvor intet er sket i nogen enkelt kommune):")
    for world, shock, verdicts, coverage in beside(size, choice.seed):
        carried = "-" if verdicts.carried is None else f"{verdicts.carried:.0%}"
        print(
            f"  {world.name:<12} fælles stød {shock:.0%}: reglen ±10 % mod sidste år {_shown(verdicts.naive)},"
            f" forventet niveau {_shown(verdicts.marked)}; kredsen selv udenfor {_shown(verdicts.district)},"
            f" og da {carried} af de markante; prognosen dækker {_shown(coverage)}",
            flush=True,
        )
    return 1 if broken else 0


def _shown(measured: Interval) -> str:
    return f"{measured.value:.2f} ({measured.low:.2f}-{measured.high:.2f})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
