-- That the number was somebody else's may be found out after something was promised to them: the attempt is void, and no mail
-- follows from it.
alter table call_attempt
    drop constraint call_attempt_status_check,
    add constraint call_attempt_status_check check (status in ('RECORDED', 'RELEASED', 'UNDONE', 'VOID')),
    add column wrong_number_at timestamptz,
    add column wrong_number_by uuid,
    add column wrong_number_notes text,
    -- Number of the outreach's last move then: later moves have taken it into account.
    add column wrong_number_version bigint,
    -- Nobody was reached, and no further attempt is planned: the rep has to decide how to go on.
    add column last_of_plan boolean not null default false;

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
        when o.state in ('READY_TO_CALL', 'SENDING_EMAIL') and void.attempt_id is not null then 'NEEDS_ATTENTION'
        when o.state <> 'READY_TO_CALL'
            and not (o.state = 'SENDING_EMAIL' and coalesce(latest_promise.status, '') = 'UNDONE') then o.state
        when promise.attempt_id is not null then 'SENDING_EMAIL'
        when closing.outcome = 'DECLINED' then 'CLOSED'
        when closing.outcome is not null then 'NEEDS_ATTENTION'
        when not o.email_locked then 'PREPARING_EMAIL'
        when s.approved_version is null then 'PREPARING_SCRIPT'
        else 'READY_TO_CALL'
    end as standing,
    o.state = 'NEEDS_ATTENTION' and o.attention = 'PROMISE_MISMATCH' and not exists (
        select 1 from call_attempt a
        where a.outreach_id = o.outreach_id and a.round = o.round and a.promises_email
            and a.status in ('RECORDED', 'RELEASED')
    ) as script_at_odds
from outreach o
left join script s on s.outreach_id = o.outreach_id and s.round = o.round
left join lateral (
    select a.attempt_id from call_attempt a
    where a.outreach_id = o.outreach_id and a.round = o.round
        and a.status = 'VOID' and a.wrong_number_version = o.version
    limit 1
) void on true
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
        and (a.outcome in ('WRONG_NUMBER', 'DECLINED') or a.last_of_plan)
        and (a.status = 'RECORDED' or (a.status = 'RELEASED' and a.outreach_version = o.version))
    order by a.recorded_at desc, a.attempt_id desc
    limit 1
) closing on true
where o.state is not null and o.executive_name is not null;
