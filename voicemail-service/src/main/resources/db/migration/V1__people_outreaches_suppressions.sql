-- Replicas, written only by events of outreach-service.

create table person (
    person_id  uuid primary key,
    name       text not null,
    phone      text,
    zone       text not null,
    language   text not null,
    team_id    uuid,
    manager    boolean not null,
    updated_at timestamptz not null
);

create table suppression (
    suppression_id uuid primary key,
    kind           text not null check (kind in ('EMAIL', 'PHONE', 'DOMAIN')),
    value          text not null,
    reason         text not null,
    lifted         boolean not null default false
);
create index suppression_value on suppression (kind, value) where not lifted;

create table company_hold (
    hold_id     uuid primary key,
    outreach_id uuid not null,
    domains     text[] not null
);
create index company_hold_outreach on company_hold (outreach_id);

-- Columns are null until the event that brings them has arrived.
create table outreach (
    outreach_id         uuid primary key,
    round               int not null,
    prospect_id         uuid not null,
    owner_id            uuid not null,
    team_id             uuid,
    state               text,
    version             bigint not null default 0,
    prospect_name       text,
    country             text,
    executive_id        uuid,
    executive_name      text,
    executive_title     text,
    phone               text,
    zone                text,
    language            text,
    competitor          text,
    permission_ended_at timestamptz,
    email_locked        boolean not null default false,
    email_version       int,
    email_hash          text,
    email_subject       text,
    competitor_names    text[],
    business_user_role  text,
    offering            text,
    situation           text,
    impact              text,
    email_language      text,
    rep_name            text,
    rep_title           text,
    rep_phone           text,
    rep_company         text,
    ready_at            timestamptz,
    updated_at          timestamptz not null
);
create index outreach_to_call_owner on outreach (owner_id) where state in ('READY_TO_CALL', 'SENDING_EMAIL');
create index outreach_to_call_team on outreach (team_id) where state in ('READY_TO_CALL', 'SENDING_EMAIL');
