"""Why a distribution is of other years than the chosen ones: years that are told as one, and when the next are."""

from analysis.bars import Groups
from data.periods import Period, Years

SHOWN_FOR = (
    "Fordelingerne af uheld er for {pool} lagt sammen. {later} vises, når alle årene er slut, og Vejdirektoratets tal "
    "for dem er endelige."
)


def pool_notes(groups: Groups, chosen: Period) -> tuple[str, ...]:
    """Return which years are shown, and when the next are, for each pool that ends before the chosen period."""
    every = [each.period for _, breakdowns in groups for each in breakdowns]
    pools = [pool for pool in dict.fromkeys(every) if isinstance(pool, Years) and pool.last < chosen.year]
    return tuple(SHOWN_FOR.format(pool=pool.name, later=_next(pool).name) for pool in pools)


def _next(pool: Years) -> Years:
    """Return the pool of as many years that follows."""
    return Years(pool.last + 1, 2 * pool.last - pool.first + 1)
