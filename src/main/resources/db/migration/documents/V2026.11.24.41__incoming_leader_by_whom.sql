-- Whose hand wrote the leader's words: his own, or his delegate's.
alter table incoming_leader add written_by uuid references person;
comment on column incoming_leader.written_by is 'the person who wrote; another than the leader where a delegate wrote for him';
