package io.duban.platform.audit;

import io.duban.support.TestDatabase;

/** A chain of the audit trail with as many rows as a test wants, each as a command writes it, and somebody who has the owner's rights on them. */
final class WrittenChain {

    private final TestDatabase database;
    private final int chain;

    WrittenChain(TestDatabase database, int chain) {
        this.database = database;
        this.chain = chain;
    }

    WrittenChain add(int rows) {
        database.execute("""
                do $$
                declare
                    c     audit_chain;
                    text  text := '00000000-0000-0000-0000-000000000007|test|null|done|thing|00000000-0000-0000-0000-000000000007|1';
                begin
                    select * into c from audit_chain where chain = %1$d for update;
                    for i in 1..%2$d loop
                        c.prev_head := c.head;
                        c.length := c.length + 1;
                        c.head := sha256(c.prev_head || convert_to(audit_canonical(c.length, now(), text), 'UTF8'));
                        insert into audit_row (chain, seq, recorded_at, actor_id, client_id, action, subject_type, subject_id, subject_version, content,
                            prev_hash, hash)
                        values (c.chain, c.length, now(), '00000000-0000-0000-0000-000000000007', 'test', 'done', 'thing',
                            '00000000-0000-0000-0000-000000000007', 1, text, c.prev_head, c.head);
                    end loop;
                    update audit_chain set length = c.length, prev_head = c.prev_head, head = c.head, at = now() where chain = c.chain;
                end $$""".formatted(chain, rows));
        return this;
    }

    /** @param sql {@code $1} is the chain */
    void tamper(String sql) {
        database.execute("alter table audit_row disable trigger audit_append_only");
        database.execute("alter table audit_anchor disable trigger audit_append_only");
        // What lies in a partition has the trigger as well.
        database.execute("alter table audit_row_first disable trigger audit_append_only");
        database.execute(sql.replace("$1", Integer.toString(chain)));
    }
}
