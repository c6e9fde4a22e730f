-- log.sqlite: lines that are added and never changed, and what has been cleared away because it was old enough.

-- "KRLG" in ASCII: a file that lacks it is another program's.
PRAGMA application_id = 1263684679;

-- One row per thing that was done. `moment`: UTC. `previous`: the row before's `hash`; `hash`: of this row and `previous`.
CREATE TABLE IF NOT EXISTS entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    moment TEXT NOT NULL,
    who TEXT NOT NULL,
    role TEXT NOT NULL,
    room TEXT NOT NULL,
    event TEXT NOT NULL,
    view TEXT NOT NULL,
    municipality TEXT NOT NULL,
    period TEXT NOT NULL,
    "release" TEXT NOT NULL,
    about TEXT NOT NULL,
    file TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

-- One row per clearing: everything up to and with `through` is gone; `hash` is that row's, where the chain now begins.
CREATE TABLE IF NOT EXISTS cleared (
    through INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    cleared_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER IF NOT EXISTS entries_are_added_last BEFORE INSERT ON entries
WHEN new.number <= (SELECT coalesce(max(number), 0) FROM entries) OR new.number <= (SELECT coalesce(max(through), 0) FROM cleared)
BEGIN SELECT raise(ABORT, 'entries are never replaced'); END;

CREATE TRIGGER IF NOT EXISTS entries_are_never_changed BEFORE UPDATE ON entries
BEGIN SELECT raise(ABORT, 'entries are never changed'); END;

CREATE TRIGGER IF NOT EXISTS entries_are_only_cleared BEFORE DELETE ON entries
WHEN old.number > (SELECT coalesce(max(through), 0) FROM cleared)
BEGIN SELECT raise(ABORT, 'entries are never removed'); END;

-- Whatever the configured time is: what is younger than the shortest that can be configured is not cleared.
CREATE TRIGGER IF NOT EXISTS only_old_entries_are_cleared BEFORE INSERT ON cleared
WHEN EXISTS (SELECT 1 FROM entries WHERE number <= new.through AND moment > strftime('%Y-%m-%dT%H:%M:%f', 'now', '-6 months'))
  OR new.through <= (SELECT coalesce(max(through), 0) FROM cleared)
BEGIN SELECT raise(ABORT, 'only old entries are cleared'); END;

CREATE TRIGGER IF NOT EXISTS clearings_are_never_changed BEFORE UPDATE ON cleared
BEGIN SELECT raise(ABORT, 'clearings are never changed'); END;

CREATE TRIGGER IF NOT EXISTS clearings_are_never_removed BEFORE DELETE ON cleared
BEGIN SELECT raise(ABORT, 'clearings are never removed'); END;
