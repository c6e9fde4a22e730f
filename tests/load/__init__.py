"""`make load`: many at once, and what goes wrong meanwhile; one JSON line per figure, each answer compared by word."""
