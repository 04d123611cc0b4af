package io.duban.hotline.figures;

import io.duban.platform.statistics.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How much each of the three rates weighs in the composite (三率综合): rows that the district changes from a day on. */
@Component
class RateWeights {

    private static final String VALID = """
            select response, resolution, satisfaction from hotline_rate_weights
            where valid_from <= :day order by valid_from desc limit 1""";

    private final DatabaseClient database;

    RateWeights(DatabaseClient database) {
        this.database = database;
    }

    /** Their sum is 1; the table takes no others. */
    record Weights(BigDecimal response, BigDecimal resolution, BigDecimal satisfaction) {

        /** Null when one of the rates has nothing to share. */
        @Nullable
        BigDecimal weigh(Rate ofResponse, Rate ofResolution, Rate ofSatisfaction) {
            if (ofResponse.denominator() == 0 || ofResolution.denominator() == 0 || ofSatisfaction.denominator() == 0) {
                return null;
            }
            return Rate.told(part(response, ofResponse)
                    .add(part(resolution, ofResolution))
                    .add(part(satisfaction, ofSatisfaction)));
        }

        private static BigDecimal part(BigDecimal weight, Rate rate) {
            return weight.multiply(BigDecimal.valueOf(rate.numerator()))
                    .divide(BigDecimal.valueOf(rate.denominator()), MathContext.DECIMAL128);
        }
    }

    /** Those that are valid on a day. */
    Mono<Weights> on(LocalDate day) {
        return database.sql(VALID).bind("day", day).mapProperties(Weights.class).one();
    }
}
