-- Packs under preparation: what has been answered and written so far.

-- One row per version of a draft; its entry is `kladde-` and the pack's code. `checks`: JSON, check -> [ticked, comment];
-- `texts`: JSON, text -> what a person made of it.
CREATE TABLE drafts (
    entry TEXT NOT NULL,
    version INTEGER NOT NULL,
    checks TEXT NOT NULL,
    texts TEXT NOT NULL,
    PRIMARY KEY (entry, version),
    FOREIGN KEY (entry, version) REFERENCES versions (entry, version)
) STRICT, WITHOUT ROWID;
