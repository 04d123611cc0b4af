package io.duban.platform.commands;

import io.duban.platform.todos.Assignee;

/**
 * What happens when a clock turns red: a to-do opens for whoever must act then, and closes when the clock is satisfied. Where nobody is found,
 * it is the office director's, so that what is overdue always lies on somebody's desk.
 *
 * @param action what is to be done, such as {@code URGE_SIGN_FOR}; of this escalation alone, not an action of the step itself
 */
public record Escalation(String action, Assignee to) {

    public static Escalation to(String action, Assignee assignee) {
        return new Escalation(action, assignee);
    }
}
