-- The council's meetings and what was agreed at them; questions that were asked at one.

-- One row per version of a meeting: its quarter (`2026K1`), and the municipality of a bilateral one, else `kreds`.
CREATE TABLE meetings (
    entry TEXT NOT NULL,
    version INTEGER NOT NULL,
    quarter TEXT NOT NULL,
    place TEXT NOT NULL,
    day TEXT,
    theme TEXT,
    status TEXT NOT NULL,
    agreed TEXT,
    note TEXT,
    PRIMARY KEY (entry, version),
    FOREIGN KEY (entry, version) REFERENCES versions (entry, version)
) STRICT, WITHOUT ROWID;

-- One row per version of a question: the address of the view it was asked at, when (UTC), and what was answered.
CREATE TABLE questions (
    entry TEXT NOT NULL,
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    link TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    status TEXT NOT NULL,
    answer TEXT,
    PRIMARY KEY (entry, version),
    FOREIGN KEY (entry, version) REFERENCES versions (entry, version)
) STRICT, WITHOUT ROWID;
