package io.duban.supervision.notices;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What happens when the named units let their day pass. */
@ServerTest
class HearingClockTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void callsTheSignerWhenTheDayEndsWithoutEveryComment() throws SQLException {
        var overdue = new Overdue(port, database);
        var bulletin = overdue.phone(SUPERVISOR)
                .post("/supervision-bulletins", """
                        {"title": "通报", "text": "工作通报", "tone": "PRAISE", "namedUnitIds": ["%1$s"], "recipientUnitIds": ["%1$s"]}""".formatted(URBAN))
                .expect(201)
                .id();
        var path = "/supervision-bulletins/" + bulletin;
        overdue.step(SUPERVISOR, path, "submissions", "{}").expect(200);
        overdue.step(DIRECTOR, path, "hearings", "{}").expect(200);
        try (var connection = database.connect();
                var found = connection.createStatement().executeQuery("""
                                select escalation_action, escalation_roles[1], satisfied_at is null
                                from deadline where step = 'HEARING' and rule_id = 'BULLETIN_COMMENT' and subject_id = '%s'""".formatted(bulletin))) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo("SIGN_AFTER_HEARING");
            assertThat(found.getString(2)).isEqualTo("CHIEF_LEADER");
            assertThat(found.getBoolean(3)).as("running").isTrue();
        }
        overdue.step(SUPERVISION_CHIEF, path, "cancellations", "{\"reason\": \"不发\"}")
                .refused(403, "E_GEN_SCOPE");
        overdue.step(DIRECTOR, path, "cancellations", "{\"reason\": \"不发\"}").expect(200);
        assertThat(overdue.todos(URBAN_HEAD, path)).isEmpty();
        assertThat(overdue.lists(URBAN_HEAD, path))
                .as("dropped before it went out")
                .isFalse();
    }
}
