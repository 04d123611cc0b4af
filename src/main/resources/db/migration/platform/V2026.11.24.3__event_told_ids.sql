alter table event_log add column told_ids uuid[] not null default '{}';
comment on column event_log.told_ids is
    'persons who may know of this one event beside participant_ids: delegates, and whoever an overdue clock was put before; later events do not inherit them';
