CREATE TABLE team (
    id         uuid PRIMARY KEY,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid        NOT NULL,
    version    bigint      NOT NULL
);
CREATE UNIQUE INDEX team_name ON team (lower(name));
CREATE INDEX team_changes ON team (updated_at, id);

-- The id is the subject of the person's tokens; the row appears at their first sign-in.
CREATE TABLE person (
    id         uuid PRIMARY KEY,
    name       text        NOT NULL,
    title      text,
    phone      text,
    email      text,
    zone       text        NOT NULL,
    language   text        NOT NULL,
    signature  text,
    team_id    uuid REFERENCES team (id),
    manager    boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid        NOT NULL,
    version    bigint      NOT NULL
);
CREATE INDEX person_email ON person (lower(email));
CREATE INDEX person_team ON person (team_id);
CREATE INDEX person_changes ON person (updated_at, id);
