/** Planted: may import nothing, and imports its neighbour. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.duban.planted.modules.sideways;
