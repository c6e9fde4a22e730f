"""Shapes in time: how reports lie over the months, the weekdays and the hours. All of them are invented.

Only their proportions matter. Months run from January, weekdays from Monday, hours from midnight.
"""

Shape = tuple[float, ...]

EVEN_MONTHS: Shape = (1.0,) * 12
WINTER_PEAK: Shape = (1.25, 1.1, 1.0, 0.9, 0.8, 0.8, 0.95, 0.85, 0.9, 1.0, 1.2, 1.25)
DARK_HALF: Shape = (1.3, 1.3, 1.2, 1.0, 0.8, 0.6, 0.5, 0.6, 0.9, 1.1, 1.3, 1.4)
SUMMER_PEAK: Shape = (0.75, 0.75, 0.9, 1.0, 1.2, 1.25, 1.1, 1.2, 1.1, 1.0, 0.9, 0.85)
SHOPPING_YEAR: Shape = (1.05, 0.95, 0.95, 0.95, 0.95, 0.95, 0.9, 0.95, 1.0, 1.05, 1.2, 1.1)
SCHOOL_YEAR: Shape = (1.0, 0.9, 1.1, 1.0, 1.1, 0.9, 0.2, 1.1, 1.2, 1.0, 1.1, 0.8)

EVEN_DAYS: Shape = (1.0,) * 7
WORKDAYS: Shape = (1.15, 1.15, 1.1, 1.1, 1.1, 0.6, 0.5)
HOME_AGAIN: Shape = (1.05, 0.95, 0.95, 0.95, 1.1, 1.0, 1.15)  # burglaries are found when people come home
WEEKEND: Shape = (0.8, 0.75, 0.8, 0.9, 1.25, 1.5, 1.1)
TRAFFIC_DAYS: Shape = (1.0, 1.0, 1.0, 1.05, 1.15, 0.9, 0.8)
SCHOOL_DAYS: Shape = (1.0, 1.0, 1.0, 1.0, 1.1, 0.05, 0.05)

EVEN_HOURS: Shape = (1.0,) * 24
HOMECOMING: Shape = (2, 1, 1, 1, 1, 1, 3, 5, 5, 5, 5, 5, 5, 5, 7, 10, 12, 12, 10, 8, 7, 6, 5, 4)
COMMUTING: Shape = (1, 1, 1, 1, 1, 2, 4, 8, 7, 5, 5, 5, 6, 6, 8, 10, 10, 8, 6, 4, 3, 3, 2, 2)
WAKING: Shape = (1, 0.5, 0.5, 0.5, 0.5, 0.5, 1, 3, 6, 8, 8, 8, 7, 7, 7, 7, 6, 6, 6, 6, 6, 5, 4, 2)
OFFICE: Shape = (0, 0, 0, 0, 0, 0, 1, 5, 9, 10, 10, 10, 8, 9, 9, 8, 6, 4, 3, 3, 2, 2, 1, 0)
EVENING: Shape = (6, 4, 3, 2, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 8, 9, 10, 10, 10, 10, 8)
NIGHT_LIFE: Shape = (12, 10, 8, 6, 4, 2, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 8, 9, 10, 10, 11, 12, 12)
SCHOOL_HOURS: Shape = (0, 0, 0, 0, 0, 0, 0, 1, 4, 8, 10, 10, 10, 9, 6, 3, 2, 1, 1, 1, 0, 0, 0, 0)
PATROL: Shape = (2, 2, 1, 1, 1, 1, 4, 8, 8, 8, 8, 7, 6, 7, 8, 9, 8, 6, 5, 5, 4, 4, 3, 3)
