package io.duban.platform.jobs;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A piece of repeated work. It must be safe to run on several instances at once and to be cut off at any point.
 *
 * @param every the pause between the end of one run and the start of the next
 */
public record Job(String name, Duration every, Supplier<Mono<?>> work) {}
