-- One row is an area, a quarter and an offence code of Statistics Denmark: reported offences.
SELECT area, year, quarter, code, count
FROM published.straf11
ORDER BY area, year, quarter, code
