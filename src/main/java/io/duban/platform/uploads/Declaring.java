package io.duban.platform.uploads;

import io.duban.platform.commands.Command;
import io.duban.platform.evidence.Intake;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Turns the declarations of a command into the rows that the command's own statement inserts. */
@Component
public class Declaring {

    /** The most files one finding, record or feedback may name. */
    public static final int MOST_OF_ONE_SUBJECT = 50;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final DeclaredFiles files;

    Declaring(DeclaredFiles files) {
        this.files = files;
    }

    /**
     * Checks what a command declares for its subject. What was declared before in the same words is left out, so that a command sent twice, in
     * pieces or out of order ends in the same rows.
     *
     * @param subjectType as the module's {@link EvidenceTaker} calls it
     * @param intake under which rules each of these files is received
     * @return the rows to insert, for {@code Outcome.inserting}; empty when there is nothing new. Refused:
     *     {@code E_GEN_IDEMPOTENCY_CONFLICT} (the id is another declaration's), {@code E_WEB_TOO_LARGE}, {@code E_GEN_VALIDATION} (hash, size,
     *     purpose of a photo, too many files)
     */
    public Mono<List<DeclaredFile>> declare(
            String subjectType, UUID subjectId, Intake intake, List<Declaration> declarations, Command command) {
        if (declarations.isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.fromCallable(() -> declarations.stream()
                        .map(declaration -> checked(declaration, intake))
                        .map(declaration -> DeclaredFile.of(declaration, subjectType, subjectId, intake, command))
                        .toList())
                .map(Declaring::each)
                .flatMap(declared -> files.findByIdIn(declared.keySet())
                        .collectMap(DeclaredFile::id)
                        .map(known -> unknown(declared, known)))
                .delayUntil(fresh -> files.countBySubjectId(subjectId).doOnNext(before -> requireFew(before, fresh)));
    }

    private static Map<UUID, DeclaredFile> each(List<DeclaredFile> declared) {
        return declared.stream()
                .collect(Collectors.toMap(DeclaredFile::id, Function.identity(), Declaring::requireSame));
    }

    private static List<DeclaredFile> unknown(Map<UUID, DeclaredFile> declared, Map<UUID, DeclaredFile> known) {
        known.values().forEach(before -> requireSame(before, declared.get(before.id())));
        return declared.values().stream()
                .filter(file -> !known.containsKey(file.id()))
                .toList();
    }

    private static DeclaredFile requireSame(DeclaredFile before, DeclaredFile now) {
        if (!before.saysTheSameAs(now)) {
            throw DeclaredFile.otherContent();
        }
        return before;
    }

    private static Declaration checked(Declaration declaration, Intake intake) {
        if (!SHA256.matcher(declaration.sha256()).matches()) {
            throw Refusal.invalid(
                    "/files/sha256", "sha256 须为 64 位小写十六进制。", "sha256 takes 64 hexadecimal digits in lower case.");
        }
        if (declaration.sizeBytes() < 1) {
            throw Refusal.invalid("/files/sizeBytes", "文件是空的。", "The file is empty.");
        }
        if (declaration.sizeBytes() > intake.limitBytes()) {
            var megabytes = intake.limitBytes() / (1024 * 1024);
            throw Refusal.of(
                    RefusalCode.E_WEB_TOO_LARGE,
                    "文件超过 " + megabytes + " MB 的上限。",
                    "The file is longer than " + megabytes + " MB.");
        }
        if (intake == Intake.PHOTO && declaration.purpose() == null) {
            throw Refusal.invalid("/files/purpose", "请说明照片的用途。", "Say what the photo is to show.");
        }
        return declaration;
    }

    private static void requireFew(long before, List<DeclaredFile> fresh) {
        if (before + fresh.size() > MOST_OF_ONE_SUBJECT) {
            throw Refusal.invalid(
                    "/files",
                    "一件事最多登记 " + MOST_OF_ONE_SUBJECT + " 个文件。",
                    "At most " + MOST_OF_ONE_SUBJECT + " files belong to one subject.");
        }
    }
}
