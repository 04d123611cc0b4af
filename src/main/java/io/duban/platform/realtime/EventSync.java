package io.duban.platform.realtime;

import io.duban.contract.EventBatchDto;
import io.duban.contract.OfficeEventDto;
import io.duban.contract.StreamNameDto;
import io.duban.platform.events.EventLog;
import io.duban.platform.events.LogPosition;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The events of the stream for clients that poll. The cursor also passes what was not for them, so they need not look at it again. */
@Component
class EventSync {

    private static final int PAGE = 500;
    private static final int MOST_SCANNED = 5000;

    private final Resumption resumption;
    private final EventLog log;
    private final Envelopes envelopes;
    private final Permissions permissions;
    private final StreamRules rules;

    EventSync(Resumption resumption, EventLog log, Envelopes envelopes, Permissions permissions, StreamRules rules) {
        this.resumption = resumption;
        this.log = log;
        this.envelopes = envelopes;
        this.permissions = permissions;
        this.rules = rules;
    }

    /** Where a client that has no cursor yet begins. */
    Mono<EventBatchDto> now() {
        return log.currentCursor().map(cursor -> new EventBatchDto(List.of(), cursor, false, false));
    }

    Mono<EventBatchDto> after(String since, Set<StreamNameDto> streams, int limit, Officer officer) {
        return resumption.from(since, "since").flatMap(start -> {
            if (start.reset() != null) {
                return Mono.just(new EventBatchDto(List.of(), start.cursor().toString(), true, false));
            }
            return new Scan(start, new Viewer(officer, streams, permissions), limit).run();
        });
    }

    /** One walk along the log, until the page is full, the log ends or it has been far enough. */
    private final class Scan {

        private final Tail tail;
        private final Viewer viewer;
        private final int limit;
        private final List<OfficeEventDto> found = new ArrayList<>();
        private LogPosition position;
        private int scanned;

        private Scan(Resumption.Start start, Viewer viewer, int limit) {
            this.tail = start.tail();
            this.position = start.position();
            this.viewer = viewer;
            this.limit = limit;
        }

        private Mono<EventBatchDto> run() {
            return log.after(position, rules.window(), PAGE).flatMap(page -> {
                for (var event : page) {
                    if (found.size() == limit) {
                        return answer(true);
                    }
                    position = event.position();
                    if (viewer.sees(event, FramedEvent.boardOf(event.subjectType()))) {
                        found.add(envelopes.toContract(event, tail.epoch()));
                    }
                }
                scanned += page.size();
                if (page.size() < PAGE) {
                    return answer(false);
                }
                return scanned < MOST_SCANNED ? run() : answer(true);
            });
        }

        private Mono<EventBatchDto> answer(boolean more) {
            return Mono.just(new EventBatchDto(found, tail.cursor(position).toString(), false, more));
        }
    }
}
