package io.duban.supervision.inspections;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.inspections.FieldInspectionStatus.*;
import static io.duban.supervision.inspections.InspectionMove.*;
import static io.duban.supervision.inspections.SampleInspections.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.matters.Brief;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of a field inspection with every move: what the table allows goes where it says, all else is refused. */
class InspectionMoveTests {

    private static final Map<FieldInspectionStatus, FieldInspectionStatus> WHEREVER_BEGUN = Map.of(
            ON_SITE, ON_SITE,
            RECORD_SUBMITTED, RECORD_SUBMITTED,
            CONFIRMED_BY_OBJECT, CONFIRMED_BY_OBJECT,
            OBJECT_DISAGREES, OBJECT_DISAGREES,
            CLOSED, CLOSED);

    private static final Map<InspectionMove, Map<FieldInspectionStatus, FieldInspectionStatus>> TABLE = Map.ofEntries(
            Map.entry(BEGIN, Map.of(PLANNED, ON_SITE)),
            Map.entry(CALL_OFF, Map.of(PLANNED, CLOSED)),
            Map.entry(ADD_FINDING, Map.of(ON_SITE, ON_SITE)),
            Map.entry(DECLARE_PHOTO, Map.of(ON_SITE, ON_SITE)),
            Map.entry(UPLOAD_PHOTO, Map.of(ON_SITE, ON_SITE)),
            Map.entry(ATTACH_PHOTO, WHEREVER_BEGUN),
            Map.entry(SUBMIT_RECORD, Map.of(ON_SITE, RECORD_SUBMITTED)),
            Map.entry(COUNTERSIGN, Map.of(ON_SITE, RECORD_SUBMITTED)),
            Map.entry(CONFIRM_RECORD, Map.of(RECORD_SUBMITTED, CONFIRMED_BY_OBJECT)),
            Map.entry(DISAGREE, Map.of(RECORD_SUBMITTED, OBJECT_DISAGREES)),
            Map.entry(CLOSE, Map.of(CONFIRMED_BY_OBJECT, CLOSED, OBJECT_DISAGREES, CLOSED)),
            Map.entry(CLOSE_UNANSWERED, Map.of(RECORD_SUBMITTED, CLOSED)),
            Map.entry(ACKNOWLEDGE_HAZARD, WHEREVER_BEGUN));

    @ParameterizedTest
    @MethodSource
    void everyMove(FieldInspectionStatus state, InspectionMove move) {
        var expected = TABLE.get(move).get(state);
        if (expected == null) {
            assertThatThrownBy(() -> take(file(state, move == COUNTERSIGN), move))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_ILLEGAL_STATE));
        } else {
            assertThat(take(file(state, move == COUNTERSIGN), move).status()).isEqualTo(expected);
        }
    }

    static Stream<Arguments> everyMove() {
        return Stream.of(FieldInspectionStatus.values())
                .flatMap(state -> Stream.of(InspectionMove.values()).map(move -> Arguments.of(state, move)));
    }

    @Test
    void theTableNamesEveryMove() {
        assertThat(TABLE.keySet()).containsExactlyInAnyOrder(InspectionMove.values());
    }

    @ParameterizedTest
    @EnumSource(InspectionMove.class)
    void noMoveIsInTheHandsOfAStranger(InspectionMove move) {
        var stranger = command(officer(URBAN, UNIT_LIAISON, HOTLINE_AGENT), 2);
        assertThatThrownBy(() -> move.check(move.from().iterator().next(), 2, stranger))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_SCOPE));
    }

    private static FieldInspection take(InspectionFile file, InspectionMove move) {
        var inspection = file.inspection();
        var id = inspection.id();
        return switch (move) {
            case BEGIN -> inspection.begin(start(id), inspector(0));
            case CALL_OFF -> inspection.callOff("改期", supervisor(2));
            case ADD_FINDING -> inspection.withFindings(List.of(), inspector(0));
            case DECLARE_PHOTO -> inspection.withDeclared(Set.of(), inspector(0));
            case UPLOAD_PHOTO, ATTACH_PHOTO -> inspection.withPhoto(move, inspector(0));
            case SUBMIT_RECORD -> submitted(inspection);
            case COUNTERSIGN -> file.countersign(answerBy(id), second(2)).inspection();
            case CONFIRM_RECORD -> inspection.answered(move, null, head(2));
            case DISAGREE -> inspection.answered(move, "水深没有测量", head(2));
            case CLOSE -> inspection.close(move, "已补测", supervisor(2));
            case CLOSE_UNANSWERED -> inspection.close(move, "两次电话催告", later(chief(2), Duration.ofDays(4)));
            case ACKNOWLEDGE_HAZARD -> inspection.acknowledgeHazard("已转公安", command(officer(OFFICE, DUTY_OFFICER), 0));
        };
    }

    private static FieldInspection submitted(FieldInspection inspection) {
        var record =
                new FieldWork.VisitRecord(UUID.randomUUID(), null, Set.of(UUID.randomUUID()), Set.of(), null, 1, null);
        return inspection
                .handIn(record, Ground.takesTwo(ground(Brief.Kind.ROUTINE).matter()), inspector(0))
                .submitted(ObjectAnswer.awaited(answerBy(inspection.id())), NOW);
    }
}
