-- The tables of a release as this version writes and reads them: what an older release lacks is read as empty.
CREATE SCHEMA published;
CREATE SCHEMA internal;

CREATE TABLE published.activity (
    id VARCHAR,
    period VARCHAR,
    place VARCHAR,
    theme VARCHAR,
    kind VARCHAR,
    audience VARCHAR,
    count VARCHAR,
    reached VARCHAR,
    source VARCHAR
);

CREATE TABLE published.breakdown (
    municipality VARCHAR,
    year BIGINT,
    years BIGINT,
    category VARCHAR,
    attribute VARCHAR,
    level BIGINT,
    value VARCHAR,
    count BIGINT
);

CREATE TABLE published.casualties_year (
    municipality VARCHAR,
    year BIGINT,
    killed BIGINT,
    serious BIGINT,
    slight BIGINT,
    state VARCHAR
);

CREATE TABLE published.cell_class_year (
    municipality VARCHAR,
    year BIGINT,
    category VARCHAR,
    cell VARCHAR,
    class VARCHAR
);

CREATE TABLE published.count_quarter (
    municipality VARCHAR,
    year BIGINT,
    quarter BIGINT,
    category VARCHAR,
    count BIGINT,
    state VARCHAR
);

CREATE TABLE published.count_year (
    municipality VARCHAR,
    year BIGINT,
    category VARCHAR,
    count BIGINT
);

CREATE TABLE published.denominator (
    municipality VARCHAR,
    year BIGINT,
    value BIGINT,
    date VARCHAR,
    unit VARCHAR,
    kind VARCHAR
);

CREATE TABLE published.follow_up_quarter (
    municipality VARCHAR,
    year BIGINT,
    quarter BIGINT,
    category VARCHAR,
    follow_up VARCHAR,
    status VARCHAR,
    kept BIGINT,
    counted BIGINT,
    unknown BIGINT,
    provisional BOOLEAN
);

CREATE TABLE published.follow_up_year (
    municipality VARCHAR,
    year BIGINT,
    category VARCHAR,
    follow_up VARCHAR,
    status VARCHAR,
    kept BIGINT,
    counted BIGINT,
    unknown BIGINT,
    provisional BOOLEAN
);

CREATE TABLE published.info (
    id VARCHAR,
    data_until DATE,
    extracted DATE,
    demo BOOLEAN,
    published_at TIMESTAMP
);

CREATE TABLE published.initiative (
    id VARCHAR,
    place VARCHAR,
    theme VARCHAR,
    what VARCHAR,
    owner VARCHAR,
    start VARCHAR,
    "end" VARCHAR,
    status VARCHAR,
    indicator VARCHAR,
    expected_effect VARCHAR,
    comparison VARCHAR,
    neighbours VARCHAR,
    chosen_on VARCHAR,
    visibility VARCHAR,
    source VARCHAR,
    note VARCHAR
);

CREATE TABLE published.local_area (
    municipality VARCHAR,
    area VARCHAR,
    place VARCHAR
);

CREATE TABLE published.money_year (
    municipality VARCHAR,
    year BIGINT,
    category VARCHAR,
    median BIGINT,
    low BIGINT,
    high BIGINT,
    count BIGINT,
    total BIGINT
);

CREATE TABLE published.population_group (
    attribute VARCHAR,
    value VARCHAR,
    municipality VARCHAR,
    year BIGINT,
    people BIGINT,
    date VARCHAR
);

CREATE TABLE published.protected_year (
    protected_table VARCHAR,
    category VARCHAR,
    year BIGINT,
    attribute VARCHAR,
    years BIGINT,
    status VARCHAR,
    counted TIMESTAMP_S
);

CREATE TABLE published.published_casualties (
    area VARCHAR,
    first_year BIGINT,
    last_year BIGINT,
    killed_and_injured BIGINT
);

CREATE TABLE published.report_year (
    municipality VARCHAR,
    year BIGINT,
    category VARCHAR,
    cases BIGINT,
    count BIGINT
);

CREATE TABLE published.road_trial (
    role VARCHAR,
    traffic_from BIGINT,
    sections BIGINT,
    km DOUBLE,
    first_change VARCHAR,
    last_change VARCHAR,
    years_before VARCHAR,
    years_after VARCHAR,
    accidents_before BIGINT,
    accidents_after BIGINT,
    squares DOUBLE
);

CREATE TABLE published.share_quarter (
    municipality VARCHAR,
    year BIGINT,
    quarter BIGINT,
    category VARCHAR,
    share VARCHAR,
    status VARCHAR,
    kept BIGINT,
    counted BIGINT,
    excluded BIGINT,
    elsewhere BIGINT,
    unknown BIGINT,
    other BIGINT
);

CREATE TABLE published.share_year (
    municipality VARCHAR,
    year BIGINT,
    category VARCHAR,
    share VARCHAR,
    status VARCHAR,
    kept BIGINT,
    counted BIGINT,
    excluded BIGINT,
    elsewhere BIGINT,
    unknown BIGINT,
    other BIGINT,
    median_minutes BIGINT,
    nine_tenths_minutes BIGINT
);

CREATE TABLE published.straf11 (
    area VARCHAR,
    year BIGINT,
    quarter BIGINT,
    code VARCHAR,
    count BIGINT
);

CREATE TABLE published.structural_break (
    first_day TIMESTAMP_S,
    last_day TIMESTAMP_S,
    affects VARCHAR,
    effect VARCHAR,
    text VARCHAR,
    source VARCHAR
);

CREATE TABLE published.survey_share (
    id VARCHAR,
    survey VARCHAR,
    question VARCHAR,
    place VARCHAR,
    year VARCHAR,
    percent VARCHAR,
    answers VARCHAR,
    source VARCHAR
);

CREATE TABLE internal.act_hour_year (
    municipality VARCHAR,
    year INTEGER,
    category VARCHAR,
    hour INTEGER,
    billionths BIGINT
);

CREATE TABLE internal.act_point (
    municipality VARCHAR,
    year INTEGER,
    category VARCHAR,
    cell VARCHAR,
    day INTEGER,
    incidents BIGINT
);

CREATE TABLE internal.attribute_quarter (
    municipality VARCHAR,
    year INTEGER,
    quarter INTEGER,
    category VARCHAR,
    value VARCHAR,
    incidents BIGINT,
    attribute VARCHAR
);

CREATE TABLE internal.cell_dwellings (
    cell VARCHAR,
    municipality VARCHAR,
    dwellings BIGINT
);

CREATE TABLE internal.cell_year (
    municipality VARCHAR,
    year INTEGER,
    category VARCHAR,
    cell VARCHAR,
    incidents BIGINT
);

CREATE TABLE internal.count_month (
    municipality VARCHAR,
    year INTEGER,
    quarter INTEGER,
    month INTEGER,
    category VARCHAR,
    incidents BIGINT,
    cases BIGINT
);

CREATE TABLE internal.coverage (
    municipality VARCHAR,
    year INTEGER,
    month INTEGER,
    category VARCHAR,
    is_open BOOLEAN
);

CREATE TABLE internal.delay_year (
    year INTEGER,
    category VARCHAR,
    days INTEGER,
    incidents BIGINT
);

CREATE TABLE internal.delivery (
    delivery INTEGER,
    file_name VARCHAR,
    sha256 VARCHAR,
    accepted BIGINT,
    refused BIGINT,
    extracted TIMESTAMP,
    loaded_at TIMESTAMP,
    contract_version INTEGER,
    demo BOOLEAN,
    profile VARCHAR,
    in_force BOOLEAN
);

CREATE TABLE internal.late_visit (
    share VARCHAR,
    incident VARCHAR,
    municipality VARCHAR,
    year INTEGER,
    quarter INTEGER,
    reported TIMESTAMP_S,
    seconds INTEGER
);

CREATE TABLE internal.told (
    protected_table VARCHAR,
    category VARCHAR,
    year BIGINT,
    attribute VARCHAR,
    years BIGINT,
    version BIGINT,
    level BIGINT,
    municipality VARCHAR,
    quarter BIGINT,
    value VARCHAR,
    count BIGINT
);
