"""Import of what an analyst downloads from Statistics Denmark: `python -m data.statbank FILE…`.

text        bytes → text and numbers, or a refusal when the file is damaged
codes       label or code, Danish or English → our code
variables   what a column is
layouts     text or workbook → one row per cell (long: API CSV and BULK; matrix: the web's CSV and Excel)
tables      which of Statistics Denmark's tables it can be
coding      cells → codes and numbers, our areas only
decision    what the file counts, for certain (known: by figures that are known; cutoff: is its end there?)
sums        the table's own cells; what is not kept is summed where that is right
population  FOLK1A by age group and by sex (ages: how ages are written)
zeros       cells that BULK left out because they are zero
reading     one file, all of the above
store       the overlay, changed as one step
importing   several files, all or none (report: what it did)
"""
