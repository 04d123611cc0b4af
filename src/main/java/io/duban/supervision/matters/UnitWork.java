package io.duban.supervision.matters;

import org.springframework.stereotype.Component;

/** The workflows of one unit's part, from its receipt to the last word on it. */
@Component
record UnitWork(
        AssignmentFeedback feedback,
        FinalHandingIn handingIn,
        FinalReviewing reviewing,
        CoOpinionReturning coReturning,
        ReturnAsking returnAsking,
        ReturnDeciding returnDeciding,
        PartExtending extending,
        PartChasing chasing,
        PartEvaluating evaluating) {}
