package io.duban.support;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies on somebody's desk, to the last page: in a server that many tests share, one page is not all. */
public final class Desk {

    private Desk() {}

    /** As one page of everything, to be read by JSON path. */
    public static String of(int port, UUID person) {
        var phone = Phone.of(port, person);
        List<JsonNode> items = new ArrayList<>();
        var page = phone.get("/me/todos?limit=100").expect(200);
        page.body().get("items").forEach(items::add);
        while (!page.text("nextCursor").isEmpty()) {
            page = phone.get("/me/todos?limit=100&cursor=" + page.text("nextCursor"))
                    .expect(200);
            page.body().get("items").forEach(items::add);
        }
        var json = new JsonMapper();
        return json.createObjectNode()
                .set("items", json.createArrayNode().addAll(items))
                .toString();
    }
}
