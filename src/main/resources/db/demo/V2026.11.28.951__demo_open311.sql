-- A FixMyStreet that reports through Open311: it has no client secret, so that no other door opens to it. Its key is demo-open311-key.
insert into person (id, username, name, organization_id, password_hash) values
    ('01900000-0000-7000-8000-000000000291', 'fixmystreet', '随手拍平台', '01900000-0000-7000-8000-000000000121', null);
insert into post (person_id, role, organization_id) values
    ('01900000-0000-7000-8000-000000000291', 'INTEGRATION_CLIENT', '01900000-0000-7000-8000-000000000121');
insert into integration_client (client_id, person_id, source_system, secret_hash, scopes) values
    ('fixmystreet', '01900000-0000-7000-8000-000000000291', 'FIXMYSTREET', null, array['ticket:create', 'ticket:read', 'ticket:list']);
insert into open311_key (key_hash, person_id, label, publishes) values
    (sha256(convert_to('demo-open311-key', 'UTF8')), '01900000-0000-7000-8000-000000000291', 'demo', true);
insert into open311_service (code, name, description, keywords, group_name, position) values
    ('ROAD.POTHOLE', '道路破损', '路面坑槽、沉陷、开裂', '道路,坑洼,路面', '市政设施', 1),
    ('ROAD.MANHOLE', '井盖缺失或破损', '井盖丢失、松动、破损', '井盖,窨井', '市政设施', 2),
    ('LIGHT.STREET', '路灯不亮', '路灯不亮或全天常亮', '路灯,照明', '市政设施', 3),
    ('CLEAN.WASTE', '垃圾堆放', '垃圾未及时清运、乱倒垃圾', '垃圾,保洁', '市容环境', 4),
    ('CLEAN.NOISE', '噪声扰民', '施工、商铺、广场噪声', '噪声', '市容环境', 5);
