CREATE TABLE success_story (
    id                    uuid PRIMARY KEY,
    competitor_name       text        NOT NULL,
    competitor_aliases    text[]      NOT NULL,
    competitor_domains    text[]      NOT NULL,
    offering              text        NOT NULL,
    business_user_role    text        NOT NULL,
    situation             text        NOT NULL,
    details               text        NOT NULL,
    impacts               jsonb       NOT NULL,
    language              text        NOT NULL,
    permission_kind       text CHECK (permission_kind IN ('GRANTED_BY', 'PUBLIC_CASE_STUDY')),
    permission_by         text,
    permission_until      date,
    permission_url        text,
    permission_ended_at   timestamptz,
    permission_ended_by   uuid,
    permission_end_reason text,
    created_at            timestamptz NOT NULL,
    created_by            uuid        NOT NULL,
    updated_at            timestamptz NOT NULL,
    updated_by            uuid        NOT NULL,
    version               bigint      NOT NULL
);
CREATE INDEX success_story_changes ON success_story (updated_at, id);
CREATE INDEX success_story_competitor ON success_story (lower(competitor_name));
CREATE INDEX success_story_domains ON success_story USING gin (competitor_domains);

-- Whether the competitor may be named; one definition for the code and for the fence in front of the final dot.
CREATE FUNCTION story_may_be_named(story uuid, moment timestamptz) RETURNS boolean
    LANGUAGE sql STABLE
AS $$
SELECT EXISTS (SELECT 1
               FROM success_story
               WHERE id = story
                 AND permission_kind IS NOT NULL
                 AND (permission_ended_at IS NULL OR permission_ended_at > moment)
                 AND (permission_until IS NULL OR permission_until >= (moment AT TIME ZONE 'UTC')::date))
$$;
