package io.duban.supervision.matters;

import io.duban.contract.SupervisionAssignmentHistoryDto;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.evidence.StoredFiles;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.uploads.DeclaredFileReading;
import io.duban.platform.uploads.DeclaredFilesView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All that was handed in, asked, decided and said about one unit's part: for that unit and the office, not for other units of the matter. */
@Component
class HistoryReading {

    private final MatterFiles files;
    private final SupervisionMatters matters;
    private final FinalFeedbacks finals;
    private final ReturnRequests returns;
    private final ExtensionRequests extensions;
    private final ChaseRecords chases;
    private final SystemChases system;
    private final Evaluations evaluations;
    private final DeclaredFileReading uploads;
    private final StoredFiles stored;
    private final Permissions permissions;
    private final AssignmentHistoryMapper mapper;

    HistoryReading(
            MatterFiles files,
            SupervisionMatters matters,
            FinalFeedbacks finals,
            ReturnRequests returns,
            ExtensionRequests extensions,
            ChaseRecords chases,
            SystemChases system,
            Evaluations evaluations,
            DeclaredFileReading uploads,
            StoredFiles stored,
            Permissions permissions,
            AssignmentHistoryMapper mapper) {
        this.files = files;
        this.matters = matters;
        this.finals = finals;
        this.returns = returns;
        this.extensions = extensions;
        this.chases = chases;
        this.system = system;
        this.evaluations = evaluations;
        this.uploads = uploads;
        this.stored = stored;
        this.permissions = permissions;
        this.mapper = mapper;
    }

    /**
     * The history, each kind oldest first.
     *
     * @param doubtfulFiles evidence with something to doubt about it; none for the unit itself, which is judged by it
     * @param system what the clocks reminded of by themselves
     */
    record History(
            List<Final> finals,
            List<StoredFile> doubtfulFiles,
            List<ReturnRequest> returns,
            List<ExtensionRequest> extensions,
            List<ChaseRecord> chases,
            List<SystemChases.Said> system,
            List<Evaluation> evaluations) {}

    /**
     * One hand-in.
     *
     * @param files what it names as evidence, and what of it has come
     * @param resembles the result it reads like, where the reader may see that one too; else null
     */
    record Final(
            FinalFeedback feedback,
            DeclaredFilesView files,
            @Nullable FinalFeedback resembles) {}

    Mono<SupervisionAssignmentHistoryDto> of(UUID matterId, UUID assignmentId, Access access) {
        return part(matterId, assignmentId, access)
                .flatMap(part -> finals(part, access).flatMap(handedIn -> history(part, handedIn, access)))
                .map(mapper::toDto);
    }

    /** The part, for whoever reads what was said between its unit and the office; {@code E_GEN_SCOPE} for others. */
    Mono<SupervisionAssignment> part(UUID matterId, UUID assignmentId, Access access) {
        return files.require(matterId, access.reach())
                .map(file -> admitted(file, file.assignment(assignmentId), access));
    }

    private SupervisionAssignment admitted(MatterFile file, SupervisionAssignment part, Access access) {
        if (MatterView.isMasked(file.matter(), access.officer(), permissions)
                || !part.posts().admit(access.officer())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "办理过程只供承办单位和督查人员查看。",
                    "The history is for the unit and those who supervise.");
        }
        return part;
    }

    private Mono<History> history(SupervisionAssignment part, List<Final> handedIn, Access access) {
        var id = part.id();
        return Mono.zip(
                        returns.findByAssignmentIdOrderByAskedAt(id).collectList(),
                        extensions.findByAssignmentIdOrderByAskedAt(id).collectList(),
                        chases.findByAssignmentIdOrderByChasedAt(id).collectList(),
                        system.of(part).collectList(),
                        evaluations.findByAssignmentIdOrderByRound(id).collectList(),
                        doubtful(part, access))
                .map(all -> new History(
                        handedIn, all.getT6(), all.getT1(), all.getT2(), all.getT3(), all.getT4(), all.getT5()));
    }

    private Mono<List<StoredFile>> doubtful(SupervisionAssignment part, Access access) {
        return part.posts().include(access.officer())
                ? Mono.just(List.of())
                : stored.findBySubjectIdOrderByReceivedAt(part.id())
                        .filter(file -> !file.flags().isEmpty())
                        .collectList();
    }

    private Mono<List<Final>> finals(SupervisionAssignment part, Access access) {
        return finals.findByAssignmentIdOrderByAttempt(part.id())
                .collectList()
                .flatMap(all -> resembled(all, access)
                        .flatMap(seen -> uploads.ofAll(
                                        all.stream().map(FinalFeedback::id).toList())
                                .map(named -> all.stream()
                                        .map(one -> new Final(
                                                one,
                                                named.getOrDefault(one.id(), DeclaredFilesView.NONE),
                                                seen.get(one.resemblesId())))
                                        .toList())));
    }

    /** Those in the reader's reach, by their ids. */
    private Mono<Map<UUID, FinalFeedback>> resembled(List<FinalFeedback> all, Access access) {
        var ids = all.stream()
                .map(FinalFeedback::resemblesId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Mono.fromSupplier(HashMap::new);
        }
        return finals.findByIdIn(ids)
                .filterWhen(other -> matters.findById(other.matterId())
                        .map(matter -> access.reach().covers(matter.unitIds(), matter.participantIds())))
                .collectMap(FinalFeedback::id);
    }
}
