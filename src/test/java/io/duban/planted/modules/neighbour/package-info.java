/** Planted: minds its own business. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.duban.planted.modules.neighbour;
