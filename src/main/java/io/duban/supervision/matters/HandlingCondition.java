package io.duban.supervision.matters;

import io.duban.platform.commands.Command;
import reactor.core.publisher.Mono;

/**
 * What else must be so before a matter is handled, such as that its rectifications are done or have a date. Whoever keeps such things provides
 * a bean; all of them are asked.
 */
public interface HandlingCondition {

    /**
     * Completes when nothing stands against it.
     *
     * @param handled the file as it would be
     * @return the refusal of what is missing, as an error
     */
    Mono<Void> require(MatterFile handled, Command command);
}
