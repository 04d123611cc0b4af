package io.duban.hotline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.contract.DemandTypeDto;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** A file of another system becomes demands by a mapping that is data. */
class ColumnMappingTests {

    private static final String NEW_YORK = """
            Unique Key,Created Date,Agency,Agency Name,Complaint Type,Descriptor,Location Type,Incident Address,Intersection Street 1,Intersection Street 2,Landmark,City,Latitude,Longitude
            26984072,12/25/2013 11:59:08 PM,NYPD,New York City Police Department,Blocked Driveway,No Access,Street/Sidewalk,952 EAST 58 STREET,,,,BROOKLYN,40.63,-73.92
            26984073,12/25/2013 01:00:00 AM,HPD,Housing,HEATING,HEAT,,,BROADWAY,5 AVENUE,,,,
            26984074,yesterday,HPD,Housing,HEATING,HEAT,,1 STREET,,,,,,
            """;

    private final ImportParser parser = new ImportParser(
            new Mappings(new JsonMapper()),
            new ImportProperties(100, 3, DataSize.ofMegabytes(1), Duration.ofSeconds(1)));

    @Test
    void newYorksRequestsAreUnderstood() {
        var lines = parse("nyc311", NEW_YORK);
        var first = lines.get(0).demand();
        assertThat(first.getSourceId()).isEqualTo("26984072");
        assertThat(first.getDemandType()).isEqualTo(DemandTypeDto.COMPLAINT);
        assertThat(first.getTitle()).isEqualTo("Blocked Driveway · No Access");
        assertThat(first.getCategoryCode()).isEqualTo("NYPD/Blocked Driveway");
        assertThat(first.getReceivedAt()).isEqualTo(OffsetDateTime.parse("2013-12-25T23:59:08+08:00"));
        assertThat(first.getPlace().getAddress()).isEqualTo("952 EAST 58 STREET, BROOKLYN");
        assertThat(first.getPlace().getPosition().getLatitude()).isEqualTo(40.63);
        var second = lines.get(1).demand();
        assertThat(second.getDemandType()).isEqualTo(DemandTypeDto.HELP);
        assertThat(second.getPlace().getAddress()).isEqualTo("BROADWAY / 5 AVENUE");
        assertThat(second.getPlace().getPosition()).isNull();
    }

    @Test
    void aRowThatIsNotUnderstoodIsRefusedAlone() {
        var lines = parse("nyc311", NEW_YORK);
        assertThat(lines.get(2).demand()).isNull();
        assertThat(lines.get(2).refusal().pointer()).isEqualTo("/receivedAt");
    }

    @Test
    void aTextThatIsTooLongIsCutBetweenCharacters() {
        var mapping = new ColumnMapping(
                null,
                null,
                Map.of(
                        "title",
                        new ColumnMapping.Member(null, List.of(List.of("Title")), null, null, null, null, null, 4)));
        assertThat(mapping.text("title", Map.of("Title", "一二\uD840\uDC0B三四"))).isEqualTo("一二…");
        assertThat(mapping.text("title", Map.of("Title", "一二三四五"))).isEqualTo("一二三…");
    }

    @Test
    void aFileWithWhatNoTextHoldsIsRefusedWhole() {
        assertThatThrownBy(() -> parse("nyc311", NEW_YORK.replace("HEATING", "HEA\0TING")))
                .satisfies(fault -> assertThat(((Refusal) fault).code()).isEqualTo(RefusalCode.E_GEN_VALIDATION));
    }

    @Test
    void aFileThatIsTooLongOrNoneIsRefusedWhole() {
        assertThatThrownBy(() -> parse(
                        "nyc311",
                        NEW_YORK + NEW_YORK.lines().skip(1).findFirst().orElseThrow()))
                .satisfies(refused(RefusalCode.E_WEB_TOO_LARGE));
        assertThatThrownBy(() -> parse("nyc311", "")).satisfies(refused(RefusalCode.E_GEN_VALIDATION));
        assertThatThrownBy(() -> parser.parse(file("nyc311"), new byte[] {'a', '\n', (byte) 0xff}))
                .satisfies(refused(RefusalCode.E_GEN_VALIDATION));
        assertThatThrownBy(() -> parse("elsewhere", NEW_YORK)).satisfies(refused(RefusalCode.E_GEN_VALIDATION));
    }

    private List<ImportLine> parse(String mapping, String csv) {
        return parser.parse(file(mapping), csv.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportFile file(String mapping) {
        return new ImportFile(
                new UUID(1, 1), mapping, "nyc", null, new UUID(2, 2), new UUID(3, 3), null, Instant.EPOCH);
    }

    private static java.util.function.Consumer<Throwable> refused(RefusalCode code) {
        return fault -> assertThat(((Refusal) fault).code()).isEqualTo(code);
    }
}
