package io.duban.supervision.inspections;

import static io.duban.supervision.inspections.SampleInspections.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.uploads.DeclaredFile;
import io.duban.supervision.matters.Brief;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** However the messages of one inspection are split, repeated and shuffled on their way, they end in the same state. */
class FieldWorkProperties {

    /** One thing the phone has in its queue. */
    private record Piece(
            FieldWork.@Nullable Found finding, @Nullable UUID photo, FieldWork.@Nullable VisitRecord record) {}

    /** All that is kept but for the server's own times and the count of the messages. */
    private record State(
            FieldInspectionStatus status,
            Mission mission,
            Team team,
            Visit visit,
            RecordSheet sheet,
            Danger danger,
            Set<UUID> participants,
            List<InspectionFinding> findings,
            Set<UUID> declared) {}

    @Property(tries = 1500)
    void anyPermutationDuplicationAndSplittingEndsInTheSameState(
            @ForAll @IntRange(min = 1, max = 6) int findings,
            @ForAll @IntRange(min = 0, max = 5) int photos,
            @ForAll boolean two,
            @ForAll boolean planned,
            @ForAll long seed) {
        var random = new Random(seed);
        var kind = two ? Brief.Kind.SPECIAL : Brief.Kind.ROUTINE;
        var plan = planned ? file(FieldInspectionStatus.PLANNED, false) : null;
        var id = plan == null ? UUID.randomUUID() : plan.id();
        var pieces = pieces(findings, photos, two, random);
        var ground = plan == null
                ? ground(kind)
                : new Ground(ground(kind).matter(), plan.inspection().mission().unitId());

        var whole = delivered(id, plan, List.of(pieces), ground);
        var sent = two && random.nextBoolean() ? withEarlierRecord(pieces) : pieces;
        var shuffled = delivered(id, plan, messages(sent, random), ground);

        assertThat(state(shuffled)).isEqualTo(state(whole));
        assertThat(whole.isWhole()).isTrue();
        assertThat(whole.inspection().status())
                .isEqualTo(two ? FieldInspectionStatus.ON_SITE : FieldInspectionStatus.RECORD_SUBMITTED);
        var signed = two ? signed(whole) : whole;
        var signedShuffled = two ? signed(shuffled) : shuffled;
        assertThat(state(signedShuffled)).isEqualTo(state(signed));
        assertThat(delivered(id, signed, messages(pieces, random), ground))
                .as("what comes when all is done changes nothing")
                .isEqualTo(signed);
    }

    @Property(tries = 300)
    void theSameIdWithAnotherContentIsRefusedWhereverItComes(
            @ForAll @IntRange(min = 1, max = 4) int findings, @ForAll long seed) {
        var random = new Random(seed);
        var id = UUID.randomUUID();
        var pieces = pieces(findings, 0, false, random);
        var ground = ground(Brief.Kind.ROUTINE);
        var here = delivered(id, null, messages(pieces, random), ground);
        var known = pieces.get(random.nextInt(findings)).finding();
        var other = new FieldWork.Found(
                known.id(), known.number(), known.standard(), known.result(), "改口", known.foundAt(), known.photoIds());
        conflicts(here, ground, new FieldWork(start(id), List.of(other), List.of(), null));
        var record = pieces.get(pieces.size() - 1).record();
        conflicts(
                here,
                ground,
                new FieldWork(
                        start(id),
                        List.of(),
                        List.of(),
                        new FieldWork.VisitRecord(
                                record.id(), record.madeAt(), record.findingIds(), record.photoIds(), "改口", 2, null)));
        conflicts(
                here,
                ground,
                FieldWork.beginning(
                        new FieldWork.Start(id, null, "另一处", start(id).position(), DEVICE)));
    }

    private static void conflicts(InspectionFile here, Ground ground, FieldWork work) {
        assertThatThrownBy(() -> Progress.of(work, here, List.of(), ground, answerBy(here.id()), inspector(0)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_IDEMPOTENCY_CONFLICT));
    }

    /** Findings, some with photos; the photos' declarations; and last the record that names them all. */
    private static List<Piece> pieces(int findings, int photos, boolean two, Random random) {
        var photoIds = new ArrayList<UUID>();
        for (int i = 0; i < photos; i++) {
            photoIds.add(UUID.randomUUID());
        }
        var pieces = new ArrayList<Piece>();
        var findingIds = new HashSet<UUID>();
        for (int i = 0; i < findings; i++) {
            var shown =
                    photoIds.stream().filter(photo -> random.nextInt(3) == 0).toList();
            var results = InspectionFinding.Result.values();
            var found = new FieldWork.Found(
                    UUID.randomUUID(),
                    i + 1,
                    "标准" + i,
                    results[random.nextInt(results.length)],
                    null,
                    DEVICE.plusSeconds(i),
                    Set.copyOf(shown));
            findingIds.add(found.id());
            pieces.add(new Piece(found, null, null));
        }
        photoIds.forEach(photo -> pieces.add(new Piece(null, photo, null)));
        pieces.add(new Piece(
                null,
                null,
                new FieldWork.VisitRecord(
                        UUID.randomUUID(),
                        DEVICE.plusSeconds(99),
                        findingIds,
                        Set.copyOf(photoIds),
                        "属实",
                        3,
                        two ? SECOND : null)));
        return pieces;
    }

    /** The author had said it otherwise first, and corrected it before anybody signed. */
    private static List<Piece> withEarlierRecord(List<Piece> pieces) {
        var all = new ArrayList<>(pieces);
        var record = pieces.get(pieces.size() - 1).record();
        all.add(new Piece(
                null,
                null,
                new FieldWork.VisitRecord(
                        UUID.randomUUID(),
                        DEVICE.plusSeconds(50),
                        record.findingIds(),
                        record.photoIds(),
                        "先前的说法",
                        1,
                        SECOND)));
        return all;
    }

    /** Every piece at least once, some of them again, in any order, cut into messages anywhere. */
    private static List<List<Piece>> messages(List<Piece> pieces, Random random) {
        var queue = new ArrayList<>(pieces);
        pieces.forEach(piece -> {
            if (random.nextInt(3) == 0) {
                queue.add(piece);
            }
        });
        Collections.shuffle(queue, random);
        var messages = new ArrayList<List<Piece>>();
        var message = new ArrayList<Piece>();
        for (var piece : queue) {
            if (piece.record() != null && message.stream().anyMatch(other -> other.record() != null)) {
                messages.add(List.copyOf(message));
                message.clear();
            }
            message.add(piece);
            if (random.nextInt(3) == 0) {
                messages.add(List.copyOf(message));
                message.clear();
            }
        }
        messages.add(List.copyOf(message));
        return messages;
    }

    private static InspectionFile delivered(
            UUID id, @Nullable InspectionFile before, List<List<Piece>> messages, Ground ground) {
        var file = before;
        var minute = 0;
        for (var message : messages) {
            var command = later(inspector(0), Duration.ofMinutes(minute++));
            file = Progress.of(
                            work(id, message),
                            file,
                            fresh(id, message, file, command.now()),
                            ground,
                            answerBy(id),
                            command)
                    .after();
        }
        return file;
    }

    private static FieldWork work(UUID id, List<Piece> message) {
        var findings = message.stream()
                .filter(piece -> piece.finding() != null)
                .map(Piece::finding)
                .toList();
        var record = message.stream()
                .map(Piece::record)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new FieldWork(start(id), findings, List.of(), record);
    }

    /** What the declarations of the message add, as {@code Declaring} finds it. */
    private static List<DeclaredFile> fresh(UUID id, List<Piece> message, @Nullable InspectionFile here, Instant now) {
        var known = here == null ? Set.<UUID>of() : Set.copyOf(here.declaredIds());
        return message.stream()
                .map(Piece::photo)
                .filter(photo -> photo != null && !known.contains(photo))
                .distinct()
                .map(photo -> photo(photo, id, now))
                .toList();
    }

    private static InspectionFile signed(InspectionFile file) {
        return file.countersign(answerBy(file.id()), second(file.version()));
    }

    private static State state(InspectionFile file) {
        var inspection = file.inspection();
        var visit = inspection.visit();
        var sheet = inspection.sheet();
        return new State(
                inspection.status(),
                inspection.mission(),
                inspection.team(),
                new Visit(
                        visit.place(),
                        visit.latitude(),
                        visit.longitude(),
                        visit.accuracyMetres(),
                        visit.datum(),
                        visit.startedAt(),
                        null),
                new RecordSheet(
                        sheet.recordId(),
                        sheet.recordMadeAt(),
                        null,
                        null,
                        sheet.findingIds(),
                        sheet.photoIds(),
                        sheet.objectStatement(),
                        sheet.peopleMet()),
                inspection.danger(),
                inspection.participantIds(),
                file.findings().stream()
                        .map(finding -> new InspectionFinding(
                                finding.id(),
                                finding.inspectionId(),
                                finding.number(),
                                finding.standard(),
                                finding.result(),
                                finding.note(),
                                finding.foundAt(),
                                DEVICE,
                                finding.photoIds()))
                        .toList(),
                new TreeSet<>(file.declaredIds()));
    }
}
