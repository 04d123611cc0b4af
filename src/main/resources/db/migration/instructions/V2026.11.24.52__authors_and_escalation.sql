-- Whose act a draft or a feedback was: the officer and, where somebody acted for him, that person too. None of them decides on it.
alter table instruction_decomposition add author_ids uuid[] not null default '{}';
alter table instruction_feedback add author_ids uuid[] not null default '{}';

insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    ('INS_ESCALATE', 1, '超期后报办公室主任', 'WORKING_DAY', 1, 'OFFICE_CLOSE', '内部管理要求'),
    ('INS_AUTO_STRIKE', 1, '领导无新的批示视为办结（由本区决定是否启用）', 'WORKING_DAY', 10, 'END_OF_DAY', '地方督查制度');
