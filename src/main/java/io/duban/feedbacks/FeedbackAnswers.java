package io.duban.feedbacks;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What the office answered. */
interface FeedbackAnswers extends Repository<FeedbackAnswer, UUID> {

    Flux<FeedbackAnswer> findByFeedbackIdInOrderByRound(Collection<UUID> feedbackIds);
}
