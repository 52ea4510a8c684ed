-- Replica of the people outreach-service owns; kept from person-profile-changed.
CREATE TABLE person (
    id         uuid PRIMARY KEY,
    name       text        NOT NULL,
    email      text,
    phone      text,
    zone       text        NOT NULL,
    language   text        NOT NULL,
    team_id    uuid,
    manager    boolean     NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX person_manages ON person (team_id) WHERE manager;

-- Mirror of the outreaches. Facts of two topics meet here in any order, so all but the reference may be missing.
CREATE TABLE outreach (
    id              uuid PRIMARY KEY,
    round           int    NOT NULL,
    prospect_id     uuid   NOT NULL,
    owner_id        uuid   NOT NULL,
    team_id         uuid,
    prospect_name   text,
    executive_name  text,
    executive_title text,
    state           text,
    state_version   bigint NOT NULL DEFAULT 0,
    wait_number     int    NOT NULL DEFAULT 0,
    wait_from       timestamptz,
    wait_length     text,
    wait_until      timestamptz,
    -- A wait is ended for good by leaving AWAITING_RESPONSE; only a wait with a new number begins again.
    wait_ended      boolean NOT NULL DEFAULT true
);
CREATE INDEX outreach_owner ON outreach (owner_id);

CREATE TABLE outreach_round (
    outreach_id     uuid NOT NULL,
    round           int  NOT NULL,
    competitor      text,
    email_subject   text,
    call_attempt_id uuid,
    voicemail_at    timestamptz,
    conversation_at timestamptz,
    email_sent_at   timestamptz,
    PRIMARY KEY (outreach_id, round)
);
