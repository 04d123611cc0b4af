package io.duban.platform.todos;

import io.duban.platform.identity.Officer;
import io.duban.platform.statistics.Board;
import io.duban.platform.statistics.Figure;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** How much waits for me, on the first screen. */
@Component
class TodoFigures implements Board {

    private final TodoDesk desk;

    TodoFigures(TodoDesk desk) {
        this.desk = desk;
    }

    @Override
    public Flux<Figure> figures(Officer officer, Instant now) {
        return desk.countFor(officer.id())
                .map(count -> new Figure("todos.open", count))
                .flux();
    }
}
