-- A due timer of an outreach with an open suggestion is looked at once: it is held until the suggestion is settled, out of
-- the way of those that may fire. Lists still get both kinds in the order of their due times.
ALTER TABLE timer ADD COLUMN held boolean NOT NULL DEFAULT false;
DROP INDEX timer_due;
CREATE INDEX timer_due ON timer (held, due_at);

-- What fired is gone from the table, but its index entries stay until a vacuum: with millions of pending timers the usual
-- fifth of the table would be a long way to the first one that is due.
ALTER TABLE timer SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 10000);
