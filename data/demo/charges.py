"""When somebody was charged. Shares and delays are invented; what happens after the extract is not in it."""

from dataclasses import dataclass

import numpy as np

from data.demo.columns import Columns, Generator, dates_after, happens
from data.demo.days import Minutes


@dataclass(frozen=True)
class Clearance:
    """The share of the reports that end with a charge and the median days until then."""

    share: float
    days: float


_CLEARANCES = {
    "indbrud_beboelse": Clearance(0.10, 45),
    "indbrud_fritidshus": Clearance(0.06, 60),
    "databedrageri": Clearance(0.07, 120),
    "kontaktbedrageri": Clearance(0.12, 110),
    "samhandelsbedrageri": Clearance(0.22, 100),
    "identitetsmisbrug": Clearance(0.06, 120),
    "muldyr": Clearance(0.75, 60),
    "digital_afpresning": Clearance(0.12, 90),
    "digital_sexkraenkelse": Clearance(0.25, 70),
    "deling_ulovligt_indhold": Clearance(0.35, 80),
    "utryghed_offentligt_rum": Clearance(0.18, 8),
    "narkotikasalg_skole": Clearance(0.35, 5),
    "vold_naere_relationer": Clearance(0.55, 6),
}
_LONG_TAIL = 1.0  # standard deviation, log: few charges come very late, and young cohorts are never complete


def charges(rng: Generator, category: str, anmeldt: Minutes) -> Columns:
    """Return the date of the first charge; accidents, activities and calls have none."""
    clearance = _CLEARANCES.get(category)
    if clearance is None:
        return {}
    number = len(anmeldt)
    days = rng.lognormal(np.log(clearance.days), _LONG_TAIL, number).astype(np.int32)
    return {"sigtet": dates_after(anmeldt, days, happens(rng, clearance.share, number))}
