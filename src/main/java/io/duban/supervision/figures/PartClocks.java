package io.duban.supervision.figures;

/** What became of the clocks of units' parts, from the rows of their history (domain 0.3, 0.6). */
final class PartClocks {

    /**
     * A row for each clock of a result that is due in the period, thus one for each round of each unit's part: {@code matter_id}, from
     * {@code trigger_at} until {@code next_at}, when the next round of the same unit began, beside the columns {@code ClockRates} asks for.
     *
     * <p>What satisfies it is the hand-in that was accepted. A co unit whose host sent its opinion back has the later date it was given then.
     * A part belongs to the unit that had it when it was due: an approved return takes it away from the first unit, and who took over what was
     * overdue already does not answer for it. {@code stopped_at} is when a late one was ended, if it was.
     */
    static final String HANDLE = """
            select c.id, c.subject_id as matter_id, own.unit_id, null::text as part, c.trigger_at, own.next_at, c.original_due_at, own.current_due_at,
                   handed.accepted_at as satisfied_at,
                   coalesce(handed.accepted_at, handed.waiting_at, own.stopped_at, c.suspended_at) as stopped_at,
                   case when m.status = 'CANCELLED' then 'CANCELLED'
                        when own.current_due_at <= c.trigger_at or exists (
                            select from supervision_return r where r.assignment_id in (
                                select a.id from supervision_assignment a where a.matter_id = c.subject_id and a.unit_id = own.unit_id)
                              and r.decision = 'REASSIGNED' and r.decided_at >= c.trigger_at and r.decided_at < own.next_at) then 'REASSIGNED'
                        when c.suspended_at <= own.current_due_at then 'SUSPENDED'
                        when handed.accepted_at is not null then null
                        when handed.waiting_at <= own.current_due_at then 'NOT_REVIEWED'
                        when handed.waiting_at is null and own.stopped_at <= own.current_due_at then case when exists (
                            select from event_log e where e.subject_id = c.subject_id and e.type = 'supervision.matter.trackingBegun'
                              and e.occurred_at >= c.trigger_at and e.occurred_at < own.next_at) then 'LONG_TERM' else 'RELEASED' end
                   end as excluded
            from deadline c join supervision_matter m on m.id = c.subject_id
            cross join lateral (
                select coalesce(min(n.trigger_at), 'infinity') as next_at
                from deadline n where n.subject_id = c.subject_id and n.step = c.step and n.trigger_at > c.trigger_at) after
            left join lateral (
                select r.current_due_at, r.satisfied_at, r.id is not null as sent_back
                from deadline r where r.subject_id = c.subject_id and r.step = 'RESUBMIT:' || substr(c.step, 8)
                  and r.trigger_at >= c.trigger_at and r.trigger_at < after.next_at
                order by r.trigger_at desc limit 1) back on true
            cross join lateral (
                select case when starts_with(c.step, 'HANDLE:') then substr(c.step, 8)::uuid end as unit_id, after.next_at,
                       coalesce(back.current_due_at, c.current_due_at) as current_due_at,
                       case when c.satisfied_at is not null and (back.sent_back is null or back.satisfied_at is not null)
                            then greatest(c.satisfied_at, back.satisfied_at) end as stopped_at) own
            cross join lateral (
                select min(f.submitted_at) filter (where f.verdict = 'ACCEPTED') as accepted_at,
                       max(f.submitted_at) filter (where f.verdict is null) as waiting_at
                from supervision_final_feedback f where f.matter_id = c.subject_id and f.unit_id = own.unit_id
                  and f.submitted_at >= c.trigger_at and f.submitted_at < own.next_at) handed
            where c.subject_type = 'supervision.matter' and starts_with(c.step, 'HANDLE:')
              and (c.original_due_at > :start and c.original_due_at <= :end or own.current_due_at > :start and own.current_due_at <= :end)""";

    private PartClocks() {}
}
