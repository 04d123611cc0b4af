-- What a photo looks like, in 63 bits, so that a picture sent again smaller or compressed anew is noticed. Two hashes that differ in at most seven bits
-- have, of their four quarters, at least one pair that differs in at most one bit: so the look-up asks for 4 x 17 keys and compares what it finds.
alter table stored_file add column perceptual_hash bigint;
alter table stored_file add column photo_quarters int[] generated always as (
    case when perceptual_hash is not null then array[
        (perceptual_hash & 65535)::int,
        ((perceptual_hash >> 16) & 65535)::int + 65536,
        ((perceptual_hash >> 32) & 65535)::int + 131072,
        ((perceptual_hash >> 48) & 65535)::int + 196608] end) stored;
create index stored_file_by_looks on stored_file using gin (photo_quarters) with (fastupdate = off);
comment on column stored_file.perceptual_hash is 'null for papers, for pixels that cannot be read (HEIF) and for pictures with nothing on them';
comment on column stored_file.flags is 'TIME_SUSPECT, DUPLICATE_IMAGE, NEAR_DUPLICATE_IMAGE: for whoever judges the evidence, no refusal';
