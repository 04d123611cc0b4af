-- Closed tickets that could not be archived when their time had come, of which the manager was told: once for each close.
create table hotline_archive_gap (
    id        uuid primary key,
    ticket_id uuid        not null references hotline_ticket,
    closed_at timestamptz not null,
    told_at   timestamptz not null,
    unique (ticket_id, closed_at)
);
