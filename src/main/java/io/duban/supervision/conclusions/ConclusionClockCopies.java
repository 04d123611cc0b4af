package io.duban.supervision.conclusions;

import io.duban.platform.commands.ClockCopy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A finding shows until when it may be objected to, an objection until when it is decided; what is to be put right is due on a given day. */
@Configuration(proxyBeanMethods = false)
class ConclusionClockCopies {

    private static final String FINDING = """
            update object_finding f set version = f.version + 1, object_by = m.due_at
            from moves m
            where m.subject_type = 'supervision.finding' and f.id = m.subject_id and m.step = 'OBJECTION_PERIOD' and f.object_by = m.due_before
            returning f.id as subject_id""";

    private static final String OBJECTION = """
            update conclusion_objection o set version = o.version + 1, due_at = m.due_at, warn_at = m.warn_at
            from moves m
            where m.subject_type = 'supervision.objection' and o.id = m.subject_id and m.step = 'DECIDE' and o.due_at = m.due_before
            returning o.id as subject_id""";

    @Bean
    ClockCopy findingClockCopy() {
        return ClockCopy.of(FINDING);
    }

    @Bean
    ClockCopy objectionClockCopy() {
        return ClockCopy.of(OBJECTION);
    }
}
