package io.duban.supervision.plans;

import io.duban.contract.InspectionPlanDto;
import io.duban.contract.InspectionPlanPageDto;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Zone;
import io.duban.platform.persistence.Binds;
import io.duban.platform.web.Cursors;
import io.duban.platform.web.Versions;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Plans as the contract shows them to one officer. */
@Component
class PlanReading {

    private static final String PAGE = """
            select id, version, year, title, status, created_at, changed_at,
                   (select count(*) from inspection_plan_entry e where e.plan_id = p.id and e.state = 'PLANNED') as entries
            from inspection_plan p
            where %s and (:year::int is null or year = :year)
              and (:lastAt::timestamptz is null or (created_at, id) < (:lastAt, :lastId))
            order by created_at desc, id desc limit :limit""".formatted(Zone.REACHES);

    private final PlanFiles files;
    private final DatabaseClient database;
    private final PlanMapper mapper;
    private final Cursors cursors;

    PlanReading(PlanFiles files, DatabaseClient database, PlanMapper mapper, Cursors cursors) {
        this.files = files;
        this.database = database;
        this.mapper = mapper;
        this.cursors = cursors;
    }

    /** A line of the list. */
    record Row(
            UUID id,
            long version,
            int year,
            String title,
            PlanStatus status,
            Instant createdAt,
            Instant changedAt,
            long entries) {}

    Mono<ResponseEntity<InspectionPlanDto>> one(UUID planId, Access access) {
        return files.require(planId, access.reach())
                .map(file ->
                        ResponseEntity.ok().eTag(Versions.etag(file.version())).body(dto(file, access)));
    }

    ResponseEntity<InspectionPlanDto> answer(PlanFile file, Command command) {
        var answer = file.version() == 1
                ? ResponseEntity.created(URI.create("/v1/inspection-plans/" + file.id()))
                : ResponseEntity.ok();
        return answer.eTag(Versions.etag(file.version())).body(dto(file, command.access()));
    }

    Mono<ResponseEntity<InspectionPlanPageDto>> page(
            @Nullable Integer year, int limit, @Nullable String cursor, ServerWebExchange exchange) {
        var access = Access.of(exchange);
        var person = access.officer().id().toString();
        var last = cursors.openPlace(cursor, person, exchange);
        return access.zone()
                .bindTo(database.sql(PAGE))
                .bind("year", Binds.nullable(year, Integer.class))
                .bind("lastAt", Binds.nullable(last.at(), Instant.class))
                .bind("lastId", Binds.nullable(last.id(), UUID.class))
                .bind("limit", limit + 1)
                .mapProperties(Row.class)
                .all()
                .collectList()
                .map(rows ->
                        cursors.page(rows, limit, row -> Cursors.Place.of(row.createdAt(), row.id()), person, exchange))
                .map(page -> ResponseEntity.ok(new InspectionPlanPageDto(
                                page.items().stream().map(mapper::toSummary).toList())
                        .nextCursor(page.nextCursor())));
    }

    private InspectionPlanDto dto(PlanFile file, Access access) {
        return mapper.toDto(PlanView.of(file, access.officer()));
    }
}
