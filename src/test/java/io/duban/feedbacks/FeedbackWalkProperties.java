package io.duban.feedbacks;

import static io.duban.platform.identity.Role.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.support.Someone;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whoever presses whatever, in whatever order: each answer is rated at most once, it is reopened at most once, and an end is an end. */
class FeedbackWalkProperties {

    private static final List<Officer> PEOPLE = List.of(
            Someone.at(Someone.OFFICE, UNIT_HANDLER),
            Someone.at(Someone.OFFICE, OFFICE_DIRECTOR),
            Someone.at(Someone.OFFICE, OFFICE_DEPUTY));

    @Property(tries = 2000)
    void endsAfterTwoAnswersAtMost(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 8) Integer> presses,
            @ForAll @IntRange(min = 0, max = 2) int author) {
        var file = Sample.file(FeedbackStatus.POSTED, PEOPLE.get(author));
        for (var press : presses) {
            var next = pressed(file, press);
            assertThat(next.version()).isIn(file.version(), file.version() + 1);
            if (file.feedback().status() == FeedbackStatus.CLOSED) {
                assertThat(next).isSameAs(file);
            }
            file = next;
            assertThat(file.answers())
                    .hasSizeLessThanOrEqualTo(2)
                    .noneMatch(answer ->
                            answer.answeredById().equals(PEOPLE.get(author).id()));
            var rated = file.answers().stream()
                    .map(FeedbackAnswer::rating)
                    .filter(Objects::nonNull)
                    .count();
            assertThat(file.feedback().status() == FeedbackStatus.CLOSED)
                    .isEqualTo(rated > 0
                            && rated == file.answers().size()
                            && file.feedback().status() != FeedbackStatus.REOPENED);
        }
    }

    private static FeedbackFile pressed(FeedbackFile file, int press) {
        var command = Someone.sees(PEOPLE.get(press / 3), file.version());
        try {
            return switch (press % 3) {
                case 0 -> file.answered("已改进", command);
                case 1 -> file.rated(Sample.SATISFIED, Sample.due(), command);
                default -> file.rated(Sample.DISSATISFIED, Sample.due(), command);
            };
        } catch (Refusal no) {
            return file;
        }
    }
}
