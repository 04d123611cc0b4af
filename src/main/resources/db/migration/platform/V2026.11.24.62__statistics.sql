-- The log is written in the order of time, so a summary of each range of pages finds a period; it costs a command next to nothing.
create index event_log_in_time on event_log using brin (occurred_at) with (pages_per_range = 32, autosummarize = on);
create index deadline_of_subject_type on deadline (subject_type, original_due_at);
