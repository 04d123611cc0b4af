package io.duban;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.duban.support.ProductClasses;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds inside the modules. Every rule is shown a class that breaks it, so that none can be empty. */
class ArchitectureTests {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("io.duban.planted.rules");

    private static final Map<String, ArchRule> RULES = Map.of(
            "servlet types stay inside the authorization server",
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.duban.platform.identity.server..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.servlet..", "org.springframework.web.servlet..", "org.apache.catalina.."),
            "controllers call no repository",
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Controller")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(org.springframework.data.repository.Repository.class),
            "nobody opens a transaction by himself: a command is one statement",
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.springframework.transaction.reactive.TransactionalOperator")
                    .orShould()
                    .beAnnotatedWith("org.springframework.transaction.annotation.Transactional"),
            "only the web layer knows HTTP status codes",
            noClasses()
                    .that(resideOutsideOfPackage("io.duban.platform.."))
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.springframework.http.HttpStatus")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.springframework.web.server.ResponseStatusException"),
            "names say what the work is",
            noClasses()
                    .that()
                    .haveNameNotMatching(".*(MapperImpl|Mapper.*Impl)$")
                    .should()
                    .haveNameMatching(".*(Impl|Utils?|Helper|Manager)$")
                    .orShould()
                    .haveNameMatching(".*\\.(Base|Abstract)[A-Z]\\w*$"),
            "a domain record makes no clock of its own",
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAssignableTo(Record.class)
                    .should(Rules.call(java.time.Instant.class, "now")),
            "nothing blocks in reactive code",
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.duban.journey..", "io.duban.platform.identity.server..")
                    // Runs on the main thread before anything is served, and waits for the database there.
                    .and()
                    .haveSimpleNameNotContaining("DatabasePreparation")
                    .should()
                    .callMethod(reactor.core.publisher.Mono.class, "block")
                    .orShould()
                    .callMethod(Thread.class, "sleep", long.class),
            "commands are run by Commands only: nobody else shields or retries a write",
            classes().that().haveSimpleName("Shield").should().notHaveModifier(JavaModifier.PUBLIC));

    @TestFactory
    Stream<DynamicTest> theProductKeepsTheRules() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> rule.getValue().allowEmptyShould(true).check(ProductClasses.ALL)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleCatchesAViolation() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(PLANTED).hasViolation())
                                .as("the planted class breaks the rule")
                                .isTrue()));
    }
}
