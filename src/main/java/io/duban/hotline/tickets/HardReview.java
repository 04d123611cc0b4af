package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A hard ticket was looked at again and stays on the list (复查). Never changed.
 *
 * @param reviewAt when it is looked at next
 */
@Table("hotline_hard_review")
record HardReview(
        @Id UUID id,
        UUID listingId,
        UUID ticketId,
        String words,
        Instant reviewAt,
        UUID reviewedBy,
        Instant reviewedAt) {

    /** As it comes in. */
    record Words(String words, LocalDate reviewOn) {}

    static HardReview of(HardListing listing, Words said, Command command) {
        return new HardReview(
                UuidCreator.getTimeOrderedEpoch(),
                listing.id(),
                listing.ticketId(),
                said.words(),
                OfficeDay.end(said.reviewOn()),
                command.officer().id(),
                command.now());
    }
}
