-- Whether a mail to this address, or a call, may not reach this executive: besides the address and the number, every
-- domain of the prospect counts. They asked us to stay away from the company, whatever address its manager uses.
CREATE FUNCTION executive_suppressed(who uuid, recipient text) RETURNS boolean
    LANGUAGE sql STABLE
AS $$
SELECT is_suppressed(recipient, (SELECT e.phone FROM executive e WHERE e.id = who))
    OR EXISTS (SELECT 1
               FROM executive e
                        JOIN prospect p ON p.id = e.prospect_id
                        CROSS JOIN unnest(p.domains) AS domain
               WHERE e.id = who
                 AND is_suppressed('@' || domain, NULL))
$$;
