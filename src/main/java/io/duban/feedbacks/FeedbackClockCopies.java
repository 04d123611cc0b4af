package io.duban.feedbacks;

import io.duban.platform.commands.ClockCopy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A complaint or suggestion shows until when it is to be answered. */
@Configuration(proxyBeanMethods = false)
class FeedbackClockCopies {

    private static final String FEEDBACK = """
            update feedback f set version = f.version + 1, due_at = m.due_at, warn_at = m.warn_at
            from moves m
            where m.subject_type = 'feedback' and f.id = m.subject_id and f.due_at = m.due_before
            returning f.id as subject_id""";

    @Bean
    ClockCopy feedbackClockCopy() {
        return ClockCopy.of(FEEDBACK);
    }
}
