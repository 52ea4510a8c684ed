-- The e-mail that will go, shown beside the script; where the executive works; since which move the attempts to reach them count.
alter table outreach add column email_to text;
alter table outreach add column email_text text;
alter table outreach add column region text;
alter table outreach add column tries_from_version bigint not null default 0;

-- The executive's zone when they were called: records may change, and the hour of the call was what it was.
alter table call_attempt add column zone text;

drop view outreach_now;

-- Where an outreach stands here and now. Its mirrored state comes from events and lags behind what was done in this
-- service a moment ago: an attempt, its undoing, the reopening of its script or e-mail. This is the one place that says
-- what those mean before outreach-service has answered; it is computed and never written, so that no late event can
-- overwrite it.
-- A script is at odds if it was approved for another e-mail than the locked one and nothing was said to the executive yet:
-- approving it anew puts that right.
create view outreach_now as
select o.*,
    case
        when o.state <> 'READY_TO_CALL'
            and not (o.state = 'SENDING_EMAIL' and coalesce(latest_promise.status, '') = 'UNDONE') then o.state
        when promise.attempt_id is not null then 'SENDING_EMAIL'
        when closing.outcome = 'WRONG_NUMBER' then 'NEEDS_ATTENTION'
        when closing.outcome = 'DECLINED' then 'CLOSED'
        when not o.email_locked then 'PREPARING_EMAIL'
        when s.approved_version is null then 'PREPARING_SCRIPT'
        else 'READY_TO_CALL'
    end as standing,
    o.state = 'NEEDS_ATTENTION' and o.attention = 'PROMISE_MISMATCH' and not exists (
        select 1 from call_attempt a
        where a.outreach_id = o.outreach_id and a.round = o.round and a.promises_email and a.status <> 'UNDONE'
    ) as script_at_odds
from outreach o
left join script s on s.outreach_id = o.outreach_id and s.round = o.round
left join lateral (
    select a.attempt_id from call_attempt a
    where a.outreach_id = o.outreach_id and a.round = o.round
        and a.promises_email and a.status in ('RECORDED', 'RELEASED') and a.withheld_reason is null
    limit 1
) promise on true
left join lateral (
    select a.status from call_attempt a
    where a.outreach_id = o.outreach_id and a.round = o.round and a.promises_email
    order by a.recorded_at desc, a.attempt_id desc
    limit 1
) latest_promise on true
left join lateral (
    select a.outcome from call_attempt a
    where a.outreach_id = o.outreach_id and a.round = o.round
        and a.outcome in ('WRONG_NUMBER', 'DECLINED')
        and (a.status = 'RECORDED' or (a.status = 'RELEASED' and a.outreach_version = o.version))
    order by a.recorded_at desc, a.attempt_id desc
    limit 1
) closing on true
where o.state is not null and o.executive_name is not null;
