"""Frames whose columns have a type also when there is no row: a release's tables always have the same shape."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

Columns = Mapping[str, str]

TEXT, WHOLE, MAYBE_WHOLE = "str", "int64", "Int64"


def frame_of(rows: Iterable[tuple[Any, ...]], columns: Columns) -> pd.DataFrame:
    """Return a frame of the rows, with these columns and types (column -> pandas type)."""
    return pd.DataFrame(list(rows), columns=list(columns)).astype(dict(columns))
