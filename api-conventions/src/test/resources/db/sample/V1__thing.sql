CREATE TABLE thing (
    id      uuid PRIMARY KEY DEFAULT uuidv7(),
    name    text   NOT NULL,
    version bigint NOT NULL DEFAULT 1
);
