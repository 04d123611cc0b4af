package io.duban.supervision.matters;

import io.duban.platform.commands.ClockCopy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A matter shows the term of the host that is due first (as {@link Term#after}), and each assignment its own. */
@Configuration(proxyBeanMethods = false)
class MatterClockCopies {

    private static final String MATTER = """
            update supervision_matter s set version = s.version + 1,
                due_at = case when s.due_at is null then null else coalesce(host.due_at, s.due_at) end,
                warn_at = case when s.due_at is null then null else coalesce(host.warn_at, s.warn_at) end
            from (select distinct subject_id from moves where subject_type = 'supervision.matter') moved
            left join lateral (
                select coalesce(m.due_at, a.due_at) as due_at, coalesce(m.warn_at, a.warn_at) as warn_at
                from supervision_assignment a
                left join moves m on m.subject_id = a.matter_id and m.step = 'HANDLE:' || a.unit_id and m.due_before = a.due_at
                where a.matter_id = moved.subject_id and a.duty <> 'CO' and a.status <> 'ACCEPTED'
                order by 1 limit 1) host on true
            where s.id = moved.subject_id
            returning s.id as subject_id""";

    private static final String ASSIGNMENT = """
            update supervision_assignment a set version = a.version + 1, due_at = m.due_at, warn_at = m.warn_at,
                original_due_at = m.original_due_at
            from moves m
            where m.subject_type = 'supervision.matter' and a.matter_id = m.subject_id
              and m.step = 'HANDLE:' || a.unit_id and a.due_at = m.due_before""";

    @Bean
    ClockCopy matterClockCopy() {
        return ClockCopy.of(MATTER, ASSIGNMENT);
    }
}
