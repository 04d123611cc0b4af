package io.duban.supervision.conclusions;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor writes: the facts, what they rest on, and a finding for each object.
 *
 * @param facts the general part, which every object reads
 */
record ConclusionDraft(String facts, List<Cited> evidence, List<Found> findings) {

    /** A record of the matter. */
    record Cited(ConclusionEvidence.Kind kind, UUID sourceId) {}

    /** @param hearing null while the object was not heard */
    record Found(UUID unitId, String finding, @Nullable Hearing hearing, List<Remedy> rectifications) {}

    /** Something to put right, and until when. */
    record Remedy(String what, Instant dueAt) {

        void requireAhead(Instant now, String pointer) {
            if (!dueAt.isAfter(now)) {
                throw Refusal.invalid(pointer, "整改时限须晚于现在。", "The date must lie ahead.");
            }
        }
    }

    /**
     * The parts of this round.
     *
     * @throws Refusal {@code E_GEN_VALIDATION} when objects and findings do not match one to one, for a record that is not of this matter, for a hearing
     *     at which this object did not speak, and for a date that is past
     */
    ConclusionFile written(InspectionConclusion conclusion, Sources sources, Instant now) {
        requireObjects(conclusion);
        var found = new ArrayList<ObjectFinding>();
        var items = new ArrayList<RectificationItem>();
        for (int i = 0; i < findings.size(); i++) {
            var pointer = "/findings/" + i;
            var one = findings.get(i);
            var heard = heard(one, sources, now, pointer + "/hearing");
            var finding = ObjectFinding.drafted(conclusion, one.unitId(), one.finding(), heard);
            found.add(finding);
            items.addAll(remedies(finding, one.rectifications(), now, pointer + "/rectifications/"));
        }
        return new ConclusionFile(conclusion, cited(conclusion, sources), found, items, List.of());
    }

    static List<RectificationItem> remedies(ObjectFinding finding, List<Remedy> remedies, Instant now, String pointer) {
        return IntStream.range(0, remedies.size())
                .mapToObj(i -> {
                    remedies.get(i).requireAhead(now, pointer + i + "/dueAt");
                    return RectificationItem.drafted(
                            finding, remedies.get(i).what(), remedies.get(i).dueAt());
                })
                .toList();
    }

    private void requireObjects(InspectionConclusion conclusion) {
        var units = new HashSet<UUID>();
        var once = findings.stream().allMatch(found -> units.add(found.unitId()));
        if (!once || !units.equals(conclusion.unitIds())) {
            throw Refusal.invalid("/findings", "须对每个督查对象各写一条结论。", "Give one finding for each object of the matter.");
        }
    }

    private List<ConclusionEvidence> cited(InspectionConclusion conclusion, Sources sources) {
        return IntStream.range(0, evidence.size())
                .mapToObj(i -> {
                    var cited = evidence.get(i);
                    var source = sources.find(cited.kind(), cited.sourceId())
                            .orElseThrow(() -> Refusal.invalid(
                                    "/evidence/" + i + "/sourceId",
                                    "证据不存在,或者不是本事项的材料。",
                                    "That record does not exist or is not of this matter."));
                    return new ConclusionEvidence(
                            UuidCreator.getTimeOrderedEpoch(),
                            conclusion.id(),
                            conclusion.round(),
                            i,
                            source.kind(),
                            source.id(),
                            source.unitId());
                })
                .toList();
    }

    private static Hearing heard(Found found, Sources sources, Instant now, String pointer) {
        var hearing = found.hearing();
        if (hearing == null || hearing.hearingKind() == null) {
            return Hearing.NONE;
        }
        if (hearing.hearingKind() == Hearing.Kind.RECORDED_HEARING) {
            return recorded(hearing, now, pointer);
        }
        var source = sources.hearing(hearing.hearingKind(), hearing.hearingSourceId(), found.unitId())
                .orElseThrow(() -> Refusal.invalid(
                        pointer + "/sourceId", "在这份材料中没有该督查对象的意见。", "This object does not speak in that record."));
        return new Hearing(hearing.hearingKind(), source.id(), null, source.at());
    }

    private static Hearing recorded(Hearing hearing, Instant now, String pointer) {
        var statement = hearing.hearingStatement();
        if (statement == null || statement.isBlank()) {
            throw Refusal.invalid(pointer + "/statement", "须记录督查对象的意见。", "Record what the object said.");
        }
        if (hearing.heardAt() == null || hearing.heardAt().isAfter(now)) {
            throw Refusal.invalid(pointer + "/heardAt", "须写明听取意见的时间,不能晚于现在。", "Say when; not in the future.");
        }
        return new Hearing(hearing.hearingKind(), null, statement, hearing.heardAt());
    }
}
