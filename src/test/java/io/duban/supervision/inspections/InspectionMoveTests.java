package io.duban.supervision.inspections;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.matters.SampleMatters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of a field inspection with every move: what the table allows goes where it says, all else is refused. */
class InspectionMoveTests {

    private static final UUID INSPECTOR = UUID.randomUUID();

    private static final Map<InspectionMove, Map<FieldInspectionStatus, FieldInspectionStatus>> TABLE = Map.of(
            InspectionMove.UPLOAD_PHOTO,
            Map.of(FieldInspectionStatus.ON_SITE, FieldInspectionStatus.ON_SITE),
            InspectionMove.SUBMIT_RECORD,
            Map.of(FieldInspectionStatus.ON_SITE, FieldInspectionStatus.RECORD_SUBMITTED),
            InspectionMove.ACKNOWLEDGE_HAZARD,
            Map.of(FieldInspectionStatus.RECORD_SUBMITTED, FieldInspectionStatus.RECORD_SUBMITTED));

    @ParameterizedTest
    @MethodSource
    void everyMove(FieldInspectionStatus state, InspectionMove move) {
        var expected = TABLE.get(move).get(state);
        if (expected == null) {
            assertThatThrownBy(() -> take(inspection(state), move))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_ILLEGAL_STATE));
        } else {
            assertThat(take(inspection(state), move).status()).isEqualTo(expected);
        }
    }

    static Stream<Arguments> everyMove() {
        return Stream.of(FieldInspectionStatus.values())
                .flatMap(state -> TABLE.keySet().stream().map(move -> Arguments.of(state, move)));
    }

    private static FieldInspection inspection(FieldInspectionStatus status) {
        return new FieldInspection(
                UUID.randomUUID(),
                2,
                UUID.randomUUID(),
                "路面塌陷",
                status,
                "东湖路",
                FieldInspection.Position.NONE,
                INSPECTOR,
                null,
                NOW,
                null,
                true,
                null,
                null,
                Set.of(URBAN),
                Set.of(INSPECTOR));
    }

    private static FieldInspection take(FieldInspection inspection, InspectionMove move) {
        var inspector = command(officer(INSPECTOR, OFFICE, FIELD_SUPERVISOR), 2);
        return switch (move) {
            case UPLOAD_PHOTO -> inspection.withPhoto(inspector);
            case SUBMIT_RECORD -> inspection.submitRecord(List.of(), null, 1, inspector);
            case ACKNOWLEDGE_HAZARD -> inspection.acknowledgeHazard(command(officer(OFFICE, DUTY_OFFICER), 0));
        };
    }
}
