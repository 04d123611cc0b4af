/**
 * The embedded authorization server: a second, servlet web context on its own port. Servlet types stay in here, and the main
 * application sees one bean, {@link io.duban.platform.identity.server.AuthorizationServer}.
 */
@org.jspecify.annotations.NullMarked
package io.duban.platform.identity.server;
