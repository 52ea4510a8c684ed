-- What a mail of ours is recognised by when it comes back without its Message-ID and reply address.
ALTER TABLE delivery
    ADD COLUMN provider_id  text,
    ADD COLUMN subject_key  text,
    ADD COLUMN from_address text,
    ADD COLUMN shingles     int NOT NULL DEFAULT 0;
CREATE INDEX delivery_provider_id ON delivery (provider_id);
CREATE INDEX delivery_subject ON delivery (subject_key);
CREATE INDEX delivery_recipient ON delivery (recipient);

-- Hashes of pieces of its text.
CREATE TABLE delivery_shingle (
    hash        bigint NOT NULL,
    delivery_id uuid   NOT NULL REFERENCES delivery ON DELETE CASCADE,
    PRIMARY KEY (hash, delivery_id)
);
CREATE INDEX delivery_shingle_of ON delivery_shingle (delivery_id);
