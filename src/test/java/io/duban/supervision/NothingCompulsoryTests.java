package io.duban.supervision;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Pictures;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the notice to the strike-off without one photo, one place or one time of a device (domain D14, 0.11 (3)); what comes without them counts. */
@ServerTest
class NothingCompulsoryTests {

    @LocalServerPort
    int port;

    @Test
    void asksForNoPhotoAndNoPlaceAnywhere() {
        var caller = new Caller(port);
        var matter = new MatterSteps(caller)
                .drafted("ROUTINE", true)
                .submitted()
                .approvedBy(DIRECTOR)
                .issued(false)
                .signedFor()
                .handedIn()
                .accepted();
        var inspection = begun(caller, matter);
        var recorded = caller.post(
                INSPECTOR,
                inspection + "/records",
                "{\"peopleMet\": 0, \"findings\": [{\"standard\": \"路面平整\", \"result\": \"OK\"}]}",
                "\"1\"");
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(200);
        assertThat(caller.get(INSPECTOR, inspection + "/photos").<List<?>>at("$.items"))
                .isEmpty();
        assertThat(caller.get(INSPECTOR, inspection).body()).doesNotContain("position", "latitude");
        assertThat(matter.markHandled(SUPERVISION_CHIEF).<String>at("$.status")).isEqualTo("HANDLED");
        assertThat(matter.strikeOff(DEPUTY).<String>at("$.status")).isEqualTo("STRUCK_OFF");
    }

    @Test
    void takesAPhotoWithoutPlaceAndTimeAndFlagsNothing() {
        var caller = new Caller(port);
        var inspection = begun(
                caller,
                new MatterSteps(caller)
                        .drafted("SPECIAL", true)
                        .submitted()
                        .approvedBy(LEADER)
                        .issued(false));
        var taken = caller.upload(INSPECTOR, inspection + "/photos?purpose=AFTER", Pictures.fresh(), UUID.randomUUID());
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.<List<?>>at("$.flags")).isEmpty();
        assertThat(caller.get(INSPECTOR, inspection + "/photos").body())
                .doesNotContain("position", "latitude", "capturedAt");
    }

    private static String begun(Caller caller, MatterSteps matter) {
        var id = UUID.randomUUID();
        var begun = caller.post(
                INSPECTOR,
                matter.path() + "/field-inspections",
                "{\"id\": \"%s\", \"place\": \"东湖路12号\"}".formatted(id));
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        return "/field-inspections/" + id;
    }
}
