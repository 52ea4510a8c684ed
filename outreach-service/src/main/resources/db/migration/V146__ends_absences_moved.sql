-- From which day on absences counted, and the end they gave the wait: another end is one somebody named.
ALTER TABLE outreach_round ADD COLUMN absence_from date;
ALTER TABLE outreach_round ADD COLUMN absence_until timestamptz;
UPDATE outreach_round SET absence_from = CAST(absence_wait_from AS date), absence_until = wait_until
WHERE absence_days > 0 AND absence_wait_from IS NOT NULL;
ALTER TABLE outreach_round DROP COLUMN absence_wait_from;
