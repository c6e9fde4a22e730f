"""Whether the current release can be read: what a watchman asks, again and again."""

from contextlib import closing

from data.release import Release, opened_afresh


def readable_release() -> Release:
    """Return the current release after a look into every table that the council sees; its connection is closed.

    The files are opened anew: what a process has read already stays in its memory, whatever becomes of the disk.
    Raises UserError when there is none, duckdb.Error when a file or a table cannot be read.
    """
    release = opened_afresh()
    with closing(release.connection), release.connection.cursor() as cursor:
        for (name,) in release.rows("published_names"):
            cursor.table(f"published.{name}").limit(1).fetchall()
    return release
