package io.duban.documents.outgoing;

import io.duban.platform.commands.ClockCopy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A draft shows the date of its present step; requests to others and deliveries their own. */
@Configuration(proxyBeanMethods = false)
class OutgoingClockCopies {

    private static final String DOCUMENT = """
            update outgoing_document d set version = d.version + 1, due_at = coalesce(moved.due_at, d.due_at),
                warn_at = coalesce(moved.warn_at, d.warn_at)
            from (
                select p.id, max(m.due_at) filter (where own) as due_at, max(m.warn_at) filter (where own) as warn_at
                from moves m join outgoing_document p on p.id = m.subject_id
                cross join lateral (select m.step not like '%:%' and m.due_before = p.due_at as own) w
                where m.subject_type = 'document.outgoing' group by p.id) moved
            where d.id = moved.id
            returning d.id as subject_id""";

    private static final String COSIGN = """
            update outgoing_cosign c set version = c.version + 1, due_at = m.due_at, warn_at = m.warn_at
            from moves m
            where m.subject_type = 'document.outgoing' and c.document_id = m.subject_id
              and m.step in ('COSIGN:' || c.unit_id, 'COSIGN_EXTENDED:' || c.unit_id) and c.due_at = m.due_before
              and c.answered_at is null and c.lapsed_at is null""";

    private static final String LEGAL_REVIEW = """
            update outgoing_legal_review r set version = r.version + 1, due_at = m.due_at
            from moves m
            where m.subject_type = 'document.outgoing' and r.document_id = m.subject_id and m.step = 'LEGAL_REVIEW'
              and r.due_at = m.due_before and r.given_at is null and r.lapsed_at is null""";

    private static final String VERBAL = """
            update outgoing_verbal_approval v set version = v.version + 1, due_at = m.due_at
            from moves m
            where m.subject_type = 'document.outgoing' and v.document_id = m.subject_id and m.step = 'VERBAL_CONFIRM'
              and v.due_at = m.due_before and v.result is null""";

    private static final String DELIVERY = """
            update document_delivery s set version = s.version + 1, due_at = m.due_at, warn_at = m.warn_at
            from moves m
            where m.subject_type = 'document.outgoing' and s.document_id = m.subject_id
              and m.step = 'SIGN_FOR:' || s.unit_id and s.due_at = m.due_before""";

    @Bean
    ClockCopy outgoingClockCopy() {
        return ClockCopy.of(DOCUMENT, COSIGN, LEGAL_REVIEW, VERBAL, DELIVERY);
    }
}
