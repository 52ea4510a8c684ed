-- Who else holds the company while no manager has allowed this hold beside theirs, as last told to the other services;
-- null when it is not contested.
ALTER TABLE company_hold ADD COLUMN contested_by text;
