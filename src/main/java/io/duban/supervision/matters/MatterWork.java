package io.duban.supervision.matters;

import org.springframework.stereotype.Component;

/** The workflows of a matter, from its draft to its end. */
@Component
record MatterWork(
        MatterDrafting drafting,
        MatterSubmitting submitting,
        MatterApproval approval,
        NoticeIssuing issuing,
        MatterClosing closing,
        MatterEnding ending) {}
