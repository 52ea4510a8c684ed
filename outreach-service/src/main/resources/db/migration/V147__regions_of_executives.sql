-- Where in their country they work, ISO 3166-2: some holidays are a region's own.
ALTER TABLE executive ADD COLUMN region text CHECK (region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$');
