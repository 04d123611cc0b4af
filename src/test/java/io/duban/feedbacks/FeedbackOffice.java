package io.duban.feedbacks;

import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** People of the demo district who complain, answer and rate over HTTP, and a look at what was written. */
record FeedbackOffice(int port, TestDatabase database) {

    static final String SATISFIED = "{\"rating\":\"SATISFIED\"}";
    static final String DISSATISFIED = "{\"rating\":\"DISSATISFIED\",\"words\":\"没有说到点子上\"}";
    static final String ANSWERED = "{\"text\":\"自下月起取消周报,改为系统自动汇总。\"}";

    static String words(String kind, String area, String text, boolean unnamed) {
        return "{\"kind\":\"%s\",\"area\":\"%s\",\"text\":\"%s\",\"unnamed\":%s}".formatted(kind, area, text, unnamed);
    }

    Phone at(UUID person) {
        return Phone.of(port, person);
    }

    Answer posted(UUID person, boolean unnamed) {
        return at(person)
                .post("/feedback", words("COMPLAINT", "BURDEN", "填报太多,重复上报", unnamed))
                .expect(201);
    }

    Answer answer(UUID person, UUID id, long seen) {
        return at(person).post("/feedback/" + id + "/answers", seen, ANSWERED);
    }

    Answer rate(UUID person, UUID id, long seen, String verdict) {
        return at(person).post("/feedback/" + id + "/ratings", seen, verdict);
    }

    String author(UUID reader, UUID id) {
        return at(reader).get("/feedback/" + id).expect(200).text("authorId");
    }

    List<UUID> desks(UUID subject, String action) throws SQLException {
        return ids(
                "select person_id from todo where subject_id = '%s' and action = '%s' and closed_at is null and on_behalf_of is null"
                        .formatted(subject, action));
    }

    long openDesks(UUID subject) throws SQLException {
        return number("select count(*) from todo where subject_id = '%s' and closed_at is null".formatted(subject));
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String text(String sql) throws SQLException {
        return column(sql).get(0);
    }

    List<UUID> ids(String sql) throws SQLException {
        return column(sql).stream().map(UUID::fromString).toList();
    }

    void execute(String sql) {
        database.execute(sql);
    }

    private List<String> column(String sql) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
