-- The number of an attempt that found it wrong was given again since: it is the executive's all the same.
alter table call_attempt add column number_given_again boolean not null default false;

-- Until now only the next move told that the rep had put it right, in the round in which it was found out.
update call_attempt a set number_given_again = true from outreach o
where a.outreach_id = o.outreach_id and a.round = o.round and o.state not in ('NEEDS_ATTENTION', 'CLOSED')
    and a.outcome = 'WRONG_NUMBER' and a.outreach_version < o.version;
