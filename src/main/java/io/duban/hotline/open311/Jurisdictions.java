package io.duban.hotline.open311;

import io.duban.platform.problem.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** For whom this server speaks. A client may leave it out where there is only one (GeoReport v2). */
@Component
class Jurisdictions {

    private final List<String> served;

    Jurisdictions(Open311Settings settings) {
        this.served = settings.jurisdictions();
    }

    /**
     * The one that is meant.
     *
     * @throws Refusal {@code E_GEN_VALIDATION} when one had to be named, {@code E_WEB_NOT_FOUND} for one that is not served here
     */
    String of(Parameters said) {
        var named = said.text("jurisdiction_id");
        if (named.isEmpty() && served.size() > 1) {
            throw Refusal.invalid("jurisdiction_id", "缺少参数 jurisdiction_id。", "jurisdiction_id was not provided.");
        }
        return named.map(this::known).orElseGet(() -> served.get(0));
    }

    private String known(String id) {
        if (!served.contains(id)) {
            throw Refusal.notFound();
        }
        return id;
    }
}
