-- The first register: entries of any kind, every version of each, and what the versions of an initiative say.

PRAGMA application_id = 1263681095;

-- One row per thing that somebody has typed: an initiative; later kinds add their own table of versions.
CREATE TABLE entries (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL
) STRICT;

-- One row per version of an entry; none is ever changed. `edited_at` is UTC. `withdrawn`: the entry is gone from here on.
CREATE TABLE versions (
    entry TEXT NOT NULL REFERENCES entries (id),
    version INTEGER NOT NULL CHECK (version > 0),
    edited_at TEXT NOT NULL,
    edited_by TEXT NOT NULL,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    PRIMARY KEY (entry, version)
) STRICT, WITHOUT ROWID;

-- One row per version of an initiative. Dates as exactly as they are known (`2023-06-09`, `2023-06`, `2023K2`, `2023`);
-- `comparison` and `neighbours` hold municipality codes with a space between; what is not known is missing.
CREATE TABLE initiatives (
    entry TEXT NOT NULL,
    version INTEGER NOT NULL,
    place TEXT NOT NULL,
    theme TEXT NOT NULL,
    what TEXT NOT NULL,
    owner TEXT,
    start TEXT,
    "end" TEXT,
    status TEXT NOT NULL,
    indicator TEXT,
    expected_effect TEXT,
    comparison TEXT,
    neighbours TEXT,
    chosen_on TEXT,
    visibility TEXT NOT NULL,
    source TEXT,
    note TEXT,
    PRIMARY KEY (entry, version),
    FOREIGN KEY (entry, version) REFERENCES versions (entry, version)
) STRICT, WITHOUT ROWID;
