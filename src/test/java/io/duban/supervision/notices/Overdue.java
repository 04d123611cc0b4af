package io.duban.supervision.notices;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.duban.supervision.Caller;
import io.duban.supervision.MatterSteps;
import io.duban.support.Desk;
import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A matter whose host is overdue, and people with phones who write about it; every answer is held against the contract. */
final class Overdue {

    private final int port;
    private final TestDatabase database;
    private final MatterSteps matter;

    Overdue(int port, TestDatabase database) {
        this.port = port;
        this.database = database;
        this.matter = new MatterSteps(new Caller(port))
                .drafted("ROUTINE", false)
                .submitted()
                .approvedBy(DIRECTOR)
                .issued(true);
    }

    /** The host was due so many days ago, and the sweep has said so. Of 30, more than a few are working days in every season. */
    Overdue since(int days) {
        database.execute("""
                update deadline set current_due_at = now() - interval '%1$d days', warn_at = now() - interval '%1$d days 1 hour',
                    warned_at = now(), overdue_at = now()
                where subject_id = '%2$s' and step = 'HANDLE:%3$s'""".formatted(days, matterId(), URBAN));
        return this;
    }

    UUID matterId() {
        return UUID.fromString(matter.path().substring(matter.path().lastIndexOf('/') + 1));
    }

    String host() {
        return matter.host();
    }

    String coPart() {
        return matter.coPart();
    }

    MatterSteps matter() {
        return matter;
    }

    String part() {
        return matter.part(matter.host());
    }

    Phone phone(UUID person) {
        return Phone.of(port, person);
    }

    Answer chase(UUID person) {
        return phone(person).post(part() + "/chase-letters", "{\"words\": \"请于两日内办结并报结果\"}");
    }

    Answer card(String colour, UUID person) {
        return phone(person)
                .post(part() + "/warning-cards", "{\"colour\": \"%s\", \"reason\": \"逾期未办结\"}".formatted(colour));
    }

    /** A step of somebody on a paper as it stands now. */
    Answer step(UUID person, String paper, String step, String body) {
        return phone(person)
                .post(paper + "/" + step, see(SUPERVISION_CHIEF, paper).version(), body);
    }

    Answer see(UUID person, String paper) {
        return phone(person).get(paper);
    }

    List<String> todos(UUID person, String paper) {
        var id = paper.substring(paper.lastIndexOf('/') + 1);
        return JsonPath.read(Desk.of(port, person), "$.items[?(@.subjectId == '%s')].action".formatted(id));
    }

    /** Whether the person finds the paper in the list, which says the same as reading it by itself. */
    boolean lists(UUID person, String paper) {
        var collection = paper.substring(0, paper.lastIndexOf('/'));
        var id = paper.substring(paper.lastIndexOf('/') + 1);
        var items =
                phone(person).get(collection + "?limit=100").expect(200).body().get("items");
        var listed = StreamSupport.stream(items.spliterator(), false)
                .anyMatch(item -> item.get("id").asString().equals(id));
        assertThat(see(person, paper).status()).isEqualTo(listed ? 200 : 404);
        return listed;
    }

    static int number(Answer paper) {
        return Integer.parseInt(paper.text("number").replaceAll(".*〕|号", ""));
    }
}
