package io.duban.supervision.matters;

import org.springframework.stereotype.Component;

/** The workflows of a matter, from its draft to its end. */
@Component
record MatterWork(MatterDrafting drafting, MatterApproval approval, NoticeIssuing issuing, MatterClosing closing) {}
