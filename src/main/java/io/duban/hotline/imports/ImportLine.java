package io.duban.hotline.imports;

import io.duban.contract.TicketAcceptanceDto;
import io.duban.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A row of a file as a demand, or why it is none; exactly one of {@code demand} and {@code refusal} is there. */
record ImportLine(
        long number,
        @Nullable String sourceId,
        @Nullable TicketAcceptanceDto demand,
        @Nullable Refusal refusal) {}
