-- What each domain was registered as: mail.acme.co.uk and acme.co.uk are one company's. The list of public suffixes is
-- the application's, so rows from before count by their domains as they are until they are next written.
ALTER TABLE prospect ADD COLUMN organisational_domains text[] NOT NULL DEFAULT '{}';
UPDATE prospect SET organisational_domains = domains;
CREATE INDEX prospect_organisational_domains ON prospect USING gin (organisational_domains);
