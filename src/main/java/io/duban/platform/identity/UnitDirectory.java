package io.duban.platform.identity;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks up units, and who holds which post there, for commands that hand something to all of them. */
@Component
public class UnitDirectory {

    private final DatabaseClient database;

    UnitDirectory(DatabaseClient database) {
        this.database = database;
    }

    /** A unit: its kind (domain 0.2) and its name in full. */
    public record Unit(UUID id, String kind, String name) {}

    /** A person by name. */
    public record Named(UUID id, String name) {}

    /** Those of these units that exist. */
    public Flux<Unit> units(Collection<UUID> ids) {
        return database.sql("select id, kind, name from organization where id = any($1) order by name, id")
                .bind(0, ids.toArray(UUID[]::new))
                .mapProperties(Unit.class)
                .all();
    }

    /** Those of these persons that exist. */
    public Flux<Named> persons(Collection<UUID> ids) {
        return database.sql("select id, name from person where id = any($1)")
                .bind(0, ids.toArray(UUID[]::new))
                .mapProperties(Named.class)
                .all();
    }

    /** Enabled persons who hold the role anywhere. */
    public Flux<UUID> holders(Role role) {
        return database.sql("""
                        select distinct person.id from post join person on person.id = post.person_id and person.enabled
                        where post.role = $1""")
                .bind(0, role.name())
                .map(row -> row.get(0, UUID.class))
                .all();
    }

    /** The leader in charge of the unit (分管领导); empty when nobody is. */
    public Mono<UUID> deputyInChargeOf(UUID unitId) {
        return database.sql("""
                        select p.leader_id from portfolio p join post on post.person_id = p.leader_id and post.role = 'DEPUTY_LEADER'
                        join person on person.id = p.leader_id and person.enabled
                        where p.organization_id = $1 order by p.leader_id limit 1""")
                .bind(0, unitId)
                .map(row -> row.get(0, UUID.class))
                .one();
    }

    /** Whether each of these units has an enabled holder of one of the roles. */
    public Mono<Boolean> allHave(Set<UUID> unitIds, Set<Role> anyOf) {
        return database.sql("""
                        select count(distinct post.organization_id) from post
                        join person on person.id = post.person_id and person.enabled
                        where post.role = any($2) and post.organization_id = any($1)""")
                .bind(0, unitIds.toArray(UUID[]::new))
                .bind(1, anyOf.stream().map(Role::name).toArray(String[]::new))
                .map(row -> row.get(0, Long.class))
                .one()
                .map(found -> found == unitIds.size());
    }
}
