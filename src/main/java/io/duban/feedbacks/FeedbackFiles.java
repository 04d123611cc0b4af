package io.duban.feedbacks;

import io.duban.platform.identity.Reach;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads complaints and suggestions with their answers, many in as many queries as one. */
@Component
class FeedbackFiles {

    private final Feedbacks feedbacks;
    private final FeedbackAnswers answers;

    FeedbackFiles(Feedbacks feedbacks, FeedbackAnswers answers) {
        this.feedbacks = feedbacks;
        this.answers = answers;
    }

    /** The file, if it is in reach; absent and out of reach are the same refusal. */
    Mono<FeedbackFile> require(UUID id, Reach reach) {
        return feedbacks
                .require(id, reach)
                .flatMap(feedback -> answered(List.of(feedback)))
                .map(files -> files.get(0));
    }

    /** The same files with their answers, in the same order. */
    Mono<List<FeedbackFile>> answered(List<Feedback> found) {
        return answers.findByFeedbackIdInOrderByRound(
                        found.stream().map(Feedback::id).toList())
                .collectMultimap(FeedbackAnswer::feedbackId)
                .map(given -> found.stream()
                        .map(feedback ->
                                new FeedbackFile(feedback, List.copyOf(given.getOrDefault(feedback.id(), List.of()))))
                        .toList());
    }
}
