package io.duban.supervision.matters;

import io.duban.platform.identity.Reach;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gets a matter with all that hangs on it. */
@Component
class MatterFiles {

    private final SupervisionMatters matters;
    private final SupervisionAssignments assignments;
    private final SupervisionNotices notices;
    private final FieldRecords inspections;

    MatterFiles(
            SupervisionMatters matters,
            SupervisionAssignments assignments,
            SupervisionNotices notices,
            FieldRecords inspections) {
        this.matters = matters;
        this.assignments = assignments;
        this.notices = notices;
        this.inspections = inspections;
    }

    /** The file, if its matter is in reach; else the refusal of something absent. */
    Mono<MatterFile> require(UUID matterId, Reach reach) {
        return matters.require(matterId, reach).flatMap(this::opened);
    }

    /** The file of a matter for work nobody commanded; empty where there is none. */
    Mono<MatterFile> find(UUID matterId) {
        return matters.findById(matterId).flatMap(this::opened);
    }

    /** The matter is read before its parts: whatever changes a part after that has moved the matter on, and the guard finds it. */
    private Mono<MatterFile> opened(SupervisionMatter matter) {
        return assignments
                .findByMatterId(matter.id())
                .collectList()
                .flatMap(parts -> notices.findByMatterId(matter.id())
                        .collectList()
                        .flatMap(issued -> inspections
                                .findByMatterIdOrderByBegunAt(matter.id())
                                .collectList()
                                .map(looked -> new MatterFile(matter, parts, issued, looked))));
    }
}
