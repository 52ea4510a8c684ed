-- What a message is known by when it comes again holds its sender's address: a hash knows it as well, and may stay when
-- everything else of a message that is not ours is forgotten.
UPDATE inbound_message SET identity = encode(sha256(convert_to(identity, 'UTF8')), 'hex');
-- Those that were forgotten before: their bytes are gone already.
UPDATE inbound_message SET from_address = NULL, message_id = NULL, sent_at = NULL, evidence = '[]'
WHERE raw = '' AND source <> 'api' AND outreach_id IS NULL;
UPDATE match_suggestion s SET evidence = coalesce(
    (SELECT jsonb_agg(jsonb_set(piece, '{detail}', '""')) FROM jsonb_array_elements(s.evidence) piece), '[]')
FROM inbound_message m
WHERE m.id = s.message_id AND m.raw = '' AND m.source <> 'api' AND m.outreach_id IS NULL;
