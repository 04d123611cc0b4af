package io.duban.supervision.matters;

import io.duban.platform.commands.ClockCopy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A matter shows the term of the host that is due first (as {@link Term#after}) or, while it is tracked, of its next report; each assignment its
 * own; a suspension and a tracking when they are looked at next.
 */
@Configuration(proxyBeanMethods = false)
class MatterClockCopies {

    private static final String MATTER = """
            update supervision_matter s set version = s.version + 1,
                due_at = case when s.due_at is null then null else coalesce(tracked.due_at, host.due_at, s.due_at) end,
                warn_at = case when s.due_at is null then null else coalesce(tracked.warn_at, host.warn_at, s.warn_at) end
            from (select distinct subject_id from moves where subject_type = 'supervision.matter') moved
            left join lateral (
                select coalesce(m.due_at, a.due_at) as due_at, coalesce(m.warn_at, a.warn_at) as warn_at
                from supervision_assignment a
                left join moves m on m.subject_id = a.matter_id and m.step = 'HANDLE:' || a.unit_id and m.due_before = a.due_at
                where a.matter_id = moved.subject_id and a.duty <> 'CO' and a.status <> 'ACCEPTED'
                order by 1 limit 1) host on true
            left join lateral (
                select coalesce(m.due_at, t.next_report_at) as due_at, coalesce(m.warn_at, t.next_warn_at) as warn_at
                from supervision_tracking t
                left join moves m on m.subject_id = t.matter_id and m.step like 'TRACKING_REPORT:%' and m.due_before = t.next_report_at
                where t.matter_id = moved.subject_id and t.ended_at is null limit 1) tracked on true
            where s.id = moved.subject_id
            returning s.id as subject_id""";

    private static final String ASSIGNMENT = """
            update supervision_assignment a set version = a.version + 1,
                due_at = coalesce(handling.due_at, a.due_at), warn_at = coalesce(handling.warn_at, a.warn_at),
                original_due_at = coalesce(handling.original_due_at, a.original_due_at),
                stage_due_at = coalesce(stage.due_at, a.stage_due_at)
            from supervision_assignment seen
            left join moves handling on handling.subject_type = 'supervision.matter' and handling.subject_id = seen.matter_id
                and handling.step = 'HANDLE:' || seen.unit_id and handling.due_before = seen.due_at
            left join moves stage on stage.subject_type = 'supervision.matter' and stage.subject_id = seen.matter_id
                and stage.step = 'STAGE:' || seen.unit_id and stage.due_before = seen.stage_due_at
            where a.id = seen.id and seen.matter_id in (select subject_id from moves)
              and (handling.step is not null or stage.step is not null)""";

    private static final String SUSPENSION = """
            update supervision_suspension s set version = s.version + 1, review_at = m.due_at
            from moves m
            where m.subject_type = 'supervision.matter' and s.matter_id = m.subject_id and m.step = 'SUSPENSION_REVIEW'
              and s.review_at = m.due_before and s.resumed_at is null""";

    private static final String TRACKING = """
            update supervision_tracking t set version = t.version + 1, next_report_at = m.due_at, next_warn_at = m.warn_at
            from moves m
            where m.subject_type = 'supervision.matter' and t.matter_id = m.subject_id and m.step like 'TRACKING_REPORT:%'
              and t.next_report_at = m.due_before and t.ended_at is null""";

    @Bean
    ClockCopy matterClockCopy() {
        return ClockCopy.of(MATTER, ASSIGNMENT, SUSPENSION, TRACKING);
    }
}
