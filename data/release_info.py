"""What a release says of itself: its id, made from its content, and the dates that stand in every footer."""

import datetime as dt
import hashlib

import pandas as pd
from pandas.util import hash_pandas_object

from data.contract import CONTRACT_VERSION
from data.cubes import Cubes
from data.periods import Month

# Raised when the tables of a release change shape or the id is made in another way, so that the id changes too.
RELEASE_FORMAT = 3
ID_LENGTH = 6


def release_id(tables: dict[str, pd.DataFrame]) -> str:
    """Return the id of a release with these tables: the first hexadecimal digits of their content's SHA-256.

    When a file was loaded is not part of the content, nor is the order of rows: each is hashed by itself.
    """
    digest = hashlib.sha256(f"{RELEASE_FORMAT}.{CONTRACT_VERSION}".encode())
    for name in sorted(tables):
        table = tables[name].drop(columns="loaded_at", errors="ignore")
        digest.update(f"\n{name} {list(table.columns)}\n".encode())
        digest.update(hash_pandas_object(table, index=False).sort_values().to_numpy().tobytes())
    return digest.hexdigest()[:ID_LENGTH]


def info_table(identity: str, cubes: Cubes) -> pd.DataFrame:
    """Return the one row of facts about the release.

    id, data_until (last day of the newest closed month), extracted (newest extract's date), demo, published_at.
    """
    closed = cubes.coverage[~cubes.coverage["is_open"]]
    newest = closed.sort_values(["year", "month"]).iloc[-1] if len(closed) else None
    return pd.DataFrame(
        [
            {
                "id": identity,
                "data_until": Month(int(newest.year), int(newest.month)).last_day if newest is not None else None,
                "extracted": cubes.extracted,
                "demo": cubes.demo,
                "published_at": dt.datetime.now().replace(microsecond=0),
            }
        ]
    )
