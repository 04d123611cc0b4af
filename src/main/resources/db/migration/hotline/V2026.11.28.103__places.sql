-- Where tickets point at, as likely repeats and hot spots ask for it (domain 2.5, ADR 0025). Beside the ticket and not on it: the ticket's row is written at every
-- step, its place only when the words or the category change. Written by the very statement that changes them, whoever it is.

create function wgs_84(latitude double precision, longitude double precision, datum text) returns double precision[]
    language plpgsql immutable parallel safe as $$
declare
    a constant double precision := 6378245.0;
    ee constant double precision := 0.00669342162296594323;
    found double precision[] := array[latitude, longitude];
    x double precision;
    y double precision;
    magic double precision;
    north double precision;
    east double precision;
begin
    if latitude is null or longitude is null then
        return null;
    end if;
    if datum is distinct from 'GCJ_02' or longitude not between 72.004 and 137.8347 or latitude not between 0.8293 and 55.8271 then
        return found;
    end if;
    for turn in 1..3 loop
        x := found[2] - 105;
        y := found[1] - 35;
        north := -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
            + (20 * sin(6 * x * pi()) + 20 * sin(2 * x * pi())) * 2 / 3
            + (20 * sin(y * pi()) + 40 * sin(y / 3 * pi())) * 2 / 3
            + (160 * sin(y / 12 * pi()) + 320 * sin(y * pi() / 30)) * 2 / 3;
        east := 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
            + (20 * sin(6 * x * pi()) + 20 * sin(2 * x * pi())) * 2 / 3
            + (20 * sin(x * pi()) + 40 * sin(x / 3 * pi())) * 2 / 3
            + (150 * sin(x / 12 * pi()) + 300 * sin(x / 30 * pi())) * 2 / 3;
        magic := 1 - ee * sin(radians(found[1])) ^ 2;
        north := north * 180 / ((a * (1 - ee)) / (magic * sqrt(magic)) * pi());
        east := east * 180 / (a / sqrt(magic) * cos(radians(found[1])) * pi());
        found := array[latitude - north, longitude - east];
    end loop;
    return found;
end $$;
comment on function wgs_84(double precision, double precision, text) is
    'a point by the earth''s own coordinates: maps in China are shifted by some hundred metres (GCJ-02), by the published formula, which is turned round in three turns; no two points are compared unless both went through here';

create function metres_between(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision) returns double precision
    language sql immutable strict parallel safe return
    6371000 * 2 * asin(least(1, sqrt(
        sin(radians(lat2 - lat1) / 2) ^ 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2)));

-- A field of the grid is 0.005 degrees each way: about 556 metres to the north, about 480 to the east in the middle of China.
create function place_cell(latitude double precision, longitude double precision) returns bigint
    language sql immutable parallel safe return
    floor((latitude + 90) / 0.005)::bigint * 100000 + floor((longitude + 180) / 0.005)::bigint;

create function place_cells_around(latitude double precision, longitude double precision) returns bigint[]
    language sql immutable strict parallel safe return
    (select array_agg(place_cell(latitude, longitude) + north * 100000 + east) from generate_series(-1, 1) north, generate_series(-1, 1) east);

create function place_address(told text) returns text
    language sql immutable parallel safe return
    nullif(
        regexp_replace(
            regexp_replace(
                regexp_replace(
                    regexp_replace(
                        regexp_replace(
                            regexp_replace(search_fold(told), '\[[^\]]*\]', '', 'g'),
                            '[[:space:],，.。、;；:：/·]', '', 'g'),
                        '[#＃]', '号', 'g'),
                    '^([^\d]{2,7}(省|自治区))?([^\d]{2,7}市)?([^\d]{1,5}(?<!小|社|园|校|片|库|景|厂|林|牧|矿|宅|业|发|流|贸|院|住|街)区|[^\d]{1,5}县)?', ''),
                '(\d+)(-\d+)+.*$', '\1'),
            '\d+(单元|层|楼|室|房|户|门).*$', ''),
        '');
comment on function place_address(text) is
    'an address as two that mean the same house have it: without province, city and district, brackets, floor and room; whoever tells it otherwise is still found by the pairs of its characters';

create function places_alike(one text, those text[], other text, these text[]) returns double precision
    language sql immutable parallel safe return
    case when one is null or other is null then null
         when one = other then 1
         when substring(one from '\d+') <> substring(other from '\d+') then 0
         when least(cardinality(those), cardinality(these)) < 2 then 0
         else (select count(*) from unnest(those) as pair where pair = any (these))::double precision
              / least(cardinality(those), cardinality(these)) end;
comment on function places_alike(text, text[], text, text[]) is
    'how much of the shorter address is in the longer, from 0 to 1, and nothing when both name a house and not the same; null where one is missing';

create table hotline_place (
    ticket_id     uuid primary key references hotline_ticket on delete cascade,
    category_code text        not null,
    accepted_at   timestamptz not null,
    latitude      double precision,
    longitude     double precision,
    cell          bigint,
    address       text,
    pairs         text[]      not null default '{}',
    neighbourhood text
);
create index hotline_place_cells on hotline_place (category_code, cell, accepted_at) where cell is not null;
create index hotline_place_addresses on hotline_place (category_code, address, accepted_at) where address is not null;
create index hotline_place_newest on hotline_place (category_code, accepted_at) where address is not null;
create index hotline_place_by_time on hotline_place (accepted_at);
comment on column hotline_place.latitude is 'WGS-84, whatever came in';
comment on column hotline_place.neighbourhood is 'the address up to its first number: the street, the estate';

create function hotline_place_write() returns trigger language plpgsql as $$
declare
    wgs double precision[] := wgs_84(new.latitude, new.longitude, new.datum);
    place text := place_address(new.address);
begin
    if wgs is null and place is null then
        delete from hotline_place where ticket_id = new.id;
        return null;
    end if;
    insert into hotline_place (ticket_id, category_code, accepted_at, latitude, longitude, cell, address, pairs, neighbourhood)
    values (new.id, new.category_code, new.accepted_at, wgs[1], wgs[2], place_cell(wgs[1], wgs[2]), place,
            coalesce(search_pairs(place), '{}'), left(coalesce(nullif(regexp_replace(place, '\d.*$', ''), ''), place), 40))
    on conflict (ticket_id) do update set category_code = excluded.category_code, latitude = excluded.latitude, longitude = excluded.longitude,
        cell = excluded.cell, address = excluded.address, pairs = excluded.pairs, neighbourhood = excluded.neighbourhood;
    return null;
end $$;

create trigger hotline_place_first after insert on hotline_ticket
    for each row when (new.latitude is not null or new.address is not null) execute function hotline_place_write();
create trigger hotline_place_again after update on hotline_ticket
    for each row when ((old.category_code, old.address, old.latitude, old.longitude, old.datum)
        is distinct from (new.category_code, new.address, new.latitude, new.longitude, new.datum))
    execute function hotline_place_write();

insert into hotline_place (ticket_id, category_code, accepted_at, latitude, longitude, cell, address, pairs, neighbourhood)
select id, category_code, accepted_at, wgs[1], wgs[2], place_cell(wgs[1], wgs[2]), place, coalesce(search_pairs(place), '{}'),
       left(coalesce(nullif(regexp_replace(place, '\d.*$', ''), ''), place), 40)
from hotline_ticket, lateral wgs_84(latitude, longitude, datum) as wgs, lateral place_address(address) as place
where wgs is not null or place is not null;

-- Merged tickets whose parent has gone its way are found without looking through the rest.
create index hotline_ticket_merged on hotline_ticket (parent_id) where status = 'MERGED';
