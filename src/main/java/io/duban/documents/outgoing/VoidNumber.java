package io.duban.documents.outgoing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A number that was given and never issued (空号): it is kept with its reason and never given again. */
@Table("void_number")
record VoidNumber(
        @Id UUID id,
        UUID documentId,
        String issuerCode,
        int numberYear,
        int numberSequence,
        String documentNumber,
        String reason,
        UUID voidedBy,
        Instant voidedAt) {

    /** With the number the document had, if it had one. */
    static Outcome<Dossier> keptBy(
            Outcome<Dossier> outcome, OutgoingDocument document, String reason, Command command) {
        var had = document.registration();
        if (had.issuerCode() == null
                || had.documentNumber() == null
                || had.numberYear() == null
                || had.numberSequence() == null) {
            return outcome;
        }
        return outcome.inserting(new VoidNumber(
                UuidCreator.getTimeOrderedEpoch(),
                document.id(),
                had.issuerCode(),
                had.numberYear(),
                had.numberSequence(),
                had.documentNumber(),
                reason,
                command.officer().id(),
                command.now()));
    }
}
