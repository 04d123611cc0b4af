package io.duban.platform.uploads;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The piece of work a file becomes evidence of; often the one above the subject that named it, such as the inspection of a finding.
 *
 * @param subjectType its kind as events name it
 * @param subjectId what the stored file will belong to; the same picture handed in for another one is flagged
 * @param startedAt when the work began, to judge the device's time by; null when there is no such moment
 */
public record EvidenceTask(
        String subjectType, UUID subjectId, @Nullable Instant startedAt) {}
