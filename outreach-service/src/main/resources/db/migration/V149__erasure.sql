-- A person who asked for it is erased: their row stays, so that what hangs on it does, and says nothing of them.
ALTER TABLE executive ADD COLUMN erased_at timestamptz;

-- What stays of an erased address or number on the suppression list.
CREATE FUNCTION erased_value(plain text) RETURNS text
    LANGUAGE sql IMMUTABLE
AS $$
SELECT 'sha256:' || encode(sha256(convert_to(lower(plain), 'UTF8')), 'hex')
$$;

-- Whether either may not be contacted: the address, its domain or one above it, or the number, also where only their hash
-- is known. One definition for the code and for the fence in front of the final dot.
CREATE OR REPLACE FUNCTION is_suppressed(email text, phone text) RETURNS boolean
    LANGUAGE sql STABLE
AS $$
SELECT EXISTS (SELECT 1
               FROM suppression s
               WHERE s.lifted_at IS NULL
                 AND (s.kind = 'EMAIL' AND s.value IN (lower(email), erased_value(email))
                   OR s.kind = 'PHONE' AND s.value IN (phone, erased_value(phone))
                   OR s.kind = 'DOMAIN' AND s.value IN
                      (SELECT array_to_string(labels[i:], '.')
                       FROM (SELECT string_to_array(lower(substring(email FROM '@([^@]*)$')), '.') AS labels) d,
                            generate_subscripts(d.labels, 1) AS i)))
$$;
