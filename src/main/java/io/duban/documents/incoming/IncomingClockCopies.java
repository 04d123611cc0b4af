package io.duban.documents.incoming;

import io.duban.platform.commands.ClockCopy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A paper shows until when the whole of it is due, or its receipt; units and readers their own. */
@Configuration(proxyBeanMethods = false)
class IncomingClockCopies {

    private static final String PAPER = """
            update incoming_document d set version = d.version + 1, due_at = coalesce(moved.due_at, d.due_at),
                warn_at = coalesce(moved.warn_at, d.warn_at)
            from (
                select p.id, max(m.due_at) filter (where whole) as due_at, max(m.warn_at) filter (where whole) as warn_at
                from moves m join incoming_document p on p.id = m.subject_id
                cross join lateral (select m.step not like '%:%' and m.due_before = p.due_at as whole) w
                where m.subject_type = 'document.incoming' group by p.id) moved
            where d.id = moved.id
            returning d.id as subject_id""";

    private static final String UNIT = """
            update incoming_assignment a set version = a.version + 1, due_at = m.due_at, warn_at = m.warn_at
            from moves m
            where m.subject_type = 'document.incoming' and a.document_id = m.subject_id
              and m.step = 'HANDLE:' || a.id and a.due_at = m.due_before""";

    private static final String READER = """
            update incoming_reader r set version = r.version + 1, due_at = m.due_at, warn_at = m.warn_at
            from moves m
            where m.subject_type = 'document.incoming' and r.document_id = m.subject_id
              and m.step = 'READ:' || r.id and r.due_at = m.due_before""";

    @Bean
    ClockCopy incomingClockCopy() {
        return ClockCopy.of(PAPER, UNIT, READER);
    }
}
