package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A numbered notice (督查通知、督办函); never changed once issued.
 *
 * @param label the number as it is printed, such as 南督〔2026〕89号
 * @param signedById on whose signature it went out: who approved the matter, or the office director who issued it himself
 */
@Table("supervision_notice")
record SupervisionNotice(
        @Id UUID id,
        UUID matterId,
        Kind kind,
        int year,
        int number,
        String label,
        String requirement,
        UUID signedById,
        UUID issuedById,
        Instant issuedAt) {

    static SupervisionNotice issued(
            UUID matterId,
            NoticeNumbering number,
            String issuerCode,
            String requirement,
            UUID signer,
            Command command) {
        return new SupervisionNotice(
                UuidCreator.getTimeOrderedEpoch(),
                matterId,
                Kind.valueOf(number.noticeKind().name()),
                number.year(),
                number.lastNumber(),
                number.label(issuerCode),
                requirement,
                signer,
                command.officer().id(),
                command.now());
    }

    /** 通知 or 函; each is numbered by itself. */
    enum Kind {
        SUPERVISION_NOTICE,
        SUPERVISION_LETTER;

        NoticeKind numbered() {
            return NoticeKind.valueOf(name());
        }
    }
}
