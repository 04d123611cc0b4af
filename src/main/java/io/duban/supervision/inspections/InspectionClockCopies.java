package io.duban.supervision.inspections;

import io.duban.platform.commands.ClockCopy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An inspection shows until when its object may answer the record. */
@Configuration(proxyBeanMethods = false)
class InspectionClockCopies {

    private static final String INSPECTION = """
            update field_inspection i set version = i.version + 1, answer_due_at = m.due_at, answer_warn_at = m.warn_at
            from moves m
            where m.subject_type = 'supervision.inspection' and i.id = m.subject_id and m.step = 'ANSWER_RECORD' and i.answer_due_at = m.due_before
            returning i.id as subject_id""";

    @Bean
    ClockCopy inspectionClockCopy() {
        return ClockCopy.of(INSPECTION);
    }
}
