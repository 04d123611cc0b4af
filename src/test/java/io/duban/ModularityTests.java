package io.duban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Who may import whom. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(DubanApplication.class);

    @Test
    void everyModuleImportsOnlyWhatItMay() {
        MODULES.verify();
    }

    @Test
    void everyFolderOfWorkIsAModule() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .contains("home", "hotline", "platform.commands", "platform.events", "platform.realtime", "contract");
    }

    @Test
    void aModuleThatReachesSidewaysIsCaught() {
        var planted = ApplicationModules.of("io.duban.planted.modules", (ImportOption) location -> true);
        assertThatThrownBy(planted::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("'sideways' depends on module 'neighbour'");
    }
}
