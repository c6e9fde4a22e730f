"""Whether the current release can be read: what a watchman asks, again and again."""

from data.release import Release, open_release
from data.releases import current_release_id


def readable_release() -> Release:
    """Return the current release after a look into every table that the council sees.

    Raises UserError when there is none, duckdb.Error when a file or a table cannot be read.
    """
    release = open_release(current_release_id())
    with release.connection.cursor() as cursor:
        for (name,) in release.rows("published_names"):
            cursor.table(f"published.{name}").limit(1).fetchall()
    return release
