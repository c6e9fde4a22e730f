-- Numbers that nobody delivers in an extract: what was done, and what a survey found.

-- One row per version of an activity: how many of a kind were held in a period (`2025K4`, `2025`), and how many took part.
CREATE TABLE activities (
    entry TEXT NOT NULL,
    version INTEGER NOT NULL,
    period TEXT NOT NULL,
    place TEXT NOT NULL,
    theme TEXT NOT NULL,
    kind TEXT NOT NULL,
    audience TEXT,
    count TEXT NOT NULL,
    reached TEXT,
    source TEXT,
    PRIMARY KEY (entry, version),
    FOREIGN KEY (entry, version) REFERENCES versions (entry, version)
) STRICT, WITHOUT ROWID;

-- One row per version of a survey's share: in percent as it was published, and of how many answers where that is known.
CREATE TABLE survey_shares (
    entry TEXT NOT NULL,
    version INTEGER NOT NULL,
    survey TEXT NOT NULL,
    question TEXT NOT NULL,
    place TEXT NOT NULL,
    year TEXT NOT NULL,
    percent TEXT NOT NULL,
    answers TEXT,
    source TEXT NOT NULL,
    PRIMARY KEY (entry, version),
    FOREIGN KEY (entry, version) REFERENCES versions (entry, version)
) STRICT, WITHOUT ROWID;
