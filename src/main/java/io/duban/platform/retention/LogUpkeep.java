package io.duban.platform.retention;

import io.duban.platform.events.LogHold;
import io.duban.platform.persistence.OwnerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the logs in partitions: makes them ahead of time, so that every row has one, and takes off what is older than it is kept, the oldest first and
 * only when nobody needs it. Several instances may do it at once, of whom one does; who is cut off is gone on after by the next.
 */
@Component
class LogUpkeep {

    private static final Logger log = LoggerFactory.getLogger(LogUpkeep.class);

    private final OwnerDatabase owner;
    private final RetentionSettings settings;
    private final List<LogHold> holds;
    private final JsonMapper json;

    LogUpkeep(OwnerDatabase owner, RetentionSettings settings, List<LogHold> holds, JsonMapper json) {
        this.owner = owner;
        this.settings = settings;
        this.holds = holds;
        this.json = json;
    }

    /** Makes the partitions that are missing, on the thread that asks: nothing is to be written before they are there. */
    void prepare() throws Exception {
        owner.now(connection -> {
            makeAhead(new PartitionTables(connection));
            return true;
        });
    }

    /** One turn. */
    Mono<Boolean> run() {
        return Flux.fromIterable(holds)
                .concatMap(hold -> hold.neededSince().map(since -> new Need(hold.holder(), since)))
                .collectList()
                .flatMap(needs -> owner.use(connection -> turn(connection, needs)));
    }

    /**
     * @param since when the oldest event was recorded that is still needed
     */
    private record Need(String holder, Instant since) {}

    private boolean turn(Connection connection, List<Need> needs) throws Exception {
        var tables = new PartitionTables(connection);
        if (!tables.alone()) {
            return false;
        }
        makeAhead(tables);
        tables.finishDetaching();
        for (var kept : KeptLog.ALL) {
            detachOld(kept, tables, needs);
        }
        var archive = new PartitionArchive(connection, settings.archive(), json);
        archive.export();
        if (settings.drop()) {
            archive.drop();
        }
        tables.letOthers(); // now: the database ends our session only some time after whoever waits for us was told
        return true;
    }

    private void makeAhead(PartitionTables tables) throws SQLException {
        tables.makeAlone();
        var wanted = tables.now().plus(settings.ahead());
        for (var kept : KeptLog.ALL) {
            var attached = tables.attached(kept);
            var until = attached.get(attached.size() - 1).until();
            while (until.isBefore(wanted)) {
                var next = Partition.endAfter(until, settings.partitionMonths());
                tables.make(kept, until, next);
                until = next;
            }
        }
        tables.letOthers();
    }

    private void detachOld(KeptLog kept, PartitionTables tables, List<Need> needs) throws SQLException {
        var oldest = tables.now()
                .atOffset(ZoneOffset.UTC)
                .minus(kept.keeps(settings))
                .toInstant();
        var old = tables.attached(kept).stream()
                .filter(partition -> !partition.until().isAfter(oldest))
                .toList();
        for (var partition : old) {
            var holder = holder(partition, needs).or(() -> neededBy(partition, tables));
            if (holder.isPresent()) {
                log.warn("{} is old enough to leave, but needed by {}", partition.name(), holder.get());
                break;
            }
            tables.detach(partition);
            log.info("{} has left {}", partition.name(), kept.table());
        }
    }

    private static Optional<String> neededBy(Partition partition, PartitionTables tables) {
        try {
            return tables.neededBy(partition);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Optional<String> holder(Partition partition, List<Need> needs) {
        return partition.log() == KeptLog.AUDIT
                ? Optional.empty()
                : needs.stream()
                        .filter(need -> need.since().isBefore(partition.until()))
                        .map(Need::holder)
                        .findFirst();
    }
}
