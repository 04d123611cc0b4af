package io.duban.hotline.tickets;

import io.duban.platform.evidence.StoredFile;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the tables of the units' work hold about one ticket. */
@Component
class HandlingRows {

    private final TicketStageReports stages;
    private final CoParts parts;
    private final TicketFeedbacks feedbacks;
    private final TicketExtensions extensions;
    private final HardListings listings;
    private final HardReviews reviews;
    private final Terminations terminations;
    private final UrgeRecords urges;

    HandlingRows(
            TicketStageReports stages,
            CoParts parts,
            TicketFeedbacks feedbacks,
            TicketExtensions extensions,
            HardListings listings,
            HardReviews reviews,
            Terminations terminations,
            UrgeRecords urges) {
        this.stages = stages;
        this.parts = parts;
        this.feedbacks = feedbacks;
        this.extensions = extensions;
        this.listings = listings;
        this.reviews = reviews;
        this.terminations = terminations;
        this.urges = urges;
    }

    Mono<List<TicketFeedback>> feedbacks(UUID ticketId) {
        return feedbacks.findByTicketIdOrderByAttempt(ticketId).collectList();
    }

    /** @param shown its feedbacks, as the reader may see them; {@code doubtful} what he may see of doubtful evidence */
    Mono<HandlingHistory> of(HotlineTicket ticket, List<HandlingHistory.Shown> shown, List<StoredFile> doubtful) {
        var id = ticket.id();
        return Mono.zip(
                        stages.findByTicketIdOrderByReportedAt(id).collectList(),
                        parts.findByTicketIdOrderByReportedAt(id).collectList(),
                        extensions.findByTicketIdOrderByAskedAt(id).collectList(),
                        listings.findByTicketIdOrderByProposedAt(id).collectList(),
                        reviews.findByTicketIdOrderByReviewedAt(id).collectList(),
                        terminations.findByTicketIdOrderByAskedAt(id).collectList(),
                        urges.findByTicketIdOrderByUrgedAt(id).collectList())
                .map(all -> new HandlingHistory(
                        all.getT1(),
                        all.getT2(),
                        shown,
                        doubtful,
                        all.getT3(),
                        all.getT4(),
                        all.getT5(),
                        all.getT6(),
                        all.getT7()));
    }
}
