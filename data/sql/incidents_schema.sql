-- The tables beside the incidents themselves, whose columns come from the contract.

-- One row per loaded file. `settings` is how it was read (profile, sheet, covers); `cells` how much it covered.
CREATE TABLE IF NOT EXISTS deliveries (
    delivery INTEGER NOT NULL,
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    settings VARCHAR NOT NULL,
    accepted BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    cells INTEGER NOT NULL,
    extracted DATE NOT NULL,
    loaded_at TIMESTAMP NOT NULL,
    contract_version INTEGER NOT NULL,
    demo BOOLEAN NOT NULL,
    profile VARCHAR
);

-- One row per refused row of a delivery, the first of them; never a value. `column_name` is missing for a whole row.
CREATE TABLE IF NOT EXISTS refusals (
    delivery INTEGER NOT NULL,
    line BIGINT NOT NULL,
    column_name VARCHAR,
    reason VARCHAR NOT NULL
);

-- One row per municipality x month ('2025-11') x category that was delivered, with the delivery in force.
CREATE TABLE IF NOT EXISTS coverage (
    municipality VARCHAR NOT NULL,
    month VARCHAR NOT NULL,
    category VARCHAR NOT NULL,
    delivery INTEGER NOT NULL,
    is_open BOOLEAN NOT NULL
);

-- One row per road section (vejstraekninger.csv); `fra` and `til` bound the trial of a lower speed limit.
CREATE TABLE IF NOT EXISTS road_sections (
    id VARCHAR NOT NULL,
    kommunekode VARCHAR NOT NULL,
    laengde_km DOUBLE,
    adt INTEGER,
    hastighed_foer INTEGER,
    hastighed_efter INTEGER,
    fra DATE,
    til DATE
);

-- One row per 1 km cell and municipality (boliger_pr_celle.csv): the dwellings there.
CREATE TABLE IF NOT EXISTS cell_dwellings (
    celle_1km VARCHAR NOT NULL,
    kommunekode VARCHAR NOT NULL,
    boliger INTEGER NOT NULL
);

-- One row per companion table that has been loaded.
CREATE TABLE IF NOT EXISTS companions (
    table_name VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rows INTEGER NOT NULL,
    loaded_at TIMESTAMP NOT NULL
);
