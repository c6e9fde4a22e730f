"""Whom digital crime hits, how they are met, and what they lose. Profiles are invented but for their direction."""

from collections.abc import Mapping
from dataclasses import dataclass

_AGES = ("0-14", "15-17", "18-24", "25-39", "40-64", "65-79", "80+")


@dataclass(frozen=True)
class Profile:
    """Shares of age bands, of women and of ways of contact, and the median loss in kroner (0: nobody loses money)."""

    ages: Mapping[str, float]
    women: float
    channels: Mapping[str, float]
    loss: float = 0.0
    loss_sigma: float = 1.2


def _ages(*shares: float, unknown: float = 0.03) -> dict[str, float]:
    return {**dict(zip(_AGES, shares, strict=True)), "uoplyst": unknown}


def _channels(telefon: float, sms: float, email: float, sociale_medier: float, webshop: float) -> dict[str, float]:
    known = {"telefon": telefon, "sms": sms, "email": email, "sociale_medier": sociale_medier, "webshop": webshop}
    return {**known, "andet": 0.06, "uoplyst": 0.06}


_SOCIAL_MEDIA = _channels(0.02, 0.05, 0.02, 0.8, 0.0)
# The police's plan: adults and older people meet contact fraud; trade fraud and abuse meet the young.
PROFILES: dict[str, Profile] = {
    "databedrageri": Profile(
        _ages(0.0, 0.02, 0.12, 0.25, 0.36, 0.17, 0.05), 0.5, _channels(0.08, 0.22, 0.28, 0.08, 0.24), 2500
    ),
    "kontaktbedrageri": Profile(
        _ages(0.0, 0.01, 0.04, 0.08, 0.22, 0.4, 0.22), 0.6, _channels(0.62, 0.16, 0.05, 0.1, 0.0), 22_000, 1.4
    ),
    "samhandelsbedrageri": Profile(
        _ages(0.0, 0.04, 0.28, 0.38, 0.24, 0.05, 0.01), 0.47, _channels(0.02, 0.04, 0.04, 0.5, 0.3), 1400, 1.0
    ),
    "identitetsmisbrug": Profile(
        _ages(0.01, 0.03, 0.18, 0.3, 0.33, 0.12, 0.03), 0.5, _channels(0.1, 0.2, 0.3, 0.2, 0.1)
    ),
    "digital_afpresning": Profile(_ages(0.06, 0.26, 0.34, 0.18, 0.13, 0.03, 0.0), 0.3, _SOCIAL_MEDIA, 3000),
    "digital_sexkraenkelse": Profile(_ages(0.24, 0.32, 0.24, 0.13, 0.07, 0.0, 0.0), 0.8, _SOCIAL_MEDIA),
    "deling_ulovligt_indhold": Profile(_ages(0.22, 0.38, 0.26, 0.1, 0.04, 0.0, 0.0), 0.75, _SOCIAL_MEDIA),
}
# Young people are talked into lending out their account.
MULE_AGES = _ages(0.01, 0.3, 0.46, 0.16, 0.06, 0.01, 0.0, unknown=0.04)
