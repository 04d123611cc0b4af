package io.duban.platform.audit;

import io.duban.platform.persistence.Statement;
import java.util.List;
import java.util.UUID;

/**
 * Writes who did what to which object. Sixteen chains by hash of the subject, so that no one lock serialises all commands; each row's hash
 * covers the row before it, so that a changed, removed or inserted row breaks its chain. Time never goes back in a chain, though a command may have
 * begun before the one it follows: so the older of two partitions has the first rows of every chain, and can leave with them.
 */
public final class AuditTrail {

    /** How many chains there are; fixed by the migration. */
    static final int CHAINS = 16;

    private AuditTrail() {}

    /**
     * Adds the audit row of a command to its statement.
     *
     * @param furtherIds whatever else it changed: the leader's words written on a paper, the matter made of them
     */
    public static void write(
            Statement statement,
            Deed deed,
            String subjectType,
            UUID subjectId,
            long subjectVersion,
            List<UUID> furtherIds) {
        var chain = statement.value(Math.floorMod(subjectId.hashCode(), CHAINS));
        var content = statement.value(deed.content(subjectType, subjectId, subjectVersion, furtherIds));
        statement.piece("chained", """
                update audit_chain set length = length + 1, prev_head = head, at = greatest(at, now()), head = sha256(head || convert_to(
                        audit_canonical(length + 1, greatest(at, now()), %2$s), 'UTF8'))
                where chain = %1$s returning chain, length, prev_head, head, at""".formatted(chain, content));
        statement.piece("audited", """
                insert into audit_row (chain, seq, recorded_at, actor_id, on_behalf_of, client_id, address, action, subject_type,
                        subject_id, subject_version, further_ids, content, prev_hash, hash)
                select chain, length, at, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, prev_head, head from chained""".formatted(
                        statement.value(deed.actorId()),
                        statement.value(deed.onBehalfOf(), UUID.class),
                        statement.value(deed.clientId()),
                        statement.value(deed.address(), String.class),
                        statement.value(deed.action()),
                        statement.value(subjectType),
                        statement.value(subjectId),
                        statement.value(subjectVersion),
                        statement.value(furtherIds.toArray(UUID[]::new)),
                        content));
    }
}
