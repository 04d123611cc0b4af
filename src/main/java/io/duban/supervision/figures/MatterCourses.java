package io.duban.supervision.figures;

/** Matters from their issue to their end, from the log and the clocks of the units that lead in them. */
final class MatterCourses {

    /** Of an assignment {@code a}: its unit answers for the result, and still has it. */
    static final String LEADS = "a.duty <> 'CO' and a.status not in ('REASSIGNED', 'RELEASED')";

    /**
     * A row for each unit that leads in a matter due in the period. A matter that came back after its strike-off begins another course, and keeps
     * what it was in the first; one whose verification failed, or that its leader wants done again, is still the same and not handled until it is
     * handled again. It is due when the first of those hosts is that were not through before the last round began; a unit that took over from
     * another does not move that date (domain 0.4). Where the office stopped a course, {@code excluded} says how.
     */
    static final String DUE = """
            with due as (
                select distinct c.subject_id from deadline c
                where c.subject_type = 'supervision.matter' and starts_with(c.step, 'HANDLE:')
                  and (c.original_due_at > :start and c.original_due_at <= :end or c.current_due_at > :start and c.current_due_at <= :end)),
            begun as (
                select e.subject_id as matter_id, e.position as id, e.occurred_at - interval '1 millisecond' as begun_at, lead(e.position) over course as next,
                       coalesce(lead(e.occurred_at) over course - interval '1 millisecond', 'infinity') as next_at
                from due join event_log e on e.subject_id = due.subject_id
                where e.type in ('supervision.matter.issued', 'supervision.matter.reopened')
                window course as (partition by e.subject_id order by e.position)),
            hosting as (
                select b.id, a.id is not null as known, coalesce(%1$s, false) as stays, min(c.original_due_at) as original_due_at,
                       case when count(*) = 1 and a.outer_due_at > min(c.trigger_at) then a.outer_due_at
                            else (array_agg(c.current_due_at order by c.trigger_at desc))[1] end as current_due_at,
                       max(c.trigger_at) as last_begun, (array_agg(c.satisfied_at order by c.trigger_at desc))[1] as through_at
                from begun b join deadline c on c.subject_id = b.matter_id and starts_with(c.step, 'HANDLE:')
                    and c.trigger_at >= b.begun_at and c.trigger_at < b.next_at
                left join supervision_assignment a on a.matter_id = b.matter_id and c.step = 'HANDLE:' || a.unit_id
                where a.id is null or a.duty <> 'CO'
                group by b.id, c.step, a.id),
            owing as (
                select *, stays and (through_at is null or through_at >= max(last_begun) filter (where stays) over (partition by id)) as owes from hosting),
            term as (
                select id, coalesce(min(original_due_at) filter (where known), min(original_due_at)) as original_due_at,
                       coalesce(min(current_due_at) filter (where owes), min(current_due_at)) as current_due_at
                from owing group by id)
            select b.id, a.unit_id, null::text as part, t.original_due_at, t.current_due_at, done.handled, done.struck_off,
                   case when not done.handled and b.next is null then
                       case m.status when 'CANCELLED' then 'CANCELLED' when 'SUSPENDED' then 'SUSPENDED' when 'LONG_TERM_TRACKING' then 'LONG_TERM' end
                   end as excluded
            from begun b join term t on t.id = b.id join supervision_matter m on m.id = b.matter_id
            left join supervision_assignment a on a.matter_id = b.matter_id and %1$s
            cross join lateral (
                select coalesce((array_agg(e.type order by e.position desc)
                           filter (where e.type in ('supervision.matter.handled', 'supervision.matter.instructedAgain')))[1]
                           = 'supervision.matter.handled', false) as handled,
                       coalesce(bool_or(e.type = 'supervision.matter.struckOff'), false) as struck_off
                from event_log e where e.subject_id = b.matter_id and e.position > b.id and (b.next is null or e.position < b.next)) done""".formatted(LEADS);

    private MatterCourses() {}
}
