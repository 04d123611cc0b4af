package io.duban.documents.incoming;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.persistence.Versioned;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** The register's numbers of one series in one year: the last one, so that the next is one more. */
@Table("incoming_register")
record RegisterSequence(@Id UUID id, long version, String series, int year, int last) implements Versioned {

    static RegisterSequence first(String series, int year) {
        return new RegisterSequence(UuidCreator.getTimeOrderedEpoch(), 1, series, year, 1);
    }

    RegisterSequence next() {
        return new RegisterSequence(id, version + 1, series, year, last + 1);
    }

    /** Whether there was none before, so that a row is to be made. */
    boolean isFirst() {
        return version == 1;
    }

    /** {@code SW-2026-000123}. */
    String registerNumber() {
        return "%s-%d-%06d".formatted(series, year, last);
    }
}
