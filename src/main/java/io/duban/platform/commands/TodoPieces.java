package io.duban.platform.commands;

import io.duban.platform.audit.Deed;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Recusal;
import io.duban.platform.identity.Role;
import io.duban.platform.persistence.Statement;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The to-dos of an outcome, as pieces of its statement. A principal's to-do lies on the desk of his delegate too, as a copy that names him, and
 * is gone from there when it is gone from his own.
 */
final class TodoPieces {

    /** Which open to-do is the same one: so a copy never takes the place of what the delegate has to do himself. */
    static final String SAME = "(subject_id, action, person_id, on_behalf_of, clock_id) where closed_at is null";

    private TodoPieces() {}

    /**
     * Whose desks a command puts something on, as SQL to be appended to an array.
     *
     * @param ofAll all of them
     * @param ofDelegates those who got a copy; the subject itself does not name them
     */
    record Desks(String ofAll, String ofDelegates) {}

    static void write(Outcome<?> outcome, Deed deed, Statement statement) {
        close(outcome, deed, statement);
        EndPieces.closeTodos(outcome, deed, statement);
        clearRecused(outcome, deed, statement);
        open(outcome, deed.at(), statement);
        outcome.effects().cleared.forEach(desk -> clear(desk, deed, statement));
        outcome.effects().shared.forEach(desk -> share(desk, deed.at(), statement));
    }

    static Desks desksOf(Outcome<?> outcome, UUID subjectId) {
        var opened = IntStream.range(0, outcome.effects().opened.size())
                .filter(i -> outcome.effects().opened.get(i).subject().id().equals(subjectId))
                .boxed()
                .toList();
        if (opened.isEmpty()) {
            return new Desks("", "");
        }
        return new Desks(
                union(opened, "select person_id from holders_%1$d union select person_id from delegates_%1$d"),
                union(opened, "select person_id from delegates_%1$d"));
    }

    private static String union(Collection<Integer> opened, String one) {
        return opened.stream().map(one::formatted).collect(Collectors.joining(" union ", " || array(", ")"));
    }

    /** Done by whomever: the copy goes with the to-do it is a copy of. */
    private static void close(Outcome<?> outcome, Deed deed, Statement statement) {
        IntStream.range(0, outcome.effects().closed.size()).forEach(i -> {
            var closed = outcome.effects().closed.get(i);
            statement.piece("closed_" + i, """
                    update todo set closed_at = %1$s, closed_by = %2$s
                    where subject_id = %3$s and action = %4$s and closed_at is null%5$s""".formatted(
                            statement.value(deed.at()),
                            statement.value(deed.personId(), UUID.class),
                            statement.value(closed.subjectId()),
                            statement.value(closed.action()),
                            whose(closed, statement)));
        });
    }

    private static String whose(Effects.ClosedTodo closed, Statement statement) {
        var person = closed.person() == null
                ? ""
                : " and coalesce(on_behalf_of, person_id) = " + statement.value(closed.person());
        return closed.unit() == null
                ? person
                : person
                        + " and coalesce(on_behalf_of, person_id) in (select person_id from post where organization_id = %s)"
                                .formatted(statement.value(closed.unit()));
    }

    /** Whoever is kept away from a subject since it was put on his desk. */
    private static void clearRecused(Outcome<?> outcome, Deed deed, Statement statement) {
        var subjects = Stream.concat(Stream.of(outcome.subject()), outcome.effects().others.stream())
                .filter(subject ->
                        !Recusal.among(subject.audience().participants()).isEmpty())
                .toList();
        for (int i = 0; i < subjects.size(); i++) {
            var subject = subjects.get(i);
            statement.piece("recused_" + i, """
                    update todo set closed_at = %s where subject_id = %s and closed_at is null and is_recused(person_id, %s)""".formatted(
                            statement.value(deed.at()), statement.value(subject.id()), recused(subject, statement)));
        }
    }

    private static String recused(Subject subject, Statement statement) {
        return CommandStatement.ids(Recusal.among(subject.audience().participants()), statement);
    }

    /** The holders of a post, and their delegates, are looked up inside the statement: who it is at this moment. */
    private static void open(Outcome<?> outcome, Instant now, Statement statement) {
        IntStream.range(0, outcome.effects().opened.size()).forEach(i -> {
            var subject = outcome.effects().opened.get(i).subject();
            var order = outcome.effects().opened.get(i).order();
            var recused = recused(subject, statement);
            statement.piece(
                    "holders_" + i,
                    "select person_id from (%s) h where not is_recused(person_id, %s)"
                            .formatted(holders(order.assignee(), statement), recused));
            statement.piece("delegates_" + i, """
                    select m.delegate_id as person_id, m.principal_id from holders_%d h join live_mandate m on m.principal_id = h.person_id
                    where (m.unit_ids = '{}' or m.unit_ids && %s) and not is_recused(m.delegate_id, %s)""".formatted(
                            i, CommandStatement.ids(subject.audience().units(), statement), recused));
            statement.piece("opened_" + i, """
                    insert into todo (id, person_id, on_behalf_of, subject_type, subject_id, action, title, due_at, opened_at)
                    select gen_random_uuid(), person_id, principal_id, %s, %s, %s, %s, %s, %s
                    from (select person_id, null::uuid as principal_id from holders_%7$d union all table delegates_%7$d) desks
                    where %9$s
                    on conflict %8$s do update set due_at = excluded.due_at""".formatted(
                            statement.value(subject.subjectType()),
                            statement.value(subject.id()),
                            statement.value(order.action()),
                            statement.value(subject.title()),
                            statement.value(order.dueAt(), Instant.class),
                            statement.value(now),
                            i,
                            SAME,
                            EndPieces.afterTodos(outcome)));
        });
    }

    /**
     * The roles stand in the text, since every step opens for the same ones: of a value the planner knows nothing, takes a good part of all posts to be meant,
     * and reads every person there is.
     */
    private static String holders(Assignee assignee, Statement statement) {
        var named =
                "select unnest(%s::uuid[]) as person_id".formatted(CommandStatement.ids(assignee.persons(), statement));
        if (assignee.roles().isEmpty()) {
            return named;
        }
        var holders = """
                %s
                union
                select p.person_id from post p join person on person.id = p.person_id and person.enabled
                where p.role = any('{%s}')""".formatted(
                named, assignee.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")));
        return assignee.units().isEmpty()
                ? holders
                : holders
                        + " and p.organization_id = any(%s)"
                                .formatted(CommandStatement.ids(assignee.units(), statement));
    }

    /** What a principal has on his desk when a mandate begins; what a subject belongs to, its last event says. */
    private static void share(Effects.SharedDesk desk, Instant now, Statement statement) {
        statement.piece(
                "shared",
                DeskSharing.COPY.formatted(
                        """
                (values (%s::uuid, %s::uuid, %s::uuid[])) m (principal_id, delegate_id, unit_ids)""".formatted(
                                        statement.value(desk.principalId()),
                                        statement.value(desk.delegateId()),
                                        CommandStatement.ids(desk.unitIds(), statement)),
                        statement.value(now)));
    }

    private static void clear(Effects.SharedDesk desk, Deed deed, Statement statement) {
        statement.piece("cleared", """
                update todo set closed_at = %s, closed_by = %s where on_behalf_of = %s and person_id = %s and closed_at is null""".formatted(
                        statement.value(deed.at()),
                        statement.value(deed.personId(), UUID.class),
                        statement.value(desk.principalId()),
                        statement.value(desk.delegateId())));
    }
}
