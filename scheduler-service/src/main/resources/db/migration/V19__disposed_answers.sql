-- Of an answer whose meaning was said, also if its notice went long before: a letter that asks for a meaning shows another.
ALTER TABLE reminder ADD COLUMN disposed boolean NOT NULL DEFAULT false;
UPDATE reminder SET disposed = true WHERE kind = 'RESPONSE' AND reason LIKE 'what it means was said meanwhile%';
