"""`python -m analysis.verify FILE…`: run the product's methods on vectors that others made, and compare."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from analysis.vectors.kinds import KINDS
from analysis.vectors.vector import Vector
from data.errors import UserError

DEFAULT_TOLERANCE = 1e-6
USAGE = "Skriv en eller flere filer med vektorer: python -m analysis.verify FIL…"


def main(arguments: Sequence[str]) -> int:
    """Print one line a vector and a count of them; return 0 when all passed, else 1."""
    try:
        vectors = [(vector, Path(name).parent) for name in arguments for vector in _read(Path(name))]
        if not arguments:
            raise UserError(USAGE)
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    failed = 0
    for vector, folder in vectors:
        mistakes = differences(vector, folder)
        failed += bool(mistakes)
        name = f"{vector.get('id', '(uden id)')} ({vector.get('kind', 'uden kind')})"
        print(f"failed {name}: {'; '.join(mistakes)}" if mistakes else f"passed {name}")
    print(f"{len(vectors) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        vectors = json.loads(path.read_text(encoding="utf-8"))["vectors"]
    except OSError as error:
        raise UserError(f"Filen {path} findes ikke eller kan ikke læses.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(f'Filen {path} er ikke JSON af formen {{"vectors": [ … ]}}.') from error
    if not isinstance(vectors, list) or not all(isinstance(vector, dict) for vector in vectors):
        raise UserError(f"»vectors« i filen {path} er ikke en liste af vektorer.")
    return vectors


def differences(vector: Mapping[str, Any], folder: Path) -> list[str]:
    """Return what is wrong with the product's answer to one vector; empty when it passes."""
    kind = KINDS.get(str(vector.get("kind")))
    if kind is None:
        return ["unknown kind"]
    try:
        expected = {key: _resolved(key, value, folder) for key, value in vector["expected"].items()}
        results = kind(Vector(vector["inputs"], tuple(expected), folder))
        return list(_differences("", expected, results, float(vector.get("tol", DEFAULT_TOLERANCE))))
    except Exception as error:  # whatever a stranger's vector breaks, it fails alone
        return [f"{type(error).__name__}: {error}"]


def _resolved(key: str, value: Any, folder: Path) -> Any:
    """Return the expected value, which under `json` is the content of a file beside the vectors."""
    return json.loads((folder / value).read_text(encoding="utf-8")) if key == "json" else value


def _differences(name: str, expected: Any, found: Any, tolerance: float) -> Iterator[str]:
    if isinstance(expected, Mapping):
        for key, value in expected.items():
            yield from _differences_at(f"{name}.{key}".lstrip("."), key, value, found, tolerance)
    elif isinstance(expected, Sequence) and not isinstance(expected, str):
        if not isinstance(found, Sequence | np.ndarray) or len(found) != len(expected):
            yield f"{name}: expected {len(expected)} values, found {found}"
        else:
            for index, value in enumerate(expected):
                yield from _differences(f"{name}[{index}]", value, found[index], tolerance)
    elif not _same(expected, found, tolerance):
        yield f"{name}: expected {expected}, found {found}"


def _differences_at(name: str, key: str, expected: Any, found: Any, tolerance: float) -> Iterator[str]:
    if not isinstance(found, Mapping):
        yield f"{name}: no answer"
    elif key in found:
        yield from _differences(name, expected, found[key], tolerance)
    elif key.removesuffix("_range") in found:
        low, high = expected
        value = found[key.removesuffix("_range")]
        if not low <= value <= high:
            yield f"{name}: expected {low} to {high}, found {value}"
    else:
        yield f"{name}: no answer"


def _same(expected: Any, found: Any, tolerance: float) -> bool:
    if isinstance(expected, bool | str):
        return bool(found == expected) and isinstance(found, str | bool | np.bool_)
    if expected is None or found is None or isinstance(found, str):
        # JSON has no infinity: null is "no number", and so is an infinite or missing one.
        return expected is None and (found is None or (not isinstance(found, str) and not np.isfinite(found)))
    return bool(abs(found - expected) <= tolerance * max(1.0, abs(expected)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
