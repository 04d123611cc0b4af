-- A paper sent back because it carries a state secret leaves nothing of what it said, wherever it was written meanwhile (保密法 art. 31). The audit trail holds no titles; the bytes
-- of files without a row are swept.
create function incoming_secret_erase() returns trigger language plpgsql as $$
begin
    update todo set title = new.title where subject_id = new.id;
    update event_log set title = new.title where subject_id = new.id;
    delete from idempotency_key where position(convert_to(new.id::text, 'UTF8') in body) > 0;
    delete from page_text where file_id in (select id from stored_file where subject_id = new.id);
    delete from page_reading where file_id in (select id from stored_file where subject_id = new.id);
    delete from stored_file where subject_id = new.id;
    return null;
end $$;

create trigger incoming_secret_erased after update on incoming_document
    for each row when (new.reject_reason = 'CLASSIFIED' and old.reject_reason is null)
    execute function incoming_secret_erase();
