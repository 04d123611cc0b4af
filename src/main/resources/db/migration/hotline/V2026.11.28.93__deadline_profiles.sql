-- Deadline profiles (domain 2.5): which rules a kind of demand runs under, by the profile the district has chosen in duban.hotline.profile.
create table hotline_deadline_profile (
    profile       text not null check (profile in ('STANDARD', 'GUANGDONG', 'BEIJING_DRAFT', 'BENGBU')),
    demand_class  text not null check (demand_class in
        ('CONSULTATION', 'HELP', 'SUGGESTION', 'COMPLAINT', 'REPORT', 'LETTER', 'UTILITY', 'RISK', 'ENTERPRISE')),
    dispatch_rule text not null,
    sign_rule     text not null,
    contact_rule  text not null,
    handle_rule   text not null,
    complex_rule  text not null,
    stage_rule    text not null,
    primary key (profile, demand_class)
);
comment on table hotline_deadline_profile is 'names of deadline_rule; a district may give a class other rules, such as three working days for letters';
comment on column hotline_deadline_profile.complex_rule is 'handling a demand of the class COMPLEX';
comment on column hotline_deadline_profile.stage_rule is 'an answer on the way, where handling takes longer than that';

insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    ('HOT_GD_HELP', 1, '求助、建议办理答复', 'WORKING_DAY', 10, 'END_OF_DAY', '广东省12345热线办法'),
    ('HOT_GD_COMPLAINT', 1, '投诉、举报办理答复', 'WORKING_DAY', 15, 'END_OF_DAY', '广东省12345热线办法'),
    ('HOT_BJ_ORD', 1, '诉求办理答复', 'NATURAL_DAY', 7, 'END_OF_DAY', '北京市12345热线标准（征求意见稿）'),
    ('HOT_BJ_COMPLEX', 1, '疑难复杂诉求办理答复', 'NATURAL_DAY', 15, 'END_OF_DAY', '北京市12345热线标准（征求意见稿）'),
    ('HOT_BB_ORD', 1, '诉求办理答复', 'WORKING_DAY', 5, 'END_OF_DAY', '蚌埠市12345热线办理规定'),
    ('HOT_BB_LETTER', 1, '信箱、网络和省级转办件办理答复', 'WORKING_DAY', 3, 'END_OF_DAY', '蚌埠市12345热线办理规定'),
    ('HOT_BB_CONTACT_UTILITY', 1, '首次联系', 'NATURAL_MINUTE', 20, 'NONE', '蚌埠市12345热线办理规定'),
    ('HOT_BB_CONTACT_RISK', 1, '首次联系', 'NATURAL_MINUTE', 10, 'NONE', '蚌埠市12345热线办理规定'),
    ('HOT_ENT_CONTACT', 1, '企业诉求首次联系', 'WORKING_DAY', 1, 'END_OF_DAY', '山东省企业诉求办理规定'),
    ('HOT_ENT_ANSWER', 1, '企业诉求阶段性答复', 'WORKING_DAY', 3, 'END_OF_DAY', '山东省企业诉求办理规定'),
    ('HOT_ENT_SOLVE', 1, '企业诉求办理', 'WORKING_DAY', 15, 'END_OF_DAY', '山东省企业诉求办理规定'),
    ('HOT_ENT_COMPLEX', 1, '疑难复杂企业诉求办理', 'WORKING_DAY', 30, 'END_OF_DAY', '山东省企业诉求办理规定'),
    ('HOT_COORDINATE', 1, '派单争议会商指定', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '潍坊市12345条例第二十二条；内部管理要求')
on conflict do nothing;

-- 法定期限: the periods a law may give; which law it is, is written on the ticket.
insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis)
select 'HOT_LAW_' || amount || case unit when 'WORKING_DAY' then 'WD' when 'NATURAL_DAY' then 'ND' else 'MO' end,
       1, '法定期限内办理答复', unit, amount, 'END_OF_DAY', '法律、法规、规章规定的期限（依据见工单）'
from (select 'WORKING_DAY' as unit, unnest(array [3, 5, 7, 10, 15, 20, 30, 45, 60, 90]) as amount
      union all
      select 'NATURAL_DAY', unnest(array [3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 180])
      union all
      select 'NATURAL_MONTH', unnest(array [1, 2, 3, 6, 12])) periods
on conflict do nothing;

insert into hotline_deadline_profile
    (profile, demand_class, dispatch_rule, sign_rule, contact_rule, handle_rule, complex_rule, stage_rule) values
    ('STANDARD', 'CONSULTATION', 'HOT_DISPATCH_ORD', 'HOT_SIGN_ORD', 'HOT_CONTACT_ORD', 'HOT_CONSULT', 'HOT_CONSULT', 'HOT_STAGE'),
    ('STANDARD', 'HELP', 'HOT_DISPATCH_ORD', 'HOT_SIGN_ORD', 'HOT_CONTACT_ORD', 'HOT_HELP', 'HOT_HELP', 'HOT_STAGE'),
    ('STANDARD', 'SUGGESTION', 'HOT_DISPATCH_ORD', 'HOT_SIGN_ORD', 'HOT_CONTACT_ORD', 'HOT_SUGGEST', 'HOT_SUGGEST', 'HOT_STAGE'),
    ('STANDARD', 'COMPLAINT', 'HOT_DISPATCH_ORD', 'HOT_SIGN_ORD', 'HOT_CONTACT_ORD', 'HOT_COMPLAINT', 'HOT_COMPLAINT', 'HOT_STAGE'),
    ('STANDARD', 'REPORT', 'HOT_DISPATCH_ORD', 'HOT_SIGN_ORD', 'HOT_CONTACT_ORD', 'HOT_REPORT', 'HOT_REPORT', 'HOT_STAGE'),
    ('STANDARD', 'LETTER', 'HOT_DISPATCH_ORD', 'HOT_SIGN_ORD', 'HOT_CONTACT_ORD', 'HOT_LETTER', 'HOT_LETTER', 'HOT_STAGE'),
    ('STANDARD', 'UTILITY', 'HOT_DISPATCH_UTILITY', 'HOT_SIGN_UTILITY', 'HOT_CONTACT_UTILITY', 'HOT_UTILITY', 'HOT_UTILITY', 'HOT_STAGE'),
    ('STANDARD', 'RISK', 'HOT_DISPATCH_RISK', 'HOT_SIGN_RISK', 'HOT_CONTACT_RISK', 'HOT_RISK', 'HOT_RISK', 'HOT_STAGE'),
    ('STANDARD', 'ENTERPRISE', 'HOT_DISPATCH_ORD', 'HOT_SIGN_ORD', 'HOT_ENT_CONTACT', 'HOT_ENT_SOLVE', 'HOT_ENT_COMPLEX', 'HOT_ENT_ANSWER');

-- The others differ from STANDARD where their own texts say so; where those are silent, STANDARD holds.
insert into hotline_deadline_profile
select other.profile, s.demand_class, s.dispatch_rule, s.sign_rule, s.contact_rule, s.handle_rule, s.complex_rule, s.stage_rule
from hotline_deadline_profile s
cross join (values ('GUANGDONG'), ('BEIJING_DRAFT'), ('BENGBU')) other (profile)
where s.profile = 'STANDARD';

update hotline_deadline_profile p
set handle_rule = o.handle_rule, complex_rule = o.complex_rule
from (values
    ('GUANGDONG', 'HELP', 'HOT_GD_HELP', 'HOT_GD_HELP'),
    ('GUANGDONG', 'SUGGESTION', 'HOT_GD_HELP', 'HOT_GD_HELP'),
    ('GUANGDONG', 'COMPLAINT', 'HOT_GD_COMPLAINT', 'HOT_GD_COMPLAINT'),
    ('GUANGDONG', 'REPORT', 'HOT_GD_COMPLAINT', 'HOT_GD_COMPLAINT'),
    ('BEIJING_DRAFT', 'CONSULTATION', 'HOT_BJ_ORD', 'HOT_BJ_ORD'),
    ('BEIJING_DRAFT', 'HELP', 'HOT_BJ_ORD', 'HOT_BJ_COMPLEX'),
    ('BEIJING_DRAFT', 'SUGGESTION', 'HOT_BJ_ORD', 'HOT_BJ_COMPLEX'),
    ('BEIJING_DRAFT', 'COMPLAINT', 'HOT_BJ_ORD', 'HOT_BJ_COMPLEX'),
    ('BEIJING_DRAFT', 'REPORT', 'HOT_BJ_ORD', 'HOT_BJ_COMPLEX'),
    ('BENGBU', 'CONSULTATION', 'HOT_BB_ORD', 'HOT_BB_ORD'),
    ('BENGBU', 'HELP', 'HOT_BB_ORD', 'HOT_BB_ORD'),
    ('BENGBU', 'SUGGESTION', 'HOT_BB_ORD', 'HOT_BB_ORD'),
    ('BENGBU', 'COMPLAINT', 'HOT_BB_ORD', 'HOT_BB_ORD'),
    ('BENGBU', 'REPORT', 'HOT_BB_ORD', 'HOT_BB_ORD'),
    ('BENGBU', 'LETTER', 'HOT_BB_LETTER', 'HOT_BB_LETTER')) o (profile, demand_class, handle_rule, complex_rule)
where p.profile = o.profile and p.demand_class = o.demand_class;

-- 蚌埠: the unit answers the caller by telephone within 20 and 10 minutes.
update hotline_deadline_profile set contact_rule = 'HOT_BB_CONTACT_UTILITY' where profile = 'BENGBU' and demand_class = 'UTILITY';
update hotline_deadline_profile set contact_rule = 'HOT_BB_CONTACT_RISK' where profile = 'BENGBU' and demand_class = 'RISK';
