package io.duban.documents.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.persistence.Versioned;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** The numbers given for one issuer code (机关代字) in one year: the last one, so that the next is one more. */
@Table("number_sequence")
record NumberSequence(@Id UUID id, long version, String issuerCode, int year, int last) implements Versioned {

    static NumberSequence first(String issuerCode, int year) {
        return new NumberSequence(UuidCreator.getTimeOrderedEpoch(), 1, issuerCode, year, 1);
    }

    NumberSequence next() {
        return new NumberSequence(id, version + 1, issuerCode, year, last + 1);
    }

    /** Whether there was none before, so that a row is to be made. */
    boolean isFirst() {
        return version == 1;
    }

    /** 发文字号 (GB/T 9704-2012): six-corner brackets, full year, no 第, no leading zero. */
    String documentNumber() {
        return "%s〔%d〕%d号".formatted(issuerCode, year, last);
    }
}
