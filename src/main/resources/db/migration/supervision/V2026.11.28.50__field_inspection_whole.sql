-- Field inspections whole (domain 2.4.3): planned, begun, recorded by two where two are needed, answered by the inspected unit, closed by somebody else.
alter table field_inspection
    alter author_id drop not null,
    alter begun_at drop not null,
    add unit_id             uuid references organization,
    add announced           boolean     not null default false,
    add planned_by_id       uuid references person,
    add planned_at          timestamptz,
    add planned_for         timestamptz,
    add standards           text[]      not null default '{}',
    add inspector_ids       uuid[]      not null default '{}',
    add group_leader_id     uuid references person,
    add second_inspector_id uuid references person,
    add countersigned_at    timestamptz,
    add record_id           uuid,
    add record_made_at      timestamptz,
    add record_received_at  timestamptz,
    add finding_ids         uuid[]      not null default '{}',
    add photo_ids           uuid[]      not null default '{}',
    add hazard_noted_by_id  uuid references person,
    add hazard_noted_at     timestamptz,
    add hazard_note         text,
    add answer_due_at       timestamptz,
    add answer_warn_at      timestamptz,
    add answered_by_id      uuid references person,
    add answered_at         timestamptz,
    add answer_words        text,
    add closed_by_id        uuid references person,
    add closed_at           timestamptz,
    add closing_note        text,
    add changed_at          timestamptz;

update field_inspection i set
    unit_id = coalesce(
        (select a.unit_id from supervision_assignment a where a.matter_id = i.matter_id and a.duty = 'HOST' order by a.unit_id limit 1),
        (select m.object_unit_ids[1] from supervision_matter m where m.id = i.matter_id)),
    inspector_ids = array[author_id],
    record_id = case when recorded_at is not null then gen_random_uuid() end,
    record_received_at = recorded_at,
    finding_ids = array(select f.id from inspection_finding f where f.inspection_id = i.id),
    changed_at = coalesce(recorded_at, begun_at),
    datum = case when latitude is not null then coalesce(datum, 'WGS_84') end;

alter table field_inspection
    alter unit_id set not null,
    alter changed_at set not null,
    add check (begun_at is null or author_id is not null),
    add check ((recorded_at is null) or (record_id is not null));
create index field_inspection_open on field_inspection (planned_for) where status in ('PLANNED', 'ON_SITE');
create index field_inspection_by_change on field_inspection (changed_at);
comment on column field_inspection.unit_id is 'the unit that is inspected; unit_ids are all that may read it once its record is in';
comment on column field_inspection.record_received_at is 'when the record came; recorded_at is when all it names was here too, and the second inspector had countersigned';
comment on column field_inspection.record_made_at is 'the device''s claim';
comment on column field_inspection.answer_words is 'the inspected unit''s own words; its reasons when it disagrees';

alter table inspection_finding
    add found_at    timestamptz,
    add received_at timestamptz,
    add photo_ids   uuid[] not null default '{}';
alter table inspection_finding rename column place_in_list to number;
update inspection_finding f set number = number + 1, received_at = coalesce(i.recorded_at, i.begun_at) from field_inspection i where i.id = f.inspection_id;
alter table inspection_finding alter received_at set not null;
comment on column inspection_finding.found_at is 'the device''s claim';

-- Photos that show faces of uninvolved people: the copy without them takes their place for everybody who may not have the photo itself.
create table photo_face_mark (
    id              uuid primary key references stored_file,
    version         bigint      not null,
    inspection_id   uuid        not null references field_inspection,
    marked_by_id    uuid        not null references person,
    marked_at       timestamptz not null,
    blurred_file_id uuid references stored_file,
    blurred_at      timestamptz
);
create index photo_face_mark_of_inspection on photo_face_mark (inspection_id);
comment on column photo_face_mark.id is 'the photo''s';

insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    ('SUP_RECORD_ANSWER', 1, '核查对象对现场核查记录的核实', 'WORKING_DAY', 3, 'END_OF_DAY', '内部管理要求');
