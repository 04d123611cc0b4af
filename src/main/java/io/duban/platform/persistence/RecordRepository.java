package io.duban.platform.persistence;

import org.springframework.data.r2dbc.convert.R2dbcConverter;
import org.springframework.data.r2dbc.core.R2dbcEntityOperations;
import org.springframework.data.r2dbc.repository.support.SimpleR2dbcRepository;
import org.springframework.data.relational.repository.query.RelationalEntityInformation;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds a record by its id with a text that is made once. The general way builds the query as a tree and writes it out anew for each row that is looked up,
 * which every request does, and most commands do twice.
 */
class RecordRepository<T, ID> extends SimpleR2dbcRepository<T, ID> {

    private final DatabaseClient database;
    private final Class<T> type;
    private final RecordReader reader;
    private final String byId;

    RecordRepository(
            RelationalEntityInformation<T, ID> entity, R2dbcEntityOperations operations, R2dbcConverter converter) {
        super(entity, operations, converter);
        var id = converter
                .getMappingContext()
                .getRequiredPersistentEntity(entity.getJavaType())
                .getRequiredIdProperty();
        this.database = operations.getDatabaseClient();
        this.type = entity.getJavaType();
        this.reader = RecordReader.of(type);
        this.byId = "select * from %s where %s = $1"
                .formatted(
                        RecordWriter.quoted(entity.getTableName().getReference()),
                        RecordWriter.quoted(id.getColumnName().getReference()));
    }

    @Override
    public Mono<T> findById(ID id) {
        return Straight.on(
                database,
                "the row of an id",
                connection -> Flux.from(
                                connection.createStatement(byId).bind(0, id).execute())
                        .flatMap(found -> found.map((row, columns) -> type.cast(reader.read(row))))
                        .singleOrEmpty());
    }
}
