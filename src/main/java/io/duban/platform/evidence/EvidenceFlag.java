package io.duban.platform.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A doubt about a piece of evidence, for the person who judges it; it refuses nothing. */
public enum EvidenceFlag {
    /** The device's time is later than the server's, or more than 24 hours before the task began. */
    TIME_SUSPECT,
    /** The same bytes were already handed in for something else. */
    DUPLICATE_IMAGE,
    /** A picture that looks the same, in other bytes, was already handed in for something else. */
    NEAR_DUPLICATE_IMAGE;

    private static final Duration BEFORE_TASK = Duration.ofHours(24);

    static List<EvidenceFlag> of(ReceivedFile file, Submission submission, List<Likenesses.Likeness> likenesses) {
        var flags = new ArrayList<EvidenceFlag>();
        if (isTimeSuspect(file, submission)) {
            flags.add(TIME_SUSPECT);
        }
        if (likenesses.stream().anyMatch(Likenesses.Likeness::identical)) {
            flags.add(DUPLICATE_IMAGE);
        }
        if (likenesses.stream().anyMatch(likeness -> !likeness.identical())) {
            flags.add(NEAR_DUPLICATE_IMAGE);
        }
        return List.copyOf(flags);
    }

    private static boolean isTimeSuspect(ReceivedFile file, Submission submission) {
        var captured = submission.capturedAt();
        var start = submission.taskStart();
        return captured != null
                && (captured.isAfter(file.receivedAt())
                        || start != null && captured.isBefore(start.minus(BEFORE_TASK)));
    }
}
