package io.duban.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.LoggedEvents;
import io.duban.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

class EventLogTests {

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = new EventLog(DatabaseClient.create(database.connections()));

    @Test
    void holdsBackWhatCommitsBesideAnOpenTransaction() throws Exception {
        try (var slow = database.connect()) {
            slow.setAutoCommit(false);
            LoggedEvents.hotline("slow").write(slow);
            LoggedEvents.hotline("fast").write(database);

            log.after(LogPosition.START, 10)
                    .as(StepVerifier::create)
                    .assertNext(page -> assertThat(page).isEmpty())
                    .verifyComplete();

            slow.commit();
            log.after(LogPosition.START, 10)
                    .as(StepVerifier::create)
                    .assertNext(page ->
                            assertThat(page).extracting(LoggedEvent::title).containsExactly("slow", "fast"))
                    .verifyComplete();
        }
    }

    @Test
    void givesACursorWithNothingBeforeItOnItsWay() throws Exception {
        LoggedEvents.hotline("before").write(database);
        try (var slow = database.connect()) {
            slow.setAutoCommit(false);
            LoggedEvents.hotline("slow").write(slow);
            LoggedEvents.hotline("fast").write(database);
            var cursor = Cursor.parse(log.currentCursor().block()).orElseThrow();
            slow.commit();

            log.after(cursor.position(), 10)
                    .as(StepVerifier::create)
                    .assertNext(page ->
                            assertThat(page).extracting(LoggedEvent::title).containsExactly("slow", "fast"))
                    .verifyComplete();
        }
    }

    @Test
    void startsBeforeTheFirstEventOfAnEmptyLog() {
        log.currentCursor()
                .as(StepVerifier::create)
                .assertNext(cursor -> assertThat(cursor).endsWith(".0.0"))
                .verifyComplete();
    }

    @Test
    void knowsWhatNobodyCanHaveRead() {
        LoggedEvents.hotline("one").write(database);

        log.standing(new LogPosition(Long.MAX_VALUE / 2, 1))
                .as(StepVerifier::create)
                .assertNext(standing -> assertThat(standing.ahead()).isTrue())
                .verifyComplete();
        log.standing(LogPosition.START)
                .as(StepVerifier::create)
                .assertNext(standing -> {
                    assertThat(standing.ahead()).isFalse();
                    assertThat(standing.nextAt()).isPresent();
                })
                .verifyComplete();
    }

    @Test
    void readsTheNewestOldestFirst() {
        LoggedEvents.hotline("one").write(database);
        LoggedEvents.hotline("two").write(database);
        LoggedEvents.hotline("three").write(database);

        log.newest(2)
                .as(StepVerifier::create)
                .assertNext(
                        page -> assertThat(page).extracting(LoggedEvent::title).containsExactly("two", "three"))
                .verifyComplete();
    }
}
