-- One command may change several subjects: a paper, the words a leader wrote on it, the matter made of them. Its one row names them all.
alter table audit_row add column further_ids uuid[] not null default '{}';
create index audit_row_by_further on audit_row using gin (further_ids) where further_ids <> '{}';
comment on column audit_row.further_ids is 'what else the same command changed; covered by the hash';
