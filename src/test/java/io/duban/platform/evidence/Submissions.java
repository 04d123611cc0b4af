package io.duban.platform.evidence;

import java.time.Instant;
import java.util.UUID;

/** Submissions that differ in what a test is about. */
final class Submissions {

    static final UUID TASK = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID OFFICER = UUID.fromString("00000000-0000-7000-8000-0000000000a1");

    private Submissions() {}

    static Submission plain() {
        return of(TASK, null, null, null);
    }

    static Submission captured(Instant capturedAt, Instant taskStart) {
        return of(TASK, "现场.jpg", capturedAt, taskStart);
    }

    static Submission named(String fileName) {
        return of(TASK, fileName, null, null);
    }

    static Submission forTask(UUID task) {
        return of(task, null, null, null);
    }

    private static Submission of(UUID task, String fileName, Instant capturedAt, Instant taskStart) {
        var point = new CapturePoint(Samples.LATITUDE, Samples.LONGITUDE, 12.5, "GCJ-02");
        return new Submission(
                UUID.randomUUID(),
                OFFICER,
                "ticket",
                task,
                PhotoPurpose.AFTER,
                fileName,
                capturedAt,
                point,
                taskStart,
                null);
    }
}
