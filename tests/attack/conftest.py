"""Random districts, each published once for all attacks on it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest

from tests.attack.attack import Released, Rng
from tests.attack.microdata import District, random_district
from tests.attack.release import released

FIXED_SEEDS = (1, 2)
MORE_SEEDS = range(100, 120)


@dataclass(frozen=True)
class Attacked:
    """A random district and its release; `seed` makes it again."""

    seed: int
    district: District
    tables: Released

    @property
    def rng(self) -> Rng:
        return np.random.default_rng([self.seed, 1])


def seeds() -> list[object]:
    """Return the seeds of the districts: two that are always the same, one that nobody has seen, and the full size."""
    unseen = int(np.random.SeedSequence().generate_state(1)[0])
    fixed = [pytest.param(seed, id=f"seed {seed}") for seed in FIXED_SEEDS]
    more = [pytest.param(seed, id=f"seed {seed}", marks=pytest.mark.full) for seed in MORE_SEEDS]
    return [*fixed, pytest.param(unseen, id="a seed nobody has seen"), *more]


@pytest.fixture(scope="package", params=seeds())
def attacked_district(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    """A random district, published by the real publisher."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(tmp_path_factory.mktemp("attacked")))
        district = random_district(np.random.default_rng(request.param))
        yield Attacked(request.param, district, released(district))
