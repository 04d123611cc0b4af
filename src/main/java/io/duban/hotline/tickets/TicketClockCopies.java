package io.duban.hotline.tickets;

import io.duban.platform.commands.ClockCopy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A ticket shows until when it is to be handled. */
@Configuration(proxyBeanMethods = false)
class TicketClockCopies {

    private static final String TICKET = """
            update hotline_ticket t set version = t.version + 1, due_at = m.due_at, warn_at = m.warn_at
            from moves m
            where m.subject_type = 'hotline.ticket' and t.id = m.subject_id and m.step = 'HANDLE' and t.due_at = m.due_before
            returning t.id as subject_id""";

    @Bean
    ClockCopy ticketClockCopy() {
        return ClockCopy.of(TICKET);
    }
}
