package io.duban.hotline.tickets;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.jobs.Job;
import io.duban.platform.persistence.Binds;
import io.duban.support.OneMatter;
import io.duban.support.ServerTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** Whatever becomes of a parent, none of its children is left without anybody who answers it. */
@ServerTest
class ChildFateTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    /** The parent in each of its states, with its result handed in or not; and where its child is after the upkeep. */
    @ParameterizedTest(name = "a parent {0}, {1}: its child {2}")
    @CsvSource({
        "RECEIVED, none, MERGED",
        "PENDING_DISPATCH, none, MERGED",
        "DISPATCHED, none, MERGED",
        "SIGNED, none, MERGED",
        "IN_PROGRESS, none, MERGED",
        "FEEDBACK_SUBMITTED, handed in, MERGED",
        "RETURN_REQUESTED, none, MERGED",
        "DISPUTED, none, MERGED",
        "SUSPENDED, none, MERGED",
        "REDO, handed in, MERGED",
        "PENDING_CALLBACK, handed in, PENDING_CALLBACK",
        "CLOSED, handed in, PENDING_CALLBACK",
        "ARCHIVED, handed in, PENDING_CALLBACK",
        "CLOSED, none, PENDING_DISPATCH",
        "CLOSED, upstream, PENDING_DISPATCH",
        "NOT_ACCEPTED, none, PENDING_DISPATCH",
        "TRANSFERRED_EMERGENCY, none, PENDING_DISPATCH",
        "TERMINATED, none, PENDING_DISPATCH",
        "WITHDRAWN, none, PENDING_DISPATCH",
    })
    void goesWhereItIsAnswered(HotlineTicketStatus parent, String result, HotlineTicketStatus child) {
        var matter = OneMatter.at(port, "{\"address\":\"东湖路9号\"}");
        var first = matter.dispatched(URBAN_BUREAU);
        var merged = matter.classified();
        matter.merge(merged, first).expect(200);
        database.sql("""
                        update hotline_ticket set status = $2, version = version + 1, closed_by_upstream = $3, feedback_by = $4
                        where id = $1""")
                .bind(0, first)
                .bind(1, parent.name())
                .bind(2, result.equals("upstream"))
                .bind(3, Binds.nullable(result.equals("none") ? null : URBAN_HEAD, UUID.class))
                .then()
                .block();
        upkeepOfTwoInstances();
        assertThat(matter.read(merged).text("status")).isEqualTo(child.name());
        if (child == HotlineTicketStatus.MERGED) {
            return;
        }
        var todo = child == HotlineTicketStatus.PENDING_CALLBACK ? "CALL_BACK" : "DISPATCH";
        assertThat(number(
                        "select count(distinct action) from todo where subject_id = $1 and closed_at is null and action = '"
                                + todo + "'",
                        merged))
                .isEqualTo(1);
        assertThat(number("select count(*) from deadline where subject_id = $1 and satisfied_at is null", merged))
                .isEqualTo(1);
        assertThat(number(
                        "select count(*) from event_log where subject_id = $1 and type in ('hotline.ticket.unmerged', 'hotline.ticket.followedParent')",
                        merged))
                .isEqualTo(1);
    }

    @Test
    void everyStateOfAParentIsDecided() {
        assertThat(ChildFate.decidingStates())
                .containsExactlyInAnyOrder(
                        "PENDING_CALLBACK",
                        "CLOSED",
                        "ARCHIVED",
                        "NOT_ACCEPTED",
                        "TRANSFERRED_EMERGENCY",
                        "TERMINATED",
                        "WITHDRAWN");
    }

    private void upkeepOfTwoInstances() {
        var upkeep = jobs.stream()
                .filter(job -> job.name().equals("the upkeep of merged tickets"))
                .findFirst()
                .orElseThrow();
        var one = CompletableFuture.runAsync(() -> upkeep.work().get().block());
        var two = CompletableFuture.runAsync(() -> upkeep.work().get().block());
        CompletableFuture.allOf(one, two).join();
    }

    private long number(String sql, UUID subject) {
        return database.sql(sql)
                .bind(0, subject)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
