-- The people of docker/keycloak/duban-realm.json, to try the composed product with; write your own office in the same way.
--   docker compose -f docker/compose.yaml exec -T postgres psql -U postgres -d duban -v issuer=http://localhost:8180/realms/duban < docker/postgres/first-people.sql
\set ON_ERROR_STOP on
begin;
set local role duban_owner;

insert into organization (id, kind, name, short_name, parent_id) values
    ('0193a000-0000-7000-8000-000000000101', 'CORE_LEADERSHIP', '区人民政府', '区政府', null),
    ('0193a000-0000-7000-8000-000000000102', 'OFFICE', '区人民政府办公室', '区政府办', '0193a000-0000-7000-8000-000000000101'),
    ('0193a000-0000-7000-8000-000000000103', 'OFFICE_SECTION', '12345热线办', '热线办', '0193a000-0000-7000-8000-000000000102'),
    ('0193a000-0000-7000-8000-000000000104', 'EXTERNAL_SYSTEM', '市12345平台', '市12345', null);

insert into person (id, username, name, organization_id) values
    ('0193a000-0000-7000-8000-000000000201', 'director', '郑向东', '0193a000-0000-7000-8000-000000000102'),
    ('0193a000-0000-7000-8000-000000000202', 'agent', '朱婷', '0193a000-0000-7000-8000-000000000103'),
    ('0193a000-0000-7000-8000-000000000203', 'city-12345', '市12345平台', '0193a000-0000-7000-8000-000000000104');

insert into post (person_id, role, organization_id) values
    ('0193a000-0000-7000-8000-000000000201', 'OFFICE_DIRECTOR', '0193a000-0000-7000-8000-000000000102'),
    ('0193a000-0000-7000-8000-000000000202', 'HOTLINE_AGENT', '0193a000-0000-7000-8000-000000000103'),
    ('0193a000-0000-7000-8000-000000000203', 'INTEGRATION_CLIENT', '0193a000-0000-7000-8000-000000000104');

-- A partner's name for itself; its secret and its scopes are the issuer's business.
insert into integration_client (client_id, person_id, source_system, scopes) values
    ('city-12345', '0193a000-0000-7000-8000-000000000203', 'CITY_12345', '{}');

-- The claim sub of each account: the ids of the users in the realm file.
insert into person_subject (issuer, subject, person_id) values
    (:'issuer', '5d7d3f0e-6c63-4f0a-9d53-0e6a3b1f0001', '0193a000-0000-7000-8000-000000000201'),
    (:'issuer', '5d7d3f0e-6c63-4f0a-9d53-0e6a3b1f0002', '0193a000-0000-7000-8000-000000000202'),
    (:'issuer', '5d7d3f0e-6c63-4f0a-9d53-0e6a3b1f0003', '0193a000-0000-7000-8000-000000000203');
commit;
