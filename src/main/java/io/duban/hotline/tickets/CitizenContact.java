package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One try to contact the citizen. Never changed.
 *
 * @param contactedAt as the handler told it
 * @param note may hold personal data: shown to those only who see the citizen's
 */
@Table("hotline_contact")
record CitizenContact(
        @Id UUID id,
        UUID ticketId,
        Instant contactedAt,
        Way way,
        ContactResult result,
        @Nullable String note,
        UUID recordedBy,
        Instant recordedAt) {

    /** As it comes in. */
    record Told(
            UUID ticketId,
            Instant contactedAt,
            Way way,
            ContactResult result,
            @Nullable String note) {}

    static CitizenContact of(Told told, Command command) {
        return new CitizenContact(
                UuidCreator.getTimeOrderedEpoch(),
                told.ticketId(),
                told.contactedAt(),
                told.way(),
                told.result(),
                told.note(),
                command.officer().id(),
                command.now());
    }

    CitizenContact withoutNote() {
        return new CitizenContact(id, ticketId, contactedAt, way, result, null, recordedBy, recordedAt);
    }

    enum Way {
        PHONE,
        VISIT,
        MESSAGE,
        LETTER
    }
}
