/** The contract as Java: generated from {@code api/} into {@code target/}, never edited and never committed; open to every module. */
@ApplicationModule(displayName = "contract", type = ApplicationModule.Type.OPEN)
package io.duban.contract;

import org.springframework.modulith.ApplicationModule;
