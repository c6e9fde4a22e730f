"""Places of the tests of pages."""

HELSINGOER, GENTOFTE = "217", "157"
