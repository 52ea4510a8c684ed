-- Values are normalised; e-mail addresses are kept in lower case, because an opt-out covers every spelling.
CREATE TABLE suppression (
    id          uuid PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('EMAIL', 'PHONE', 'DOMAIN')),
    value       text        NOT NULL,
    reason      text        NOT NULL,
    source      text        NOT NULL,
    created_at  timestamptz NOT NULL,
    created_by  uuid,
    lifted_at   timestamptz,
    lifted_by   uuid,
    lift_reason text,
    updated_at  timestamptz NOT NULL
);
CREATE UNIQUE INDEX suppression_in_force ON suppression (kind, value) WHERE lifted_at IS NULL;
CREATE INDEX suppression_changes ON suppression (updated_at, id);

-- Whether either may not be contacted: the address, its domain or one above it, or the number. One definition for the
-- code and for the fence in front of the final dot.
CREATE FUNCTION is_suppressed(email text, phone text) RETURNS boolean
    LANGUAGE sql STABLE
AS $$
SELECT EXISTS (SELECT 1
               FROM suppression s
               WHERE s.lifted_at IS NULL
                 AND (s.kind = 'EMAIL' AND s.value = lower(email)
                   OR s.kind = 'PHONE' AND s.value = phone
                   OR s.kind = 'DOMAIN' AND s.value IN
                      (SELECT array_to_string(labels[i:], '.')
                       FROM (SELECT string_to_array(lower(substring(email FROM '@([^@]*)$')), '.') AS labels) d,
                            generate_subscripts(d.labels, 1) AS i)))
$$;
