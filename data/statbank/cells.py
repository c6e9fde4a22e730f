"""What every layout becomes: one row per cell of the published table."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

TEXT = "text"
LINE = "line"


class Layout(StrEnum):
    """How the file is laid out; the value is what the report says."""

    API = "api"  # API CSV and BULK: a row per cell
    MATRIX = "matrix"  # the web's CSV: periods as columns
    EXCEL = "excel"  # the web's workbook


@dataclass(frozen=True)
class Cells:
    """The cells of one file, still as text.

    `frame`: one categorical column for each label column (0, 1, …), `text` (what stands in the cell, categorical) and
    `line`. `headers` are the label columns' headers, blank in the web's exports; `titles` is the text above the table
    and what the value column is called.
    """

    file: str
    layout: Layout
    frame: pd.DataFrame
    headers: tuple[str, ...]
    titles: tuple[str, ...]
    ends_in_a_line_break: bool = True

    def labels(self, column: int | str) -> list[str]:
        """Return the different texts of a column, in the order in which they are first met."""
        return [str(label) for label in self.frame[column].unique()]
