-- What somebody works otherwise than their country does; no days mean the country's.
CREATE TABLE working_times (
    person_id  uuid PRIMARY KEY,
    days       text[]      NOT NULL,
    starts_at  time,
    country    text,
    region     text,
    version    bigint      NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Days on which the company is closed, everywhere or in one country.
CREATE TABLE closure (
    id         uuid PRIMARY KEY,
    first_day  date        NOT NULL,
    last_day   date        NOT NULL CHECK (last_day >= first_day),
    country    text,
    reason     text        NOT NULL,
    created_by uuid        NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Days on which somebody is away. Why is nobody's business, so it is not kept. Two of the same person never overlap:
-- who writes one holds the lock of the person's row.
CREATE TABLE absence (
    id         uuid PRIMARY KEY,
    person_id  uuid        NOT NULL,
    first_day  date        NOT NULL,
    last_day   date        NOT NULL CHECK (last_day >= first_day),
    deputy_id  uuid CHECK (deputy_id <> person_id),
    version    bigint      NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX absence_person ON absence (person_id);
CREATE INDEX absence_deputy ON absence (deputy_id) WHERE deputy_id IS NOT NULL;

-- People whose timers have to move, because their times changed. One may stand here more than once: without a key,
-- who changes times never waits for who moves timers.
CREATE TABLE changed_times (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id uuid NOT NULL
);

-- Who stands in for whom while they are away. The moments are those of the absent person's
-- zone when it was told; the other services have the same from the events.
CREATE TABLE deputy (
    absence_id uuid PRIMARY KEY,
    person_id  uuid        NOT NULL,
    deputy_id  uuid        NOT NULL,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL
);
CREATE INDEX deputy_deputy ON deputy (deputy_id);

-- Whom a reminder was meant for, where it goes to who does their work.
ALTER TABLE reminder ADD COLUMN on_behalf_of uuid CHECK (on_behalf_of <> recipient_id);
CREATE INDEX reminder_on_behalf_of ON reminder (on_behalf_of) WHERE state = 'PENDING' AND on_behalf_of IS NOT NULL;
