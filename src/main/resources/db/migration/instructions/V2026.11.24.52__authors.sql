-- Whose act a draft or a feedback was: the officer and, where somebody acted for him, that person too. None of them decides on it.
alter table instruction_decomposition add author_ids uuid[] not null default '{}';
alter table instruction_feedback add author_ids uuid[] not null default '{}';
