package io.duban.supervision.conclusions;

import org.springframework.stereotype.Component;

/** The workflows of a conclusion, from its draft to the last thing put right. */
@Component
record ConclusionWork(
        ConclusionDrafting drafting,
        ConclusionIssuing issuing,
        FindingReceiving receiving,
        ObjectionFiling filing,
        ObjectionReviewing reviewing,
        Rectifying rectifying) {}
