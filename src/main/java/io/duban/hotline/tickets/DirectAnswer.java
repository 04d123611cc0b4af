package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a citizen was answered on the telephone (即时答复).
 *
 * @param knowledgeItemId the item of the knowledge base (知识库) it was taken from, by the name it has there
 */
@Table("hotline_direct_answer")
record DirectAnswer(
        @Id UUID id, UUID ticketId, String answer, String knowledgeItemId, UUID answeredBy, Instant answeredAt) {

    static DirectAnswer of(UUID ticketId, String answer, String knowledgeItemId, Command command) {
        return new DirectAnswer(
                UuidCreator.getTimeOrderedEpoch(),
                ticketId,
                answer,
                knowledgeItemId,
                command.officer().id(),
                command.now());
    }
}
