-- An answer may seem to opt out for everybody at the company: for a person to confirm.
ALTER TABLE response ADD COLUMN suggested_for_company boolean NOT NULL DEFAULT false;
