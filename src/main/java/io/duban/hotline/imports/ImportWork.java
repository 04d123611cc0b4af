package io.duban.hotline.imports;

import io.duban.hotline.tickets.BulkIntake;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.operations.LongOperation;
import io.duban.platform.operations.LongOperations;
import io.duban.platform.problem.Refusal;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes files in, row by row, no faster than is allowed. Ticket and report of a row are one statement, and what has a report is done: so a killed instance's
 * file is gone on with by whoever finds that it is not held any more, and each row is taken once.
 */
@Component
class ImportWork {

    static final String KIND = "hotline.import";

    private static final String ACTION = "importHotlineTicket";
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final int BATCH = 50;

    private final LongOperations operations;
    private final ImportRows rows;
    private final ImportParser parser;
    private final BulkIntake intake;
    private final Commands commands;
    private final ImportThreads threads;
    private final ImportProperties limits;

    ImportWork(
            LongOperations operations,
            ImportRows rows,
            ImportParser parser,
            BulkIntake intake,
            Commands commands,
            ImportThreads threads,
            ImportProperties limits) {
        this.operations = operations;
        this.rows = rows;
        this.parser = parser;
        this.intake = intake;
        this.commands = commands;
        this.threads = threads;
        this.limits = limits;
    }

    /** One file that nobody works on, to its end; nothing when there is none. */
    Mono<Void> takeOneIn(UUID instance) {
        return rows.forgetContents()
                .then(operations.takeUp(KIND, instance, LEASE))
                .flatMap(operation -> rows.file(operation.id())
                        .flatMap(file -> rest(file)
                                .buffer(BATCH)
                                .concatMap(batch -> takeIn(batch, file, operation, instance))
                                .takeUntil(standing -> !standing.isHeldBy(instance))
                                .then(operations.finish(operation.id(), instance, rows.tally(operation.id())))))
                .then(rows.forgetContents())
                .then();
    }

    private Flux<ImportLine> rest(ImportFile file) {
        var content = Objects.requireNonNull(file.content());
        var lines = threads.parsed(() -> parser.parse(file, content));
        return Mono.zip(lines, rows.done(file.id()))
                .flatMapMany(found -> Flux.fromIterable(found.getT1())
                        .filter(line -> !found.getT2().contains(line.number())));
    }

    /** Emits how the operation stands after the batch. */
    private Mono<LongOperation> takeIn(
            Iterable<ImportLine> batch, ImportFile file, LongOperation operation, UUID instance) {
        return Flux.fromIterable(batch)
                .concatMap(line -> Mono.when(takeIn(line, file, operation), Mono.delay(limits.paceOfRow())))
                .then(operations.progress(operation.id(), instance, rows.tally(operation.id()), LEASE))
                .then(Mono.defer(() -> operations.find(operation.id())));
    }

    private Mono<Void> takeIn(ImportLine line, ImportFile file, LongOperation operation) {
        var sender = new BulkIntake.Sender(file.personId(), file.unitId(), file.sourceSystem());
        Mono<Outcome<?>> taken = line.refusal() != null || line.demand() == null
                ? Mono.error(Objects.requireNonNull(line.refusal()))
                : intake.take(line.demand(), sender, made -> ImportRow.taken(file.id(), line, made));
        var decided = rows.isDone(file.id(), line.number())
                .filter(done -> !done)
                .flatMap(open -> taken.onErrorResume(
                        Refusal.class,
                        refusal -> Mono.just(
                                Outcome.about(operation).inserting(ImportRow.refused(file.id(), line, refusal)))));
        return commands.unattended(ACTION, decided);
    }
}
