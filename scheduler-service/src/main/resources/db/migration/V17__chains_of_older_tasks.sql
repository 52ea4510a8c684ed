-- Sending asks for each reminder whether its outreach waits for a meaning: by a scan of all, once there are many of both.
CREATE INDEX outreach_responded ON outreach (id) WHERE state = 'RESPONDED';

-- What a rep had to do before reminders were repeated is reminded of, too: from the next weekday's morning on.
UPDATE outreach SET task_number = 1, task_from = now()
WHERE state IN ('READY_TO_CALL', 'RESPONDED') AND task_number = 0;

INSERT INTO timer (id, outreach_id, kind, round, version, attempt, counted_from, working_days, due_at)
SELECT uuidv7(), o.id, task.kind, o.round, task.version, task.attempt, now(), 1,
    (morning.day + CASE extract(isodow FROM morning.day) WHEN 6 THEN 2 WHEN 7 THEN 1 ELSE 0 END + time '08:00')
        AT TIME ZONE place.zone
FROM outreach o
LEFT JOIN person p ON p.id = o.owner_id
CROSS JOIN LATERAL (SELECT coalesce((SELECT name FROM pg_timezone_names WHERE name = p.zone), 'UTC') AS zone) place
CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE place.zone)::date + 1 AS day) morning
JOIN (VALUES ('READY_TO_CALL', 'CALL_DUE'), ('RESPONDED', 'DISPOSITION'), ('FOLLOW_UP_DUE', 'FOLLOW_UP'))
    AS named (state, kind) ON named.state = o.state
CROSS JOIN LATERAL (SELECT named.kind,
    CASE named.kind WHEN 'FOLLOW_UP' THEN o.wait_number ELSE o.task_number END AS version,
    -- Of a follow-up the first reminder went when it fell due.
    CASE named.kind WHEN 'FOLLOW_UP' THEN 1 ELSE 0 END AS attempt) task
WHERE task.version > 0
    AND NOT EXISTS (SELECT 1 FROM timer t WHERE t.outreach_id = o.id AND t.kind = task.kind)
    AND NOT EXISTS (SELECT 1 FROM timer_history h
        WHERE h.outreach_id = o.id AND h.kind = task.kind AND h.version = task.version);
