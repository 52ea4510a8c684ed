CREATE TABLE prospect (
    id         uuid PRIMARY KEY,
    name       text        NOT NULL,
    domains    text[]      NOT NULL,
    parent_id  uuid REFERENCES prospect (id),
    -- Set by a manager: this prospect is a company of its own although it has a parent.
    separate   boolean     NOT NULL,
    country    text,
    industry   text,
    created_at timestamptz NOT NULL,
    created_by uuid        NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid        NOT NULL,
    version    bigint      NOT NULL
);
CREATE INDEX prospect_domains ON prospect USING gin (domains);
CREATE INDEX prospect_parent ON prospect (parent_id);
CREATE INDEX prospect_changes ON prospect (updated_at, id);
CREATE INDEX prospect_name ON prospect (lower(name), id);

CREATE TABLE executive (
    id          uuid PRIMARY KEY,
    prospect_id uuid        NOT NULL REFERENCES prospect (id),
    name        text        NOT NULL,
    title       text,
    email       text,
    phone       text,
    mobile      text CHECK (mobile IN ('YES', 'NO', 'UNKNOWN')),
    zone        text,
    language    text,
    created_at  timestamptz NOT NULL,
    created_by  uuid        NOT NULL,
    updated_at  timestamptz NOT NULL,
    updated_by  uuid        NOT NULL,
    version     bigint      NOT NULL,
    CHECK ((phone IS NULL) = (mobile IS NULL))
);
CREATE INDEX executive_prospect ON executive (prospect_id);
CREATE INDEX executive_email ON executive (lower(email));
CREATE INDEX executive_phone ON executive (phone);
CREATE INDEX executive_changes ON executive (updated_at, id);

CREATE TABLE contact (
    id          uuid PRIMARY KEY,
    prospect_id uuid        NOT NULL REFERENCES prospect (id),
    name        text        NOT NULL,
    role        text,
    email       text,
    phone       text,
    appeared    text        NOT NULL
        CHECK (appeared IN ('RECORDED', 'WROTE', 'IN_COPY', 'FORWARD_CHAIN', 'SPOKE', 'REFERRED')),
    created_at  timestamptz NOT NULL,
    created_by  uuid,
    updated_at  timestamptz NOT NULL,
    updated_by  uuid,
    version     bigint      NOT NULL
);
CREATE UNIQUE INDEX contact_address ON contact (prospect_id, lower(email)) WHERE email IS NOT NULL;
CREATE INDEX contact_email ON contact (lower(email));
CREATE INDEX contact_phone ON contact (phone);
CREATE INDEX contact_name ON contact (lower(name));
CREATE INDEX contact_changes ON contact (updated_at, id);
