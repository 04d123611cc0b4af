package io.duban.platform.commands;

import io.duban.platform.todos.Assignee;
import org.jspecify.annotations.Nullable;

/**
 * What happens when a clock turns red: a to-do opens for whoever must act then, and closes when the clock is satisfied. Where nobody is found,
 * it is the office director's, so that what is overdue always lies on somebody's desk. Whoever comes second gets the same to-do when the clock
 * is still not satisfied one further warning period later: one working day for a rule of days, one working hour for a rule of working hours, an
 * hour or 30 minutes for a rule that runs day and night.
 *
 * @param action what is to be done, such as {@code URGE_SIGN_FOR}; of this escalation alone, not an action of the step itself
 * @param second null: there is no second level
 */
public record Escalation(
        String action, Assignee to, @Nullable Assignee second) {

    public static Escalation to(String action, Assignee assignee) {
        return new Escalation(action, assignee, null);
    }

    /** And who gets it when the first have not helped. */
    public Escalation then(Assignee assignee) {
        return new Escalation(action, to, assignee);
    }
}
