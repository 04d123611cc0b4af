package io.duban.hotline.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.operations.LongOperation;
import io.duban.platform.operations.LongOperations;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Receives a file: whoever may send one, in the name of which system. What its rows say is asked of each row by itself. */
@Component
class Importing {

    private final ImportParser parser;
    private final ImportRows rows;
    private final LongOperations operations;

    Importing(ImportParser parser, ImportRows rows, LongOperations operations) {
        this.parser = parser;
        this.rows = rows;
        this.operations = operations;
    }

    /** A file as it came. */
    record Received(
            String mapping,
            @Nullable String sourceSystem,
            @Nullable String templateTitle,
            byte[] content) {}

    /**
     * Keeps the file and starts the operation.
     *
     * @throws Refusal {@code E_GEN_SCOPE} for anybody but a partner's system and the hotline's manager, {@code E_GEN_VALIDATION}, {@code E_WEB_TOO_LARGE}
     */
    Mono<Outcome<LongOperation>> start(Received received, Command command) {
        return Mono.fromSupplier(() -> {
            var officer = command.officer();
            var id = UuidCreator.getTimeOrderedEpoch();
            var file = new ImportFile(
                    id,
                    received.mapping(),
                    sourceSystem(received, officer),
                    received.templateTitle(),
                    officer.id(),
                    officer.unitId(),
                    received.content(),
                    command.now());
            var total = parser.parse(file, received.content()).size();
            var operation = LongOperation.started(id, ImportWork.KIND, total, officer.id(), command.now());
            return LongOperations.starting(operation).inserting(file);
        });
    }

    /** What became of the rows after one, in order; whoever did not send the file does not find it. */
    Mono<List<ImportRow>> report(UUID importId, long after, int limit, Officer officer) {
        return operations
                .find(importId)
                .filter(operation -> operation.kind().equals(ImportWork.KIND)
                        && operation.ownerId().equals(officer.id()))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(operation -> rows.page(importId, after, limit));
    }

    private static String sourceSystem(Received received, Officer officer) {
        var own = officer.sourceSystem();
        if (own == null && !officer.has(Role.HOTLINE_MANAGER)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "只有对接系统和热线办负责人可以批量导入工单。",
                    "Only a partner's system and the hotline's manager import tickets.");
        }
        if (own != null && received.sourceSystem() != null && !own.equals(received.sourceSystem())) {
            throw Refusal.invalid(
                    "sourceSystem",
                    "sourceSystem 须为贵方系统的标识 %s。".formatted(own),
                    "sourceSystem must be your own, %s.".formatted(own));
        }
        if (own == null && received.sourceSystem() == null) {
            throw Refusal.invalid("sourceSystem", "请写明文件来自哪个系统。", "Say which system the file comes from.");
        }
        return own != null ? own : received.sourceSystem();
    }
}
