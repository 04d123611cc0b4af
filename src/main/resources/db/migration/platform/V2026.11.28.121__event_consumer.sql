-- Modules that react to others read the event log by name, each with a cursor of its own that every instance shares.
create table event_consumer (
    name     text primary key,
    epoch    text        not null,
    xid      xid8        not null,
    position bigint      not null,
    moved_at timestamptz not null default now()
);
comment on table event_consumer is
    'how far each consumer has come; moved in the same statement that writes what it made of the events, and only from where that instance found it';

create table event_dead_letter (
    consumer    text        not null references event_consumer,
    event_id    uuid        not null,
    type        text        not null,
    reason      text        not null,
    recorded_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
comment on table event_dead_letter is 'events a consumer could make nothing of: it passed them by, so that those behind them do not wait for ever';
comment on column event_dead_letter.reason is 'the kind of fault; what the fault says may hold data';
