create table homework (
    outreach_id        uuid not null,
    round              int not null,
    version            bigint not null,
    name_pronunciation text,
    looked_up          text[] not null,
    pain               text,
    give_first         text,
    quiet_place        text,
    completed_at       timestamptz,
    updated_by         uuid not null,
    updated_at         timestamptz not null,
    primary key (outreach_id, round)
);

create table script (
    outreach_id      uuid not null,
    round            int not null,
    version          bigint not null,
    text             text not null,
    language         text not null,
    edited_by_hand   boolean not null,
    email_version    int not null,
    email_hash       text not null,
    -- Set while approved: the version that was approved and who did it.
    approved_version bigint,
    approved_by      uuid,
    approved_at      timestamptz,
    updated_at       timestamptz not null,
    primary key (outreach_id, round)
);

create table call_attempt (
    attempt_id       uuid primary key,
    outreach_id      uuid not null references outreach,
    round            int not null,
    -- Number of the outreach's last move when this was recorded: later moves have taken it into account.
    outreach_version bigint not null,
    outcome          text not null check (outcome in ('VOICEMAIL_LEFT', 'SPOKEN', 'MEETING_AGREED', 'REFERRED',
        'NO_ANSWER', 'BUSY', 'ASSISTANT_ANSWERED', 'VOICEMAIL_CUT_OFF', 'WRONG_NUMBER', 'DECLINED')),
    promises_email   boolean not null,
    status           text not null check (status in ('RECORDED', 'RELEASED', 'UNDONE')),
    phone            text not null,
    script_version   bigint not null,
    script_text      text not null,
    email_version    int not null,
    email_hash       text not null,
    started_at       timestamptz not null,
    ended_at         timestamptz,
    notes            text,
    meeting_at       timestamptz,
    referred_name    text,
    referred_role    text,
    referred_phone   text,
    next_attempt_at  timestamptz,
    quiet_place      boolean,
    recorded_by      uuid not null,
    recorded_at      timestamptz not null,
    release_at       timestamptz not null,
    released_at      timestamptz,
    undone_at        timestamptz,
    -- Set when the promised e-mail may not go any more: the promise is broken, and another one may be made.
    withheld_reason  text,
    updated_at       timestamptz not null
);
create index call_attempt_due on call_attempt (release_at) where status = 'RECORDED';
create index call_attempt_outreach on call_attempt (outreach_id, round, recorded_at desc, attempt_id desc);
create index call_attempt_recorded on call_attempt (recorded_at desc, attempt_id desc);
-- The last word on "one promise a round": whatever the code before it decides.
create unique index call_attempt_one_promise on call_attempt (outreach_id, round)
    where promises_email and status in ('RECORDED', 'RELEASED') and withheld_reason is null;

-- Where an outreach stands here and now. Its mirrored state comes from events and lags behind what was done in this
-- service a moment ago: an attempt, its undoing, the reopening of its script or e-mail. This is the one place that says
-- what those mean before outreach-service has answered; it is computed and never written, so that no late event can
-- overwrite it.
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
    end as standing
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
