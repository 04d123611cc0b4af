package io.duban.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.journey.RequestFile.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestFileTests {

    private static final String HEADER =
            "Unique Key,Created Date,Closed Date,Agency,Agency Name,Complaint Type,Descriptor,"
                    + "Location Type,Incident Address,Intersection Street 1,Intersection Street 2,City,Latitude,Longitude\n";

    @TempDir
    private Path folder;

    @Test
    void makesATicketOfARow() throws IOException {
        var row = one(
                "26984072,12/25/2013 11:59:08 PM,12/26/2013 01:15:00 AM,NYPD,Police,Blocked Driveway,No Access,Street,"
                        + "952 EAST 58 STREET,,,BROOKLYN,40.63,-73.92");

        assertThat(row.about()).isEqualTo(new Order.About(1, "26984072"));
        assertThat(row.warnings()).isEmpty();
        assertThat(row.ticket())
                .containsEntry("sourceSystem", "CITY_12345")
                .containsEntry("sourceId", "26984072")
                .containsEntry("sourceVersion", 1)
                .containsEntry("demandType", "COMPLAINT")
                .containsEntry("categoryCode", "NYPD/Blocked Driveway")
                .containsEntry("title", "Blocked Driveway · No Access")
                .containsEntry("words", "Blocked Driveway; No Access; Police; Street")
                .containsEntry("receivedAt", "2013-12-25T23:59:08+08:00")
                .containsEntry(
                        "place",
                        Map.of(
                                "address",
                                "952 EAST 58 STREET, BROOKLYN",
                                "position",
                                Map.of("latitude", 40.63, "longitude", -73.92, "datum", "WGS_84")));
    }

    @Test
    void warnsOfARowClosedBeforeItWasCreated() throws IOException {
        var row = one("1,12/25/2013 11:00:00 PM,12/25/2013 10:59:59 PM,DOT,,Noise,,,A,,,,,");

        assertThat(row.warnings()).singleElement().asString().startsWith("closed before it was created");
        assertThat(row.ticket()).containsKey("receivedAt");
    }

    @Test
    void warnsOfARowClosedTheMomentItWasCreated() throws IOException {
        var row = one("1,12/25/2013 11:00:00 PM,12/25/2013 11:00:00 PM,DOT,,Noise,,,A,,,,,");

        assertThat(row.warnings()).singleElement().asString().startsWith("closed the moment it was created");
    }

    @Test
    void leavesOutWhatTheRowLacks() throws IOException {
        var row = one(",,,,,,,,,,,,,");

        assertThat(row.ticket())
                .containsOnlyKeys("sourceSystem", "sourceVersion", "channel", "demandType")
                .containsEntry("demandType", "HELP");
    }

    @Test
    void takesACrossingForAnAddress() throws IOException {
        var row = one("1,,,DOT,,Traffic Signal Condition,,,,WALTON AVE,175 ST E,BRONX,,");

        assertThat(row.ticket()).containsEntry("place", Map.of("address", "WALTON AVE / 175 ST E, BRONX"));
    }

    @Test
    void takesAPointWithoutAnAddress() throws IOException {
        var row = one("1,,,DOT,,Noise,,,,,,,40.5,-73.5");

        assertThat(row.ticket().get("place"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("position");
    }

    @Test
    void warnsOfUnreadableTimesAndPositions() throws IOException {
        var row = one("1,2013-12-25,13/45/2013 01:00:00 AM,DOT,,Noise,,,A,,,,north,-73.5");

        assertThat(row.warnings()).hasSize(3);
        assertThat(row.ticket()).doesNotContainKey("receivedAt").containsEntry("place", Map.of("address", "A"));
    }

    @Test
    void readsShortAndLongRowsAsFarAsTheyGo() throws IOException {
        var rows = read("1,12/25/2013 11:00:00 PM\n2,,,DOT,,Noise,,,A,,,,1,2,three,four\n");

        assertThat(rows.brokenOff()).isEmpty();
        assertThat(rows.rows()).hasSize(2);
        assertThat(rows.rows().get(0).ticket()).containsEntry("receivedAt", "2013-12-25T23:00:00+08:00");
    }

    @Test
    void keepsRowsThatRepeatAKey() throws IOException {
        assertThat(read("1,,,DOT,,Noise,,,A,,,,,\n1,,,DOT,,Noise,,,B,,,,,\n").rows())
                .extracting(row -> row.about().row())
                .containsExactly(1L, 2L);
    }

    @Test
    void readsAByteOrderMarkAndQuotedLines() throws IOException {
        var file = Files.writeString(
                folder.resolve("bom.csv"), "\uFEFF" + HEADER + "1,,,DOT,,\"Noise,\nloud\",,,A,,,,,\n");

        assertThat(new RequestFile(new RequestMapping("X"))
                        .read(file, 9)
                        .rows()
                        .get(0)
                        .ticket())
                .containsEntry("sourceId", "1")
                .containsEntry("title", "Noise,\nloud");
    }

    @Test
    void saysWhereAFileBreaksOff() throws IOException {
        assertThat(new RequestFile(new RequestMapping("X"))
                        .read(folder.resolve("none.csv"), 9)
                        .brokenOff())
                .contains("after row 0");
    }

    @Test
    void stopsAtTheLimit() throws IOException {
        assertThat(read("1,,,,,,,,,,,,,\n2,,,,,,,,,,,,,\n").rows()).hasSize(2);
        assertThat(new RequestFile(new RequestMapping("X"))
                        .read(folder.resolve("requests.csv"), 1)
                        .rows())
                .hasSize(1);
    }

    @Test
    void cutsLongTitles() throws IOException {
        assertThat(one("1,,,DOT,," + "N".repeat(200) + ",,,A,,,,,").ticket().get("title"))
                .asString()
                .hasSize(120)
                .endsWith("…");
    }

    @Test
    void sendsEveryFewRowsTwiceInARow() throws IOException {
        List<RequestRow> rows =
                read("1,,,,,,,,,,,,,\n2,,,,,,,,,,,,,\n3,,,,,,,,,,,,,\n").rows();

        assertThat(Tickets.withTwins(rows, 2))
                .extracting(row -> row.about().row())
                .containsExactly(1L, 2L, 2L, 3L);
        assertThat(Tickets.withTwins(rows, 0)).hasSize(3);
    }

    private RequestRow one(String row) throws IOException {
        return read(row + "\n").rows().get(0);
    }

    private Contents read(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("requests.csv"), HEADER + rows);
        return new RequestFile(new RequestMapping("CITY_12345")).read(file, Integer.MAX_VALUE);
    }
}
