package io.duban.documents.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A change made to a signed paper at the recheck (复核). */
record TextEdit(Kind kind, String what) {

    Row row(UUID documentId, Command command) {
        return new Row(
                UuidCreator.getTimeOrderedEpoch(),
                documentId,
                kind,
                what,
                command.officer().id(),
                command.now());
    }

    /** As it is kept. */
    @Table("outgoing_edit")
    record Row(@Id UUID id, UUID documentId, Kind kind, String what, UUID editedBy, Instant editedAt) {}

    /** A substantive change is the signer's to confirm. */
    enum Kind {
        EDITORIAL,
        SUBSTANTIVE
    }
}
