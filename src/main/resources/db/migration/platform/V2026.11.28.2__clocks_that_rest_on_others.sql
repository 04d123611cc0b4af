-- What a derived clock rests on, so that it can be counted again when the calendar changes.
alter table deadline
    add column host_id         uuid,
    add column outer_due_at    timestamptz,
    add column checked_version text;
comment on column deadline.host_id is 'the host''s clock of a co-handler''s; no foreign key, since a host''s date may be read before its clock is written';
comment on column deadline.outer_due_at is 'the date set from above that an inner clock lies inside of';
comment on column deadline.checked_version is
    'the calendar by which it was last counted again, where that is not the one that made its date: a shorter date waits for the director, or was refused';

-- 建议提案：what is counted in months.
insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    ('PRO_ASSIGN', 1, '建议提案交办', 'WORKING_DAY', 10, 'END_OF_DAY', '地方人大代表建议办理规定第十三条'),
    ('PRO_RETURN', 1, '建议提案退办', 'NATURAL_DAY', 10, 'END_OF_DAY', '地方人大代表建议办理规定第十四条'),
    ('PRO_RETURN_DECIDE', 1, '建议提案退办审定', 'WORKING_DAY', 10, 'END_OF_DAY', '地方人大代表建议办理规定第十六条'),
    ('PRO_CONTACT', 1, '与代表、委员首次联系', 'WORKING_DAY', 20, 'END_OF_DAY', '地方人大代表建议办理规定第十八条'),
    ('PRO_CO', 1, '建议提案协办意见', 'NATURAL_MONTH', 1, 'END_OF_DAY', '地方人大代表建议办理规定第二十一条'),
    ('PRO_REPLY', 1, '建议提案答复', 'NATURAL_MONTH', 3, 'END_OF_DAY', '代表法第五十一条'),
    ('PRO_EVALUATE', 1, '代表、委员评价', 'WORKING_DAY', 20, 'END_OF_DAY', '地方人大代表建议办理规定第二十七条'),
    ('PRO_REDO', 1, '建议提案重新答复', 'NATURAL_MONTH', 1, 'END_OF_DAY', '地方人大代表建议办理规定第二十四条')
on conflict do nothing;
