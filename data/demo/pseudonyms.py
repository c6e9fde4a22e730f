"""Opaque ids: serial numbers, shuffled and written in letters.

Letters only: no run of digits that could read as a CPR or telephone number; consonants only: no words.
"""

import numpy as np
from numpy.typing import NDArray

from data.demo.counts import generator

_LETTERS = np.frombuffer(b"bcdfghjklmnpqrst", dtype=np.uint8)
_BITS, _LENGTH = 40, 10  # 16 letters carry 4 bits each; a million million rows before an id would come twice
_MASK = np.uint64(2**_BITS - 1)
_HALF = np.uint64(_BITS // 2)

Bytes = NDArray[np.uint8]


def _shuffled(numbers: NDArray[np.int64], seed: int, subject: str) -> NDArray[np.uint64]:
    """Return the numbers mixed so that neighbours have nothing in common, and no two become one.

    Multiplying by an odd number and folding the upper half into the lower are both one-to-one on 40 bits.
    """
    mixed = numbers.astype(np.uint64) + np.uint64(1)  # 0 would stay 0
    for factor in generator(seed, subject).integers(0, 2**_BITS, 3, dtype=np.uint64) | np.uint64(1):
        mixed = (mixed * factor) & _MASK
        mixed ^= mixed >> _HALF
    return mixed


def pseudonyms(numbers: NDArray[np.int64], seed: int, prefix: str) -> Bytes:
    """Return the ids of the numbers as a table of bytes, one row an id: the prefix and ten letters."""
    mixed = _shuffled(numbers, seed, prefix)
    text = np.empty((len(numbers), len(prefix) + _LENGTH), dtype=np.uint8)
    text[:, : len(prefix)] = np.frombuffer(prefix.encode(), dtype=np.uint8)
    for place in range(_LENGTH):
        text[:, len(prefix) + place] = _LETTERS[(mixed >> np.uint64(4 * place)) & np.uint64(15)]
    return text
