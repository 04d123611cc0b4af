package io.duban.platform.identity;

import java.io.File;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the product for a first try where everything is, who can log in, and what to paste to see it live. */
@Component
@ConditionalOnProperty(name = "duban.welcome", matchIfMissing = true)
class Welcome {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private static final String TEXT = """


              督办 Duban is up.

              API            http://localhost:%1$d/v1
              API reference  http://localhost:%1$d/docs        contract: http://localhost:%1$d/openapi.yaml
              Log-in         %2$s        health: http://localhost:%4$d/actuator/health

              Demo people, password duban-demo for all of them:
                leader 区长 · deputy, deputy2 副区长 · director 办公室主任 · office-deputy 副主任 · registrar 文书
                handler 办文人员 · section-chief 科长 · reviewer 核稿员 · seal-keeper 监印员 · archivist 档案员
                supervision-chief 督查室主任 · supervisor 督查员 · inspector 现场督查员
                agent 受理员 · dispatcher 派单员 · hotline-auditor 审核员 · callback 回访员 · duty 值班员
                housing.|urban.|police.|health.|donghu.|water. + head 主要负责人, deputy 副职, liaison 联络员, handler 承办人
              Partner: client city-12345, secret city-12345-secret
              Open311: http://localhost:%1$d/open311/discovery.xml, api_key demo-open311-key

              Paste this to watch the hotline board live as the leader:

              curl -N "http://localhost:%1$d/v1/events?streams=me,hotline" -H "Authorization: Bearer $(%3$s leader%5$s)"
            """;

    private static final String USUAL_ISSUER = "http://localhost:9000";

    private final String issuer;
    private final int managementPort;
    private final String command;

    Welcome(@Value("${duban.identity.issuer}") String issuer, @Value("${management.server.port}") int managementPort) {
        this.issuer = issuer;
        this.managementPort = managementPort;
        this.command = tokenCommand(new ApplicationHome(Welcome.class).getSource());
    }

    private static String tokenCommand(@Nullable File source) {
        return source != null && source.isFile()
                ? "java -jar " + source.getName() + " token"
                : "java -cp target/classes io.duban.journey.Token";
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            log.info(TEXT.formatted(context.getWebServer().getPort(), issuer, command, managementPort, option()));
        }
    }

    private String option() {
        return issuer.equals(USUAL_ISSUER) ? "" : " --issuer=" + issuer;
    }
}
