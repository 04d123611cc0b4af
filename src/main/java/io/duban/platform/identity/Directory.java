package io.duban.platform.identity;

import io.duban.platform.persistence.Binds;
import io.duban.platform.problem.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks up units and posts that a command names. */
@Component
public class Directory {

    private final DatabaseClient database;

    Directory(DatabaseClient database) {
        this.database = database;
    }

    /** A unit of the district. */
    record Organization(
            UUID id,
            String kind,
            String name,
            String shortName,
            @Nullable UUID parentId) {}

    /** A person and the posts he holds. */
    record Person(UUID id, String name, UUID unitId, Set<Post> posts) {}

    Flux<Organization> organizations() {
        return database.sql("select id, kind, name, short_name, parent_id from organization order by name, id")
                .mapProperties(Organization.class)
                .all();
    }

    /** The ids of all units. */
    public Mono<Set<UUID>> unitIds() {
        return organizations().map(Organization::id).collect(Collectors.toSet());
    }

    /** Enabled persons by name; at a unit and in a role, if these are given. */
    Flux<Person> persons(@Nullable UUID unitId, @Nullable Role role) {
        return database.sql("""
                        select p.id, p.name, p.organization_id,
                               array(select role || ' ' || organization_id from post where person_id = p.id) as posts
                        from person p
                        where p.enabled and exists (select 1 from post where person_id = p.id
                              and ($1::uuid is null or organization_id = $1) and ($2::text is null or role = $2))
                        order by p.name, p.id""")
                .bind(0, Binds.nullable(unitId, UUID.class))
                .bind(1, Binds.nullable(role == null ? null : role.name(), String.class))
                .map(row -> new Person(
                        row.get("id", UUID.class),
                        row.get("name", String.class),
                        row.get("organization_id", UUID.class),
                        Post.parse(row.get("posts", String[].class))))
                .all();
    }

    /** Whether each of these units exists and has a liaison who can sign for what is sent there: else it would lie with nobody. */
    public Mono<Boolean> canAllSignFor(Set<UUID> unitIds) {
        return database.sql("""
                        select count(distinct post.organization_id) from post join person on person.id = post.person_id and person.enabled
                        where post.role = 'UNIT_LIAISON' and post.organization_id = any($1)""")
                .bind(0, unitIds.toArray(UUID[]::new))
                .map(row -> row.get(0, Long.class))
                .one()
                .map(found -> found == unitIds.size());
    }

    /** What these units and persons are called; whoever does not exist is left out. */
    public Mono<Map<UUID, String>> names(Set<UUID> ids) {
        return database.sql("""
                        select id, name from organization where id = any($1)
                        union all
                        select id, name from person where id = any($1)""")
                .bind(0, ids.toArray(UUID[]::new))
                .map(row -> Map.entry(row.get("id", UUID.class), row.get("name", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Whether the person is enabled and holds the role, at this unit if one is given. */
    public Mono<Boolean> holds(UUID personId, Role role, @Nullable UUID unitId) {
        return database.sql("""
                        select exists (select 1 from post join person on person.id = post.person_id and person.enabled
                            where person_id = $1 and role = $2 and ($3::uuid is null or post.organization_id = $3))""")
                .bind(0, personId)
                .bind(1, role.name())
                .bind(2, Binds.nullable(unitId, UUID.class))
                .map(row -> row.get(0, Boolean.class))
                .one();
    }

    /** Whether the unit is in the leader's portfolio (分管). */
    public Mono<Boolean> isInChargeOf(UUID leaderId, UUID unitId) {
        return database.sql("select exists (select 1 from portfolio where leader_id = $1 and organization_id = $2)")
                .bind(0, leaderId)
                .bind(1, unitId)
                .map(row -> row.get(0, Boolean.class))
                .one();
    }

    /** Who holds the role now, anywhere; empty where nobody does. */
    public Mono<Set<UUID>> holdersOf(Role role) {
        return database.sql(
                        "select distinct person_id from post join person on person.id = post.person_id and person.enabled where role = $1")
                .bind(0, role.name())
                .map(row -> row.get(0, UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** Who holds the role at this unit now; empty where nobody does. */
    public Mono<Set<UUID>> holdersAt(UUID unitId, Role role) {
        return persons(unitId, role)
                .filter(person -> person.posts().contains(new Post(role, unitId)))
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    /** The leaders in charge of these units (分管领导); empty where nobody is. */
    public Mono<Set<UUID>> leadersInChargeOf(Set<UUID> unitIds) {
        return database.sql("select distinct leader_id from portfolio where organization_id = any($1)")
                .bind(0, unitIds.toArray(UUID[]::new))
                .map(row -> row.get(0, UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** Completes when the person holds the role there; else {@code E_GEN_VALIDATION} at the pointer. */
    public Mono<Void> requirePost(UUID personId, Role role, @Nullable UUID unitId, String pointer) {
        return holds(personId, role, unitId)
                .flatMap(holds -> holds
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                pointer,
                                "所选人员不在相应岗位(%s)。".formatted(role),
                                "That person does not hold the post %s there.".formatted(role))));
    }
}
