CREATE TABLE outreach (
    id                  uuid PRIMARY KEY,
    prospect_id         uuid        NOT NULL REFERENCES prospect (id),
    executive_id        uuid        NOT NULL REFERENCES executive (id),
    owner_id            uuid        NOT NULL,
    team_id             uuid,
    language            text        NOT NULL,
    business_user_role  text        NOT NULL,
    -- What the life-cycle table shows; the ground is where it stands beneath a response or an engagement.
    state               text        NOT NULL CHECK (state IN
        ('PREPARING_EMAIL', 'PREPARING_SCRIPT', 'READY_TO_CALL', 'SENDING_EMAIL', 'AWAITING_RESPONSE',
         'FOLLOW_UP_DUE', 'RESPONDED', 'ENGAGED', 'NEEDS_ATTENTION', 'CLOSED')),
    ground_state        text        NOT NULL CHECK (ground_state IN
        ('PREPARING_EMAIL', 'PREPARING_SCRIPT', 'READY_TO_CALL', 'SENDING_EMAIL', 'AWAITING_RESPONSE',
         'FOLLOW_UP_DUE', 'NEEDS_ATTENTION', 'CLOSED')),
    outcome             text CHECK (outcome IN
        ('WON', 'LOST', 'NO_RESPONSE', 'DECLINED', 'OPTED_OUT', 'UNREACHABLE', 'CANCELLED')),
    attention           text CHECK (attention IN
        ('HARD_BOUNCE', 'REFUSED', 'OUTCOME_UNKNOWN', 'WRONG_NUMBER', 'SUPPRESSED', 'PERMISSION_ENDED',
         'PROMISE_MISMATCH', 'COMPANY_HELD')),
    attention_detail    text,
    attention_since     timestamptz,
    engaged             boolean     NOT NULL,
    responded           boolean     NOT NULL,
    round               integer     NOT NULL,
    story_id            uuid        NOT NULL REFERENCES success_story (id),
    voicemail_before    boolean     NOT NULL,
    wait_number         integer     NOT NULL,
    wait_due_at         timestamptz,
    -- Whether the e-mail of the round may go: the fence in front of the final dot asks this.
    mail_due            boolean     NOT NULL,
    next_step           text,
    next_step_on        date,
    next_contact        text,
    moves               bigint      NOT NULL,
    version             bigint      NOT NULL,
    opened_at           timestamptz NOT NULL,
    opened_by           uuid        NOT NULL,
    updated_at          timestamptz NOT NULL,
    CHECK ((ground_state = 'CLOSED') = (outcome IS NOT NULL)),
    CHECK ((ground_state = 'NEEDS_ATTENTION') = (attention IS NOT NULL)),
    CHECK (state = CASE WHEN responded THEN 'RESPONDED' WHEN engaged THEN 'ENGAGED' ELSE ground_state END)
);
CREATE INDEX outreach_owner ON outreach (owner_id, updated_at, id);
CREATE INDEX outreach_team ON outreach (team_id, updated_at, id);
CREATE INDEX outreach_changes ON outreach (updated_at, id);
CREATE INDEX outreach_prospect ON outreach (prospect_id);
CREATE INDEX outreach_executive ON outreach (executive_id);
CREATE INDEX outreach_story ON outreach (story_id);

-- One story, one e-mail, one script, one voicemail, one wait.
CREATE TABLE outreach_round (
    outreach_id          uuid        NOT NULL REFERENCES outreach (id),
    round                integer     NOT NULL,
    story_id             uuid        NOT NULL REFERENCES success_story (id),
    story_barred         boolean     NOT NULL,
    email_version        integer,
    email_hash           text,
    script_approved      boolean     NOT NULL,
    attempt_id           uuid,
    promise_kind         text CHECK (promise_kind IN ('VOICEMAIL', 'SPOKEN', 'MEETING_AGREED', 'REFERRED')),
    promised_version     integer,
    promised_hash        text,
    promised_at          timestamptz,
    released_at          timestamptz,
    meeting_at           timestamptz,
    referred_to          text,
    referred_role        text,
    referred_phone       text,
    corrected_to         text,
    mail_out             boolean     NOT NULL,
    wait_length          text        NOT NULL,
    wait_until           timestamptz,
    wait_from            timestamptz,
    started_at           timestamptz NOT NULL,
    PRIMARY KEY (outreach_id, round),
    CHECK ((email_version IS NULL) = (email_hash IS NULL)),
    CHECK ((attempt_id IS NULL) = (promise_kind IS NULL)),
    -- Rule 1: no e-mail is out without a voicemail or conversation of its round.
    CHECK (NOT mail_out OR attempt_id IS NOT NULL)
);

CREATE TABLE outreach_history (
    id          uuid PRIMARY KEY,
    outreach_id uuid        NOT NULL REFERENCES outreach (id),
    round       integer     NOT NULL,
    at          timestamptz NOT NULL,
    actor_id    uuid,
    actor_name  text        NOT NULL,
    trigger     text        NOT NULL,
    applied     boolean     NOT NULL,
    cause       text        NOT NULL,
    from_state  text,
    to_state    text        NOT NULL,
    data        jsonb       NOT NULL
);
CREATE INDEX outreach_history_order ON outreach_history (outreach_id, id);
