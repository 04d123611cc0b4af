package io.duban.supervision.notices;

import io.duban.platform.commands.ClockCopy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every paper shows until when its present step is due, and a bulletin until when the units it names are heard. */
@Configuration(proxyBeanMethods = false)
class PaperClockCopies {

    private static final String PAPER = """
            update %1$s p set version = p.version + 1, due_at = m.due_at
            from moves m
            where m.subject_type = '%2$s' and p.id = m.subject_id and p.due_at = m.due_before
            returning p.id as subject_id""";

    private static final String BULLETIN = """
            update supervision_bulletin p set version = p.version + 1, due_at = m.due_at,
                hearing_until = case when p.hearing_until = m.due_before then m.due_at else p.hearing_until end
            from moves m
            where m.subject_type = 'supervision.bulletin' and p.id = m.subject_id and p.due_at = m.due_before
            returning p.id as subject_id""";

    @Bean
    ClockCopy chaseLetterClockCopy() {
        return ClockCopy.of(PAPER.formatted("supervision_chase_letter", ChaseLetter.SUBJECT_TYPE));
    }

    @Bean
    ClockCopy cardClockCopy() {
        return ClockCopy.of(PAPER.formatted("supervision_card", WarningCard.SUBJECT_TYPE));
    }

    @Bean
    ClockCopy talkClockCopy() {
        return ClockCopy.of(PAPER.formatted("supervision_talk_notice", TalkNotice.SUBJECT_TYPE));
    }

    @Bean
    ClockCopy transferClockCopy() {
        return ClockCopy.of(PAPER.formatted("supervision_clue_transfer", ClueTransfer.SUBJECT_TYPE));
    }

    @Bean
    ClockCopy bulletinClockCopy() {
        return ClockCopy.of(BULLETIN);
    }
}
