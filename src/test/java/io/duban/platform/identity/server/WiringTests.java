package io.duban.platform.identity.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/** How the servlet context hangs on the main application, and how little. */
class WiringTests {

    @TempDir
    private Path home;

    @Test
    void mainApplicationFindsOneConfiguration() {
        var scan = new ClassPathScanningCandidateComponentProvider(true);

        assertThat(scan.findCandidateComponents("io.duban.platform.identity.server"))
                .extracting("beanClassName")
                .containsExactly(AuthorizationServerConfiguration.class.getName());
    }

    @Test
    void servletTypesStayInThisPackage() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.duban");

        noClasses()
                .that()
                .resideOutsideOfPackage("io.duban.platform.identity.server")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.web.servlet..", "org.apache.catalina..")
                .check(classes);
    }

    @Test
    void serverStartsAndStopsWithTheApplication() {
        application().withPropertyValues("duban.identity.server.port=0").run(context -> {
            var server = context.getBean(AuthorizationServer.class);

            assertThat(server.isRunning()).isTrue();
            context.close();
            assertThat(server.isRunning()).isFalse();
        });
    }

    /** Spring Security's servlet part would wrap every subscriber in the process. */
    @Test
    void serverLeavesTheChainsOfOthersAlone() {
        application().withPropertyValues("duban.identity.server.port=0").run(context -> {
            var mine = new BaseSubscriber<Object>() {};
            var seen = new AtomicReference<CoreSubscriber<?>>();
            Publisher<Object> chain = new Mono<>() {
                @Override
                public void subscribe(CoreSubscriber<? super Object> subscriber) {
                    seen.set(subscriber);
                    Operators.complete(subscriber);
                }
            };

            chain.subscribe(mine);

            assertThat(context.getBean(AuthorizationServer.class).isRunning()).isTrue();
            assertThat(seen.get()).isSameAs(mine);
        });
    }

    @Test
    void serverCanBeSwitchedOff() {
        application()
                .withPropertyValues("duban.identity.server.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(AuthorizationServer.class));
    }

    @Test
    void settingOneClientLeavesTheOtherAsItIs() {
        var given = Map.of(
                "duban.identity.server.clients.duban-phone.redirect-uris[0]", "cn.district.app:/callback",
                "duban.identity.server.issuer", "https://login.district.gov.cn");
        var bound = new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("duban.identity.server", ServerProperties.class);

        assertThat(bound.port()).isEqualTo(9000);
        assertThat(bound.issuer()).isEqualTo(URI.create("https://login.district.gov.cn"));
        assertThat(bound.clients().get("duban-phone").redirectUris()).isEqualTo(List.of("cn.district.app:/callback"));
        assertThat(bound.clients().get("duban-desktop").redirectUris())
                .contains("http://localhost:8080/login/callback");
    }

    private ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withUserConfiguration(AuthorizationServerConfiguration.class)
                .withBean(JdbcConnectionDetails.class, () -> RunningServer.INSTANCE.connection)
                .withPropertyValues("duban.home=" + home);
    }
}
