"""What the machine says, as something a user can act on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from data.errors import UserError
from data.home import home


@contextmanager
def in_danish() -> Iterator[None]:
    """Turn errors of the disk and the database into Danish ones; DuckDB's own words hold values from the file."""
    try:
        yield
    except duckdb.OutOfMemoryException:
        raise UserError("Der er ikke hukommelse eller diskplads nok. Intet er ændret.") from None
    except (duckdb.IOException, duckdb.TransactionException):  # the latter when the commit itself cannot be written
        raise UserError(f"Der kan ikke skrives i {home()}: er disken fuld? Intet er ændret.") from None
    except duckdb.Error as error:
        raise UserError(f"Databasen kunne ikke gennemføre det ({type(error).__name__}). Intet er ændret.") from None
    except OSError as error:
        place = home() if error.errno == errno.ENOSPC else error.filename or home()
        raise UserError(f"{place} kan ikke læses eller skrives: {why(error)}. Intet er ændret.") from None


def why(error: OSError) -> str:
    """Return what is wrong with the disk, in Danish."""
    causes = {errno.ENOSPC: "disken er fuld", errno.EACCES: "adgang nægtet", errno.EROFS: "der kan kun læses"}
    return causes.get(error.errno or 0, "fejl i filsystemet")
