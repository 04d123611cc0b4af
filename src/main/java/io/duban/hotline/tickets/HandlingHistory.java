package io.duban.hotline.tickets;

import io.duban.platform.evidence.StoredFile;
import io.duban.platform.uploads.DeclaredFilesView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was reported, asked for, decided and handed in about one ticket, each kind oldest first.
 *
 * @param doubtfulFiles evidence with something to doubt about it; none for a unit that is judged by it
 */
record HandlingHistory(
        List<StageReport> stageReports,
        List<CoPart> parts,
        List<Shown> feedbacks,
        List<StoredFile> doubtfulFiles,
        List<TicketExtension> extensions,
        List<HardListing> hardListings,
        List<HardReview> hardReviews,
        List<Termination> terminations,
        List<UrgeRecord> urges) {

    /**
     * One hand-in as a reader sees it.
     *
     * @param toldCitizenWhat null where the citizen is masked for him
     * @param likeness null for a unit that is judged by it
     */
    record Shown(
            TicketFeedback feedback,
            @Nullable String toldCitizenWhat,
            @Nullable Double likeness,
            DeclaredFilesView files) {}
}
