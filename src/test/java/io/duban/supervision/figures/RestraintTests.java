package io.duban.supervision.figures;

import static io.duban.supervision.figures.Figures.assertRate;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Repetitions the office spared units, and how much of its work was planned, on histories written by hand. */
@ServerTest
class RestraintTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Test
    void countsEachRefusedSubmissionOnce() {
        var draft = PastMatter.of(database);
        found(draft, "INTERCEPTED", "2011-12-05T02:00:00Z");
        found(draft, "INTERCEPTED", "2011-12-05T02:00:00Z"); // the same refusal names two matters
        found(draft, "INTERCEPTED", "2011-12-06T02:00:00Z");
        found(draft, "JUSTIFIED", "2011-12-07T02:00:00Z");
        found(draft, "INTERCEPTED", "2012-01-05T02:00:00Z");
        var december = Figures.of(port, DemoDistrict.DIRECTOR, "2011-12-01", "2012-01-01");
        assertThat(december.of("sup.duplicatesBlocked").get("count").asLong()).isEqualTo(2);
        assertThat(Figures.of(port, DemoDistrict.URBAN_HEAD, "2011-12-01", "2012-01-01")
                        .has("sup.duplicatesBlocked"))
                .isFalse();
    }

    @Test
    void comparesWhatWasPlannedWithAllThatWasIssued() {
        planned(issued("2014-12-05T02:00:00Z"));
        issued("2014-12-06T02:00:00Z");
        issued("2014-12-31T15:59:59Z");
        planned(issued("2014-12-31T16:00:00Z"));
        assertRate(adherence("2014-12-01", "2015-01-01"), 1, 3, "0.3333");
        assertRate(adherence("2015-01-01", "2015-02-01"), 1, 1, "1");
        assertRate(adherence("2015-02-01", "2015-03-01"), 0, 0, null);
    }

    private JsonNode adherence(String from, String to) {
        return Figures.of(port, DemoDistrict.LEADER, from, to)
                .of("sup.planAdherence")
                .get("rate");
    }

    private PastMatter issued(String at) {
        var matter = PastMatter.of(database);
        matter.host(DemoDistrict.URBAN_BUREAU);
        return matter.notice("SUPERVISION_NOTICE", at);
    }

    private void found(PastMatter draft, String outcome, String at) {
        database.execute("""
                insert into supervision_duplicate (id, matter_id, matched_id, outcome, likeness, same_place, at)
                values (gen_random_uuid(), '%s', '%s', '%s', 0.9, false, '%s')""".formatted(draft.id(), PastMatter.of(database).id(), outcome, at));
    }

    private void planned(PastMatter matter) {
        var plan = UUID.randomUUID();
        var entry = UUID.randomUUID();
        database.execute("""
                insert into inspection_plan (id, version, year, title, status, drafted_by_id, created_at, changed_at)
                values ('%s', 1, 2014, '题', 'APPROVED', '%s', '2014-01-05T02:00:00Z', '2014-01-05T02:00:00Z')""".formatted(plan, DemoDistrict.SUPERVISOR));
        database.execute("""
                insert into inspection_plan_entry (id, version, plan_id, kind, subject, scope, object_unit_ids, planned_on, lead_id, state)
                values ('%s', 1, '%s', 'SPECIAL', '题', '范围', '{}', '2014-12-01', '%s', 'PLANNED')""".formatted(entry, plan, DemoDistrict.SUPERVISOR));
        database.execute(
                "update supervision_matter set plan_entry_id = '%s' where id = '%s'".formatted(entry, matter.id()));
    }
}
