package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Subject;
import io.duban.platform.persistence.Versioned;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** The last number given to a kind of notice in a year. Guarded by its version: two notices at once never get the same, and none is lost. */
@Table("supervision_numbering")
public record NoticeNumbering(@Id UUID id, long version, NoticeKind noticeKind, int year, int lastNumber)
        implements Versioned {

    static NoticeNumbering first(NoticeKind kind, int year) {
        return new NoticeNumbering(UuidCreator.getTimeOrderedEpoch(), 1, kind, year, 1);
    }

    NoticeNumbering next() {
        return new NoticeNumbering(id, version + 1, noticeKind, year, lastNumber + 1);
    }

    boolean isFirst() {
        return version == 1;
    }

    /**
     * The number as it is printed, such as 南督〔2026〕89号 or 南督通〔2026〕3号 (domain 0.8).
     *
     * @param issuerCode 机关代字
     */
    public String label(String issuerCode) {
        return "%s%s〔%d〕%d号".formatted(issuerCode, noticeKind.mark(), year, lastNumber);
    }

    /** Writes the number in the same statement as the notice that takes it. */
    public <T extends Subject> Outcome<T> takenBy(Outcome<T> outcome) {
        return isFirst() ? outcome.inserting(this) : outcome.updating(this);
    }
}
