-- Frozen meeting packs: what they were made from, and their files to the byte.

-- One row per version of a frozen pack. `release` is the release whose numbers it holds; `content` is JSON: texts,
-- answers of the check, and the claims that later data can judge.
CREATE TABLE packs (
    entry TEXT NOT NULL,
    version INTEGER NOT NULL,
    meeting TEXT NOT NULL,
    municipality TEXT NOT NULL,
    theme TEXT,
    release TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (entry, version),
    FOREIGN KEY (entry, version) REFERENCES versions (entry, version)
) STRICT, WITHOUT ROWID;

-- One row per file of a frozen pack.
CREATE TABLE pack_files (
    entry TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (entry, version, name),
    FOREIGN KEY (entry, version) REFERENCES versions (entry, version)
) STRICT;
