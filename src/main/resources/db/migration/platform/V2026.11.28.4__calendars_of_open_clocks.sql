-- By which calendars open clocks were counted: asked every half minute, so that it must not cost a look at every clock.
create index deadline_counted_by on deadline ((coalesce(checked_version, calendar_version))) where satisfied_at is null;
