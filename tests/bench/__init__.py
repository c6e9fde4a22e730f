"""`make bench`: what Kredsblik reaches, beside the goal; one JSON line per figure, all ratios from one run."""
