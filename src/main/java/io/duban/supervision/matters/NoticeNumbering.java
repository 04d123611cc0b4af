package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.persistence.Versioned;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** The last number given to a kind of notice in a year. Guarded by its version: two notices at once never get the same, and none is lost. */
@Table("supervision_numbering")
record NoticeNumbering(@Id UUID id, long version, SupervisionNotice.Kind noticeKind, int year, int lastNumber)
        implements Versioned {

    static NoticeNumbering first(SupervisionNotice.Kind kind, int year) {
        return new NoticeNumbering(UuidCreator.getTimeOrderedEpoch(), 1, kind, year, 1);
    }

    NoticeNumbering next() {
        return new NoticeNumbering(id, version + 1, noticeKind, year, lastNumber + 1);
    }

    boolean isFirst() {
        return version == 1;
    }
}
