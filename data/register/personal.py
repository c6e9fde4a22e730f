"""Personal data in what people type: the scanner that stands at the register's door."""

from data.personal.text import personal_kinds

__all__ = ["personal_kinds"]
