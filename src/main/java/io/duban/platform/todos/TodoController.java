package io.duban.platform.todos;

import io.duban.contract.TodoDto;
import io.duban.contract.TodoPageDto;
import io.duban.contract.TodosApi;
import io.duban.platform.identity.Access;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.MappingRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What waits for me. */
@RestController
class TodoController implements TodosApi {

    private static final String NO_DATE = "-";

    private final TodoDesk desk;
    private final TodoMapper mapper;
    private final Cursors cursors;
    private final Clock clock;

    TodoController(TodoDesk desk, TodoMapper mapper, Cursors cursors, Clock clock) {
        this.desk = desk;
        this.mapper = mapper;
        this.cursors = cursors;
        this.clock = clock;
    }

    @Override
    public Mono<ResponseEntity<TodoPageDto>> listMyTodos(Integer limit, String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var me = access.actor().id();
        var principal = access.mandate() == null ? null : access.officer().id();
        var last = cursors.open(cursor, reader(me, principal), exchange);
        var lastDue = last.map(position -> position.get(0))
                .filter(due -> !due.equals(NO_DATE))
                .map(Instant::parse);
        var lastId = last.map(position -> UUID.fromString(position.get(1)));
        var now = clock.instant();
        return desk.waitingFor(me, principal, lastDue.orElse(null), lastId.orElse(null), limit + 1)
                .collectList()
                .map(todos -> cursors.page(todos, limit, TodoController::position, reader(me, principal), exchange))
                .map(page -> ResponseEntity.ok(new TodoPageDto(page.items().stream()
                                .map(todo -> mapper.toDto(todo, todo.light(now)))
                                .toList())
                        .nextCursor(page.nextCursor())));
    }

    /** A cursor made for one principal is no good for another, nor for himself. */
    private static String reader(UUID me, @Nullable UUID principal) {
        return principal == null ? me.toString() : me + " " + principal;
    }

    private static List<String> position(TodoDesk.Todo todo) {
        return List.of(
                todo.dueAt() == null ? NO_DATE : todo.dueAt().toString(),
                todo.id().toString());
    }

    @Mapper(config = MappingRules.class)
    interface TodoMapper {
        TodoDto toDto(TodoDesk.Todo todo, io.duban.platform.calendar.AlertLight light);
    }
}
