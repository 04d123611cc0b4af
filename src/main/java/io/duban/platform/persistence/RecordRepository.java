package io.duban.platform.persistence;

import io.r2dbc.spi.Row;
import java.lang.reflect.Array;
import java.util.Map;
import java.util.Set;
import org.springframework.data.r2dbc.convert.R2dbcConverter;
import org.springframework.data.r2dbc.core.R2dbcEntityOperations;
import org.springframework.data.r2dbc.repository.support.SimpleR2dbcRepository;
import org.springframework.data.relational.repository.query.RelationalEntityInformation;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.Assert;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds a record by its id, together with all others of its table that are looked for in the same moment, with a text that is made once. Every request looks up
 * a row and most commands do twice: alone, each would pay the pool, the driver and the database for a statement of its own, which is dearer than its row.
 */
class RecordRepository<T, ID> extends SimpleR2dbcRepository<T, ID> {

    private final DatabaseClient database;
    private final Class<T> type;
    private final Class<ID> idType;
    private final RecordReader reader;
    private final String idColumn;
    private final String byIds;
    private final Gathered<ID, Mono<T>> gathered = new Gathered<>(this::read);

    RecordRepository(
            RelationalEntityInformation<T, ID> entity, R2dbcEntityOperations operations, R2dbcConverter converter) {
        super(entity, operations, converter);
        this.database = operations.getDatabaseClient();
        this.type = entity.getJavaType();
        this.idType = entity.getIdType();
        this.reader = RecordReader.of(type);
        this.idColumn = converter
                .getMappingContext()
                .getRequiredPersistentEntity(type)
                .getRequiredIdProperty()
                .getColumnName()
                .getReference();
        // Not any($1): that is planned anew each time, since for an array it cannot see the planner takes ten ids for
        // granted.
        this.byIds = "select * from %s where %s = any(array(select unnest($1)))"
                .formatted(RecordWriter.quoted(entity.getTableName().getReference()), RecordWriter.quoted(idColumn));
    }

    @Override
    public Mono<T> findById(ID id) {
        Assert.notNull(id, "a record is not found by no id");
        return gathered.of(id).flatMap(found -> found);
    }

    private Mono<Map<ID, Mono<T>>> read(Set<ID> ids) {
        return Straight.on(
                database,
                "the rows of some ids",
                connection -> Flux.from(connection
                                .createStatement(byIds)
                                .bind(0, ids.toArray(none()))
                                .execute())
                        .flatMap(found -> found.map((row, columns) -> Map.entry(id(row), record(row))))
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @SuppressWarnings("unchecked")
    private ID[] none() {
        return (ID[]) Array.newInstance(idType, 0);
    }

    private ID id(Row row) {
        return row.get(idColumn, idType);
    }

    /** One that cannot be read fails for those who look for it, and for nobody whose row came with it. */
    private Mono<T> record(Row row) {
        try {
            return Mono.just(type.cast(reader.read(row)));
        } catch (RuntimeException unreadable) {
            return Mono.error(unreadable);
        }
    }
}
