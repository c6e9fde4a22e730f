import json
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.vectors.kinds import KINDS
from analysis.verify import differences, main

FILES = Path(__file__).parent / "files"
VECTORS = json.loads((FILES / "vectors.json").read_text())["vectors"]
GARWOOD = {
    "id": "g",
    "kind": "poisson_interval",
    "inputs": {"count": 0},
    "expected": {"low": 0, "high": 3.689},
    "tol": 1e-3,
}


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_vector(vector):
    assert differences(vector, FILES) == []


def test_every_kind_has_a_vector():
    assert {vector["kind"] for vector in VECTORS} == set(KINDS)
    assert len(KINDS) == 24


def wrong_by_ten_per_cent(value):
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value * 1.1 + 0.1
    if isinstance(value, list):
        return [*value[:-1], wrong_by_ten_per_cent(value[-1])] if value else [1]
    return 0 if value is None else f"{value}x"


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_a_wrong_expectation_fails_key_by_key(vector):
    for key, value in vector["expected"].items():
        if key.endswith("_range"):
            continue
        wrong = vector | {"expected": {key: wrong_by_ten_per_cent(value)}}
        assert differences(wrong, FILES) != [], key


def saved(folder, *vectors):
    path = folder / "vectors.json"
    path.write_text(json.dumps({"vectors": vectors}))
    return str(path)


def test_all_passed(tmp_path, capsys):
    assert main([saved(tmp_path, GARWOOD, GARWOOD)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == ["passed g (poisson_interval)"] * 2 + ["2 passed, 0 failed"]
    assert err == ""


def test_one_failed(tmp_path, capsys):
    wrong = GARWOOD | {"id": "w", "expected": {"high": 3.0}}
    assert main([saved(tmp_path, GARWOOD, wrong)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("failed w (poisson_interval): high: expected 3.0, found 3.68")
    assert lines[-1] == "1 passed, 1 failed"


@pytest.mark.parametrize(
    "vector",
    [
        GARWOOD | {"kind": "astrology"},
        GARWOOD | {"kind": ["poisson_interval"]},
        {"id": "empty"},
        GARWOOD | {"inputs": {}},
        GARWOOD | {"inputs": {"count": "many"}},
        GARWOOD | {"inputs": None},
        GARWOOD | {"expected": None},
        GARWOOD | {"expected": {"width": 3.689}},
        GARWOOD | {"tol": "tight"},
        {"kind": "knox", "inputs": {"csv": "nowhere.csv", "delta_m": 1, "tau_days": 1}, "expected": {"statistic": 0}},
        {"kind": "expected_level", "inputs": {"csv": "nowhere.csv"}, "expected": {"json": "nowhere.json"}},
        {"kind": "empirical_bayes", "inputs": {"spf": "__import__('os')"}, "expected": {"weight": 1}},
    ],
    ids=lambda vector: json.dumps(vector)[-60:],
)
def test_a_strange_vector_fails_alone(vector, tmp_path, capsys):
    assert main([saved(tmp_path, vector, GARWOOD)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 passed, 1 failed"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("mangler.json", None),
        ("tom.json", ""),
        ("liste.json", "[]"),
        ("andet.json", '{"numbers": []}'),
        ("tal.json", '{"vectors": 7}'),
        ("elementer.json", '{"vectors": [7]}'),
        ("bytes.json", b"\xff\xfe\x00"),
    ],
)
def test_a_file_that_is_not_vectors(name, content, tmp_path, capsys):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main([str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert name in err


def test_no_file_at_all(capsys):
    assert main([]) == 1
    assert "python -m analysis.verify" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("expected", "tol", "passes"),
    [
        (3.68887945, 1e-8, True),
        (3.68887948, 1e-8, True),  # 2.6e-8 from the answer: over the absolute, under the relative 3.7e-8
        (3.6889, 1e-8, False),
        (3.7, 0.01, True),
        (None, 1e-8, False),
        ("3.68887945", 1e-8, False),
        ([3.68887945], 1e-8, False),
    ],
)
def test_tolerance(expected, tol, passes):
    found = differences(GARWOOD | {"expected": {"high": expected}, "tol": tol}, FILES)
    assert (found == []) == passes


def test_null_means_no_number():
    change = {"kind": "rate_ratio_exact", "inputs": {"k1": 3, "n1": 1, "k2": 0, "n2": 1}}
    assert differences(change | {"expected": {"ratio": None, "high": None}}, FILES) == []
    assert differences(change | {"expected": {"low": None}}, FILES) != []
    assert differences(change | {"expected": {"ratio": 3.0}}, FILES) != []


@pytest.mark.parametrize(("low", "high", "passes"), [(0.008, 0.018, True), (0.02, 0.03, False)])
def test_an_interval_is_met_by_membership(low, high, passes):
    knox = next(vector for vector in VECTORS if vector["kind"] == "knox")
    assert (differences(knox | {"expected": {"p_mc_range": [low, high]}}, FILES) == []) == passes


def test_a_district_by_quarters(tmp_path):
    rows = [
        "kvartal,A,B",
        *(f"{year}K{quarter},{10 * quarter},{20 * quarter}" for year in range(2018, 2024) for quarter in (1, 2, 3, 4)),
    ]
    (tmp_path / "counts.csv").write_text("\n".join(rows))
    expected = {
        "w1": {"first_index": 23, "season": [0.4, 0.8, 1.2, 1.6], "phi": 1, "trend_used": 0, "mu": [40, 80]},
        "forecast_next_quarter": {"mu": [10, 20]},
    }
    (tmp_path / "level.json").write_text(json.dumps(expected))
    vector = {"kind": "expected_level", "inputs": {"csv": "counts.csv"}, "expected": {"json": "level.json"}}
    assert differences(vector, tmp_path) == []


def test_the_command(tmp_path):
    command = [sys.executable, "-m", "analysis.verify", saved(tmp_path, GARWOOD)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "1 passed, 0 failed")
